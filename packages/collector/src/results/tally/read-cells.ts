import type { Selectable, Transaction } from 'kysely';
import type { Catalogue } from '../../catalogue.ts';
import type { FrozenWave } from '../../model/frozen-wave.ts';
import type { CellTallyRow, Database } from '../../store/database.ts';
import { groupBy } from '../group-by.ts';
import { type AskedInstrument, askedInstruments } from './asked-instrument.ts';
import type { CellTally } from './cell-tally.ts';
import type { FoldedWave } from './fold.ts';
import { readTally } from './tally-text.ts';

export interface TalliedCell {
  readonly team: string;
  readonly group: string;
  readonly asked: AskedInstrument;
  readonly tally: CellTally;
}

export type CellRow = Omit<Selectable<CellTallyRow>, 'study_id' | 'wave_id'>;

/** The tallies of a wave as they are stored, teams and groups in order. */
export function readCellRows(db: Pick<Transaction<Database>, 'selectFrom'>, wave: FoldedWave): Promise<CellRow[]> {
  return db
    .selectFrom('cell_tally')
    .select(['team_id', 'group_id', 'instrument', 'version', 'scores', 'items'])
    .where('study_id', '=', wave.study_id)
    .where('wave_id', '=', wave.id)
    .orderBy('team_id')
    .orderBy('group_id')
    .orderBy('instrument')
    .orderBy('version')
    .execute();
}

/** The tallies by instrument (`id@version`). Instruments that are not installed are left out. */
export function cellsOfRows(
  rows: readonly CellRow[],
  { groups }: Pick<FrozenWave, 'groups'>,
  catalogue: Catalogue,
): ReadonlyMap<string, readonly TalliedCell[]> {
  const asked = new Map(groups.map(({ id, plan }) => [id, askedInstruments(plan, catalogue)] as const));
  const keyOf = ({ instrument, version }: CellRow) => `${instrument}@${version}`;
  const known = rows.filter((row) => asked.get(row.group_id)?.has(keyOf(row)));
  return new Map(
    Array.from(groupBy(known, keyOf), ([key, own]) => {
      const cells = own.map((row): TalliedCell => {
        const of = asked.get(row.group_id)!.get(key)!;
        return { team: row.team_id, group: row.group_id, asked: of, tally: readTally(of, row) };
      });
      return [key, cells] as const;
    }),
  );
}
