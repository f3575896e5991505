import { stringLiteral } from '@peerscale/sql';
import { badInput, type CommandFailure } from '../failure.ts';
import type { Cell } from '../input/cell-decoder.ts';
import { fileLabel, quoted } from '../print/safe-text.ts';
import type { CellMarks } from './cell-marks.ts';
import type { CodeColumn } from './code-sql.ts';
import type { DuckdbSession } from './duckdb-session.ts';

/** How many ways of writing cells are looked at in one go. */
const AT_ONCE = 1000;

/** What is needed to look at cells. */
export interface UnreadCells {
  readonly session: DuckdbSession;
  /** SELECT of the codes and marks of some files as c_0, c_1, …, with cell0, cell1, … beside them */
  readonly codesOf: (files: readonly string[]) => string;
  readonly columns: readonly CodeColumn[];
  /** names of the columns */
  readonly names: readonly string[];
  readonly marks: CellMarks;
  readonly files: readonly string[];
}

/**
 * Looks at the cells that no known way of writing a code fits, and adds the ways that are right after all, such as "03".
 *
 * @param which places of the columns that have such cells
 * @throws CommandFailure naming file, row, column and value of the first cell that is no code
 */
export async function learnSpellings(cells: UnreadCells, which: readonly number[]): Promise<CodeColumn[]> {
  const learnt = [...cells.columns];
  for (const i of which) {
    const column = learnt[i]!;
    const found = await cells.session.query(
      `SELECT CAST(cell${i} AS VARCHAR) AS cell, CAST(COUNT(*) AS DOUBLE) AS n FROM (${cells.codesOf(cells.files)}) WHERE c_${i} = ${cells.marks.unread} GROUP BY ALL ORDER BY n DESC, cell LIMIT ${AT_ONCE}`,
    );
    const known = found.map(({ cell, n }) => ({ cell: String(cell), n: Number(n) }));
    const wrong = known.filter(({ cell }) => isWrong(column.decode(cell)));
    if (wrong.length > 0) throw await wrongCell(cells, i, wrong);
    learnt[i] = { ...column, spellings: [...column.spellings, ...known.map(({ cell }) => cell)] };
  }
  return learnt;
}

const isWrong = (cell: Cell): cell is 'outside' | 'text' => cell === 'outside' || cell === 'text';

/** Finds the first of the wrong cells of column i. */
async function wrongCell(
  { session, codesOf, columns, names, files }: UnreadCells,
  i: number,
  wrong: readonly { readonly cell: string; readonly n: number }[],
): Promise<CommandFailure> {
  const { codes, decode } = columns[i]!;
  const texts = wrong.map(({ cell }) => stringLiteral(cell)).join(', ');
  const others = wrong.reduce((sum, { n }) => sum + n, 0) - 1;
  const more = others === 0 ? '' : `, and ${others} more such ${others === 1 ? 'cell' : 'cells'} in this column`;
  for (const file of files) {
    const [first] = await session.query(
      `SELECT * FROM (SELECT CAST(ROW_NUMBER() OVER () AS DOUBLE) AS place, CAST(cell${i} AS VARCHAR) AS cell FROM (${codesOf([file])})) WHERE cell IN (${texts}) ORDER BY place LIMIT 1`,
    );
    if (first === undefined) continue;
    const cell = String(first.cell);
    const what = decode(cell) === 'text' ? 'is text where a code belongs' : 'is not a code of the response scale';
    return badInput(
      `${fileLabel(file)}: row ${first.place}, column ${quoted(names[i]!)}: ${quoted(cell)} ${what} (${codes.join(', ')})${more}`,
    );
  }
  return badInput(`column ${quoted(names[i]!)}: ${quoted(wrong[0]!.cell)} is not a code (${codes.join(', ')})${more}`);
}
