import { setImmediate as turn } from 'node:timers/promises';
import type { ResponseRecord } from '@peerscale/core';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { frozenOf } from '../../answers/open-wave.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { CellTallyRow, ResponseRow } from '../../store/database.ts';
import type { Store } from '../../store/store.ts';
import { groupBy } from '../group-by.ts';
import { type AskedInstrument, askedInstruments } from './asked-instrument.ts';
import { type CellTally, mergeTallies } from './cell-tally.ts';
import { tallyOf } from './tally-of.ts';
import { readTally, writeTally } from './tally-text.ts';

/** Responses that are folded at a time, and in one transaction. */
const ROWS = 1000;

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
  'key_digest' | 'team_id' | 'group_id' | 'instrument' | 'version' | 'coding' | 'answers' | 'duration_seconds'
>;

interface CellRows {
  readonly key: Pick<CellTallyRow, 'study_id' | 'wave_id' | 'team_id' | 'group_id' | 'instrument' | 'version'>;
  readonly asked: AskedInstrument;
  readonly tally: CellTally;
}

/**
 * Adds the responses of a wave that no tally counts yet to the tallies of their cells, a thousand at a time. A batch and
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
    // both are quick, and together they would keep people waiting who send answers
    await turn();
    const known = rows.filter((row) => askedOf(groups, row) !== undefined);
    const cells = cellsOf(wave, known, groups);
    const added = await store
      .write(async (trx) => {
        const keys = known.map(({ key_digest }) => key_digest);
        const { rows: marked } = await sql<{ key_digest: string }>`
        update response set folded = 1 where folded = 0 and key_digest ${oneOf(store.engine, keys)}
        returning key_digest`.execute(trx);
        // somebody was first, or withdrew: nothing of this batch counts, and it is looked for again
        if (marked.length < keys.length) throw new StaleBatchError();
        for (const { key, asked, tally } of cells) {
          const old = await trx
            .selectFrom('cell_tally')
            .select(['scores', 'items'])
            .where((is) => is.and(key))
            .executeTakeFirst();
          const text = writeTally(old === undefined ? tally : mergeTallies(readTally(asked, old), tally));
          if (old === undefined)
            await trx
              .insertInto('cell_tally')
              .values({ ...key, ...text })
              .execute();
          else
            await trx
              .updateTable('cell_tally')
              .set(text)
              .where((is) => is.and(key))
              .execute();
        }
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

class StaleBatchError extends Error {
  override readonly name = 'StaleBatchError';
}

const oneOf = (engine: Store['engine'], values: readonly string[]): RawBuilder<unknown> =>
  engine === 'sqlite'
    ? sql`in (select value from json_each(${JSON.stringify(values)}))`
    : sql`= any(${values}::text[])`;

/** The next rows, cell by cell, so that a batch touches few of them. */
async function dueRows({ db }: Store, wave: FoldedWave, after: DueRow | undefined): Promise<DueRow[]> {
  return db
    .selectFrom('response')
    .select(['key_digest', 'team_id', 'group_id', 'instrument', 'version', 'coding', 'answers', 'duration_seconds'])
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

const askedOf = (
  groups: ReadonlyMap<string, ReadonlyMap<string, AskedInstrument>>,
  { group_id, instrument, version }: DueRow,
): AskedInstrument | undefined => groups.get(group_id ?? '')?.get(`${instrument}@${version}`);

function cellsOf(
  wave: FoldedWave,
  rows: readonly DueRow[],
  groups: ReadonlyMap<string, ReadonlyMap<string, AskedInstrument>>,
): CellRows[] {
  const byCell = groupBy(rows, ({ team_id, group_id, instrument, version }) =>
    JSON.stringify([team_id, group_id, instrument, version]),
  );
  return Array.from(byCell.values(), (own) => {
    const { team_id, group_id, instrument, version } = own[0]!;
    const asked = askedOf(groups, own[0]!)!;
    const responses = own.map(({ answers, coding, duration_seconds }) => ({
      answers: JSON.parse(answers) as ResponseRecord['answers'],
      ...(coding === null ? {} : { coding: JSON.parse(coding) as NonNullable<ResponseRecord['coding']> }),
      durationSeconds: duration_seconds,
    }));
    return {
      key: {
        study_id: wave.study_id,
        wave_id: wave.id,
        team_id: team_id ?? '',
        group_id: group_id ?? '',
        instrument,
        version,
      },
      asked,
      tally: tallyOf(asked, responses),
    };
  });
}
