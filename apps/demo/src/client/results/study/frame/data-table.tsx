import { useId } from 'react';
import { useLanguage } from '../../../language-context.ts';
import { ScrollRegion } from '../../../parts/scroll-region.tsx';
import { formats } from '../../formats.ts';
import { useResultsWords } from '../use-results-words.ts';
import { lettersOf } from './letters-of.ts';
import type { Cell, TableData } from './table-data.ts';

/** A table that scrolls by itself where it is wider than the page. */
export function DataTable({ table }: { table: TableData }) {
  const { caption, headings, rows } = table;
  const words = useResultsWords();
  const id = useId();
  const letters = lettersOf(table);
  const [first, ...others] = headings;
  return (
    <>
      <ScrollRegion labelledBy={id}>
        <table className="data-table">
          <caption id={id}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((heading, place) => (
                <th key={heading} scope="col" className={isOfText(rows, place + 1) ? 'words' : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                <th scope="row">
                  <CellText cell={row[0] ?? null} letters={letters} />
                </th>
                {cellsWithSpans(row.slice(1)).map(({ cell, column, span }) => (
                  <td key={column} colSpan={span} className={isText(cell) ? 'words' : undefined}>
                    <CellText cell={cell} letters={letters} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {letters.size > 0 && (
        <ul className="table-reasons">
          {[...letters].map(([reason, letter]) => (
            <li key={letter}>
              <strong>({letter})</strong> {words.hidden.word}: {reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Whether a column has no numbers, so that its heading stands at the left as its cells do. */
function isOfText(rows: TableData['rows'], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every(isText);
}

const isText = (cell: Cell) => typeof cell === 'string' || (cell !== null && 'hidden' in cell);

/** A reason why figures are not shown has the room of all the figures after it that are not there. */
function cellsWithSpans(cells: readonly Cell[]): { cell: Cell; column: number; span: number }[] {
  const spans: { cell: Cell; column: number; span: number }[] = [];
  cells.forEach((cell, column) => {
    const last = spans.at(-1);
    const isCovered = cell === null && last !== undefined && last.cell !== null && isHidden(last.cell);
    if (isCovered) last.span++;
    else spans.push({ cell, column, span: 1 });
  });
  return spans;
}

const isHidden = (cell: Exclude<Cell, null>) => typeof cell !== 'string' && 'hidden' in cell;

function CellText({ cell, letters }: { cell: Cell; letters: ReadonlyMap<string, string> }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if ('hidden' in cell) {
    return (
      <span className="why">
        <strong>{words.hidden.word}</strong> {letters.has(cell.hidden) ? `(${letters.get(cell.hidden)})` : cell.hidden}
      </span>
    );
  }
  const { figure, percent, whole } = formats(locale);
  if (cell.number === null) return '–';
  return { whole, figure, percent, effect: figure }[cell.as](cell.number);
}
