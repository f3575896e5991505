import { createHmac, randomBytes } from 'node:crypto';
import {
  type Instrument,
  type ItemColumn,
  type RecordAnswers,
  type ResponseTable,
  tableOfRecords,
} from '@peerscale/core';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import type { ExportedWave, ExportSource } from './export-source.ts';
import { type CountedCell, protectPlaces } from './protect-places.ts';

/** As many records as one file has at most: they are scored together, in memory. */
export const MOST_RECORDS = 250_000;
/** So many are read at once, with a pause for others after each. */
const BATCH = 1_000;

interface Row {
  readonly key: string;
  readonly wave: ExportedWave;
  readonly team: string;
  readonly group: string;
}

/** A row with its answers: row `at` of a table. */
interface ReadRow extends Row {
  readonly table: ResponseTable;
  readonly at: number;
}

/** A table in which every row has a wave, a team and a group; a place that is missing is the empty text. */
export type ExportTable = ResponseTable & Required<Pick<ResponseTable, 'wave' | 'team' | 'group'>>;

/**
 * The records of an instrument as a table: of those who agreed to further use, or were not asked. Nothing in it says when
 * somebody answered or who it was in another wave or another questionnaire: no day, no duration, no language, no code; the
 * order is by a digest under a key of this file alone; team and group are left out where few share them (`protectPlaces`).
 *
 * @param minimum of people who share wave, team, group and the items that were asked
 * @throws Refusal for more than `MOST_RECORDS`
 */
export async function exportTable(
  { db }: Pick<Store, 'db'>,
  { instrument, waves }: ExportSource,
  minimum: number,
): Promise<ExportTable> {
  const rows: Row[] = [];
  for (const wave of waves) {
    const found = await db
      .selectFrom('response')
      .select(['key_digest as key', 'team_id', 'group_id'])
      .where('wave_id', '=', wave.id)
      .where('instrument', '=', instrument.id)
      .where('version', '=', instrument.version)
      .where((is) => is.or([is('reuse', 'is', null), is('reuse', '=', 1)]))
      .limit(MOST_RECORDS + 1 - rows.length)
      .execute();
    for (const { key, team_id, group_id } of found)
      rows.push({ key, wave, team: team_id ?? '', group: group_id ?? '' });
    if (rows.length > MOST_RECORDS) throw tooMany(waves.length);
  }
  const salt = randomBytes(32);
  const order = new Map(rows.map(({ key }) => [key, createHmac('sha256', salt).update(key).digest('base64url')]));
  rows.sort((a, b) => (order.get(a.key)! < order.get(b.key)! ? -1 : 1));

  const read: ReadRow[] = [];
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const answers = await answersOf(db, batch);
    // what was taken back meanwhile is not there any more
    const there = batch.filter(({ key }) => answers.has(key));
    const table = tableOfRecords(
      instrument,
      there.map(({ key }) => answers.get(key)!),
    );
    read.push(...there.map((row, at) => ({ ...row, table, at })));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return assemble(instrument, read, minimum);
}

async function answersOf(db: Store['db'], batch: readonly Row[]): Promise<ReadonlyMap<string, RecordAnswers>> {
  const found = await db
    .selectFrom('response')
    .select(['key_digest', 'answers', 'coding'])
    .where(
      'key_digest',
      'in',
      batch.map(({ key }) => key),
    )
    .execute();
  return new Map(
    found.map(({ key_digest, answers, coding }) => [
      key_digest,
      { answers: JSON.parse(answers), ...(coding === null ? {} : { coding: JSON.parse(coding) }) } as RecordAnswers,
    ]),
  );
}

/** One table of those rows that are written. */
function assemble(instrument: Instrument, read: readonly ReadRow[], minimum: number): ExportTable {
  const cells = new Map<string, CountedCell & { people: number }>();
  const cellOf = ({ wave, team, group }: Row) => `${wave.id} ${team} ${group}`;
  for (const row of read) {
    const { wave, team, group } = row;
    const kind = `${wave.id} ${wave.items.get(group) ?? ''}`;
    const cell = cells.get(cellOf(row)) ?? { team, group, kind, people: 0 };
    cells.set(cellOf(row), { ...cell, people: cell.people + 1 });
  }
  const written = protectPlaces([...cells.values()], minimum);
  const places = new Map([...cells.keys()].map((key, at) => [key, written[at]!]));
  const kept = read.flatMap((row) => {
    const place = places.get(cellOf(row));
    return place ? [{ ...row, wave: String(row.wave.number), team: place.team ?? '', group: place.group ?? '' }] : [];
  });
  const columns = instrument.items.map(({ id: item }): ItemColumn => {
    const codes = new Int16Array(kept.length);
    const missing = new Uint8Array(kept.length);
    kept.forEach(({ table, at }, row) => {
      const column = table.columns.get(item)!;
      codes[row] = column.codes[at]!;
      missing[row] = column.missing[at]!;
    });
    return { item, codes, missing };
  });
  return {
    rows: kept.length,
    columns: new Map(columns.map((column) => [column.item, column])),
    coding: {},
    wave: kept.map(({ wave }) => wave),
    team: kept.map(({ team }) => team),
    group: kept.map(({ group }) => group),
  };
}

function tooMany(waves: number): Refusal {
  const message = `${waves > 1 ? 'choose one wave: there are' : 'has'} more than ${MOST_RECORDS} records`;
  return new Refusal('invalid-request', { errors: [{ path: 'query.wave', code: 'too-many', message }] });
}
