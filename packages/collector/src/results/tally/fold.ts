import { type Selectable, sql, type Transaction } from 'kysely';
import { frozenOf } from '../../answers/open-wave.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { CellTallyRow, Database, ResponseRow } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { alikeResponses } from './alike-responses.ts';
import { type AskedInstrument, askedInstruments } from './asked-instrument.ts';
import { type CellTally, mergeTallies } from './cell-tally.ts';
import { oneOf } from './one-of.ts';
import { talliesByTeam } from './tallies-by-team.ts';
import { readTally, writeTally } from './tally-text.ts';

/** Responses that are folded at a time, and in one transaction. */
const ROWS = 2000;

/** A wave that has started. */
export interface FoldedWave {
  readonly id: string;
  readonly study_id: string;
  /** see `FrozenWave` */
  readonly frozen: string | null;
}

export interface FoldOptions {
  readonly store: Store;
  readonly catalogue: Catalogue;
}

type DueRow = Pick<
  Selectable<ResponseRow>,
  'key_digest' | 'team_id' | 'group_id' | 'instrument' | 'version' | 'coding'
>;

interface CellRows {
  readonly key: Pick<CellTallyRow, 'study_id' | 'wave_id' | 'team_id' | 'group_id' | 'instrument' | 'version'>;
  readonly asked: AskedInstrument;
  readonly tally: CellTally;
}

/**
 * Adds the responses of a wave that no tally counts yet to the tallies of their cells, two thousand at a time. A batch and
 * the mark that it is counted are on the disk together or not at all, so that it can be cut short anywhere, called as
 * often as one likes, and by several at once.
 *
 * Responses to an instrument that is not installed stay as they are.
 *
 * @returns how many were added
 */
export async function foldWave(options: FoldOptions, wave: FoldedWave): Promise<number> {
  const { store, catalogue } = options;
  if (wave.frozen === null) return 0;
  const groups = new Map(
    frozenOf(wave.frozen).groups.map(({ id, plan }) => [id, askedInstruments(plan, catalogue)] as const),
  );
  let folded = 0;
  let after: DueRow | undefined;
  for (;;) {
    const rows = await dueRows(store, wave, after);
    if (rows.length === 0) return folded;
    const alike = alikeResponses(rows, groups);
    const cells = await cellsOf(store, wave, alike);
    const keys = alike.flatMap((responses) => responses.keys);
    const added = await store
      .write(async (trx) => {
        const { rows: marked } = await sql<{ key_digest: string }>`
        update response set folded = 1 where folded = 0 and key_digest ${oneOf(store.engine, keys)}
        returning key_digest`.execute(trx);
        // somebody was first, or withdrew: nothing of this batch counts, and it is looked for again
        if (marked.length < keys.length) throw new StaleBatchError();
        await addToCells(trx, wave, cells);
        return keys.length;
      })
      .catch((error: unknown) => {
        if (error instanceof StaleBatchError) return undefined;
        throw error;
      });
    folded += added ?? 0;
    if (added !== undefined) after = rows.at(-1);
  }
}

/** Cells that are read and written by one statement. */
const CELLS = 500;

async function addToCells(trx: Transaction<Database>, wave: FoldedWave, cells: readonly CellRows[]): Promise<void> {
  for (let start = 0; start < cells.length; start += CELLS) {
    const some = cells.slice(start, start + CELLS);
    const stored = await trx
      .selectFrom('cell_tally')
      .select(['team_id', 'group_id', 'instrument', 'version', 'scores', 'items'])
      .where('study_id', '=', wave.study_id)
      .where('wave_id', '=', wave.id)
      .where('team_id', 'in', [...new Set(some.map(({ key }) => key.team_id))])
      .execute();
    const known = new Map(stored.map((row) => [placeOf(row), row]));
    const rows = some.map(({ key, asked, tally }) => {
      const old = known.get(placeOf(key));
      return { ...key, ...writeTally(old === undefined ? tally : mergeTallies(readTally(asked, old), tally)) };
    });
    await trx
      .insertInto('cell_tally')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['study_id', 'wave_id', 'team_id', 'group_id', 'instrument', 'version'])
          .doUpdateSet(({ ref }) => ({ scores: ref('excluded.scores'), items: ref('excluded.items') })),
      )
      .execute();
  }
}

const placeOf = ({
  team_id,
  group_id,
  instrument,
  version,
}: Pick<CellTallyRow, 'team_id' | 'group_id' | 'instrument' | 'version'>): string =>
  JSON.stringify([team_id, group_id, instrument, version]);

/** Whether a response of the wave is in no tally yet. */
export async function hasDue({ db }: Store, { id, study_id, frozen }: FoldedWave): Promise<boolean> {
  if (frozen === null) return false;
  const due = await db
    .selectFrom('response')
    .select('key_digest')
    .where('study_id', '=', study_id)
    .where('wave_id', '=', id)
    .where('folded', '=', 0)
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}

class StaleBatchError extends Error {
  override readonly name = 'StaleBatchError';
}

/** The next rows, cell by cell, so that a batch touches few of them. */
async function dueRows({ db }: Store, wave: FoldedWave, after: DueRow | undefined): Promise<DueRow[]> {
  return db
    .selectFrom('response')
    .select(['key_digest', 'team_id', 'group_id', 'instrument', 'version', 'coding'])
    .where('study_id', '=', wave.study_id)
    .where('wave_id', '=', wave.id)
    .where('folded', '=', 0)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(team_id, group_id, instrument, key_digest) > (${after!.team_id}, ${after!.group_id}, ${after!.instrument}, ${after!.key_digest})`,
      ),
    )
    .orderBy('team_id')
    .orderBy('group_id')
    .orderBy('instrument')
    .orderBy('key_digest')
    .limit(ROWS)
    .execute();
}

/** The tallies of rows, each the database's own sums over some of them. */
async function cellsOf(store: Store, wave: FoldedWave, alike: ReturnType<typeof alikeResponses>): Promise<CellRows[]> {
  const cells = new Map<string, CellRows>();
  for (const { rows, ...responses } of alike) {
    const [{ group_id, instrument, version }] = rows;
    for (const [team_id, tally] of await talliesByTeam(store, responses)) {
      const key = { study_id: wave.study_id, wave_id: wave.id, team_id, group_id: group_id ?? '', instrument, version };
      const place = placeOf(key);
      const known = cells.get(place);
      // in another coding
      const whole = known === undefined ? tally : mergeTallies(known.tally, tally);
      cells.set(place, { key, asked: responses.asked, tally: whole });
    }
  }
  return [...cells.values()];
}
