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
import type { Store } from '../store/store.ts';
import type { StudyRoom } from '../studies/study-room.ts';
import type { ExportedWave, ExportSource } from './export-source.ts';
import { heldTogether, keptDecision } from './kept-decision.ts';
import type { WrittenPlace } from './protect-places.ts';

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
export interface ReadRow extends Row {
  readonly table: ResponseTable;
  readonly at: number;
  /** whether every item is answered, and every scale has a score */
  readonly complete: boolean;
  readonly scored: boolean;
}

export interface Written extends ReadRow {
  readonly place: WrittenPlace;
}

/** A table in which every row has a wave, a team and a group; a place that is missing is the empty text. */
export type ExportTable = ResponseTable & Required<Pick<ResponseTable, 'wave' | 'team' | 'group'>>;

/**
 * The records of an instrument as a table: of those who agreed to further use, or were not asked. Nothing in it says when
 * somebody answered or who it was in another wave or another questionnaire: no day, no duration, no language, no code; the
 * order is by a digest under a key of this file alone; of a team there is a number that means nothing beyond the file, so that
 * rows of one team can be held together; team and group are left out where they would tell of few (`protectPlaces`). What two files have of a wave differs by nobody or by enough people (`heldTogether`).
 * @throws Refusal for more than `MOST_RECORDS`
 */
export async function exportTable(
  { store, catalogue }: Pick<StudyRoom, 'store' | 'catalogue'>,
  { instrument, waves }: ExportSource,
  minimum: number,
): Promise<ExportTable> {
  const kept: Written[] = [];
  for (const wave of waves) {
    const read = () => rowsOf(store, instrument, wave);
    const decision = await keptDecision({ store, catalogue }, instrument, wave.record, minimum, read);
    // read after it was decided: who takes answers back in between is missing, and the others with whom they are held
    kept.push(...heldTogether(await read(), decision));
    if (kept.length > MOST_RECORDS) throw tooMany();
  }
  const salt = randomBytes(32);
  return assemble(
    instrument,
    shuffled(kept, ({ key }) => key, salt),
    teamLabels(kept, salt),
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

/** In the order of digests under a key of this file alone, which tells nothing. */
function shuffled<T>(all: readonly T[], keyOf: (one: T) => string, salt: Buffer): T[] {
  const order = new Map(all.map((one) => [one, createHmac('sha256', salt).update(keyOf(one)).digest('base64url')]));
  return [...all].sort((a, b) => (order.get(a)! < order.get(b)! ? -1 : 1));
}

/** A number for each team that is written: the same in all of the file, another in the next one, and no name or id. */
function teamLabels(kept: readonly Written[], salt: Buffer): ReadonlyMap<string, string> {
  const teams = [...new Set(kept.flatMap(({ place: { team } }) => team || []))];
  return new Map(shuffled(teams, (team) => `team ${team}`, salt).map((team, at) => [team, `team-${at + 1}`]));
}

/** One table of the rows that are written. */
function assemble(instrument: Instrument, kept: readonly Written[], labels: ReadonlyMap<string, string>): ExportTable {
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
    team: kept.map(({ place }) => labels.get(place.team ?? '') ?? ''),
    group: kept.map(({ place }) => place.group ?? ''),
  };
}

function tooMany(): Refusal {
  const message = `choose one wave: there are more than ${MOST_RECORDS} records`;
  return new Refusal('invalid-request', { errors: [{ path: 'query.wave', code: 'too-many', message }] });
}
