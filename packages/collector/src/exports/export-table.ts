import { createHmac, randomBytes } from 'node:crypto';
import {
  type Instrument,
  type ItemColumn,
  type RecordAnswers,
  type ResponseTable,
  scoreResponses,
  tableOfRecords,
} from '@peerscale/core';
import { Refusal } from '../refusal.ts';
import { groupBy } from '../results/group-by.ts';
import { readRelease } from '../results/release/read-release.ts';
import type { WaveRelease } from '../results/release/wave-release.ts';
import type { Store } from '../store/store.ts';
import type { StudyRoom } from '../studies/study-room.ts';
import type { ExportedWave, ExportSource } from './export-source.ts';
import { type CountedCell, protectPlaces, type WrittenPlace } from './protect-places.ts';
import { shownPlaces } from './shown-places.ts';

/** As many records as one file has at most: they are scored together, in memory. */
export const MOST_RECORDS = 250_000;
/** So many are read at once, with a pause for others after each. */
const BATCH = 1_000;

interface Row {
  readonly key: string;
  readonly wave: ExportedWave;
  readonly team: string;
  readonly group: string;
  /** whether it may be in the file */
  readonly agreed: boolean;
}

/** A row with its answers: row `at` of a table. */
interface ReadRow extends Row {
  readonly table: ResponseTable;
  readonly at: number;
  /** whether every item is answered, and every scale has a score */
  readonly complete: boolean;
  readonly scored: boolean;
}

interface Written extends ReadRow {
  readonly place: WrittenPlace;
}

/** A table in which every row has a wave, a team and a group; a place that is missing is the empty text. */
export type ExportTable = ResponseTable & Required<Pick<ResponseTable, 'wave' | 'team' | 'group'>>;

/**
 * The records of an instrument as a table: of those who agreed to further use, or were not asked. Nothing in it says when
 * somebody answered or who it was in another wave or another questionnaire: no day, no duration, no language, no code; the
 * order is by a digest under a key of this file alone; team and group are left out where they would tell of few
 * (`protectPlaces`).
 * @throws Refusal for more than `MOST_RECORDS`
 */
export async function exportTable(
  { store, catalogue }: Pick<StudyRoom, 'store' | 'catalogue'>,
  { instrument, waves }: ExportSource,
  minimum: number,
): Promise<ExportTable> {
  const kept: Written[] = [];
  for (const wave of waves) {
    // decided before the rows are read: who takes answers back in between is then missing, as everybody before
    const release = await readRelease({ store, catalogue }, wave.record, minimum);
    const rows = await rowsOf(store, instrument, wave);
    for (const kind of groupBy(rows, ({ wave: { asked }, group }) => asked.get(group)?.items ?? '').values()) {
      kept.push(...writtenOf(kind, instrument, release, minimum));
    }
    if (kept.length > MOST_RECORDS) throw tooMany();
  }
  const salt = randomBytes(32);
  const order = new Map(kept.map(({ key }) => [key, createHmac('sha256', salt).update(key).digest('base64url')]));
  return assemble(
    instrument,
    kept.sort((a, b) => (order.get(a.key)! < order.get(b.key)! ? -1 : 1)),
  );
}

async function rowsOf({ db }: Pick<Store, 'db'>, instrument: Instrument, wave: ExportedWave): Promise<ReadRow[]> {
  const found = await db
    .selectFrom('response')
    .select(['key_digest', 'team_id', 'group_id', 'reuse'])
    .where('wave_id', '=', wave.record.id)
    .where('instrument', '=', instrument.id)
    .where('version', '=', instrument.version)
    .limit(MOST_RECORDS + 1)
    .execute();
  if (found.length > MOST_RECORDS) throw tooMany();
  const rows = found.map(
    ({ key_digest, team_id, group_id, reuse }): Row => ({
      key: key_digest,
      wave,
      team: team_id ?? '',
      group: group_id ?? '',
      agreed: reuse !== 0,
    }),
  );
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
    const scores = new Map(scoreResponses(instrument, table).map(({ scale, values }) => [scale, values]));
    there.forEach((row, at) => {
      const { items = [], scales = [] } = wave.asked.get(row.group)?.instrument ?? {};
      const scored = scales.length > 0 && scales.every(({ id }) => !Number.isNaN(scores.get(id)![at]!));
      const complete = scored && items.every(({ id }) => table.columns.get(id)!.missing[at] === 0);
      read.push({ ...row, table, at, scored, complete });
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return read;
}

/** Those of people who were asked the same in a wave that are written, with what is written of where they belong. */
function writtenOf(rows: readonly ReadRow[], instrument: Instrument, release: WaveRelease, minimum: number): Written[] {
  const cells = [...groupBy(rows, ({ team, group }) => `${team} ${group}`).values()];
  const groups = [...new Set(rows.map(({ group }) => group))];
  const { places, dropped } = protectPlaces(cells.map(countsOf), minimum, shownPlaces(release, instrument, groups));
  const written = cells.flatMap((members, at) => {
    const place = places[at];
    return place ? members.filter(({ agreed }) => agreed).map((row): Written => ({ ...row, place })) : [];
  });
  // the same ones in every file, because two files must not make up for one another
  const complete = written.filter((row) => row.complete).sort((a, b) => (a.key < b.key ? -1 : 1));
  const out = new Set(complete.slice(0, dropped));
  return out.size < dropped ? [] : written.filter((row) => !out.has(row));
}

function countsOf(rows: readonly ReadRow[]): CountedCell {
  const { team, group } = rows[0]!;
  const count = (is: (row: ReadRow) => boolean) => rows.filter(is).length;
  return {
    team,
    group,
    people: count(({ agreed }) => agreed),
    absent: count(({ agreed }) => !agreed),
    absentComplete: count(({ agreed, complete }) => !agreed && complete),
    complete: count(({ complete }) => complete),
    scored: count(({ scored }) => scored),
  };
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

/** One table of the rows that are written. */
function assemble(instrument: Instrument, kept: readonly Written[]): ExportTable {
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
    wave: kept.map(({ wave }) => String(wave.number)),
    team: kept.map(({ place }) => place.team ?? ''),
    group: kept.map(({ place }) => place.group ?? ''),
  };
}

function tooMany(): Refusal {
  const message = `choose one wave: there are more than ${MOST_RECORDS} records`;
  return new Refusal('invalid-request', { errors: [{ path: 'query.wave', code: 'too-many', message }] });
}
