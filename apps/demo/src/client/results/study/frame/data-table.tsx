import { useId } from 'react';
import { useLanguage } from '../../../language-context.ts';
import { ScrollRegion } from '../../../parts/scroll-region.tsx';
import { resultsWords } from '../../../words/results.ts';
import { formats } from '../../formats.ts';
import type { Cell, TableData } from './table-data.ts';

/** A table that scrolls by itself where it is wider than the page. */
export function DataTable({ table: { caption, headings, rows } }: { table: TableData }) {
  const id = useId();
  const [first, ...others] = headings;
  return (
    <ScrollRegion labelledBy={id}>
      <table className="data-table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <th scope="row">
                <CellText cell={row[0] ?? null} />
              </th>
              {cellsWithSpans(row.slice(1)).map(({ cell, column, span }) => (
                <td key={column} colSpan={span} className={isText(cell) ? 'words' : undefined}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
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

function CellText({ cell }: { cell: Cell }) {
  const { locale } = useLanguage();
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if ('hidden' in cell) {
    return (
      <span className="why">
        <strong>{resultsWords[locale].hidden.word}</strong> {cell.hidden}
      </span>
    );
  }
  const { figure, percent, whole } = formats(locale);
  if (cell.number === null) return '–';
  return { whole, figure, percent, effect: figure }[cell.as](cell.number);
}
