import type { Cell, Table } from '../document/document.ts';
import { inlineHtml } from './inline-html.ts';
import { html, type Markup } from './markup.ts';

/** Rows from which on a table may go over two sheets of paper. */
const LONG = 15;

/** The class of a coloured cell: tenths from m10 (-1) over p0 to p10 (1). */
function shadeClass({ shade }: Cell): string {
  if (shade === undefined) return '';
  const tenths = Math.round(10 * Math.min(1, Math.max(-1, shade)));
  return tenths < 0 ? ` m${-tenths}` : ` p${tenths}`;
}

function row(table: Table, cells: readonly Cell[]): Markup {
  const drawn = cells.map((cell, i) => {
    const align = table.columns[i]?.align === 'right' ? 'number' : 'text';
    return i === 0
      ? html`<th scope="row">${inlineHtml(cell.text)}</th>`
      : html`<td class="${align}${shadeClass(cell)}">${inlineHtml(cell.text)}</td>`;
  });
  return html`<tr>${drawn}</tr>
`;
}

/** A table with a caption and headings for rows and columns, in a box that scrolls sideways by itself, also by keyboard. */
export function tableHtml(table: Table): Markup {
  const headings = table.columns.map(
    ({ heading, align }) =>
      html`<th scope="col" class="${align === 'right' ? 'number' : 'text'}">${inlineHtml(heading)}</th>`,
  );
  // a short table stays on one sheet of paper
  const size = table.rows.length > LONG ? 'table' : 'table short';
  return html`<div class="${size}" role="group" aria-labelledby="${table.id}" tabindex="0">
<table${table.density === 'dense' ? html` class="dense"` : undefined}>
<caption><span id="${table.id}">${inlineHtml(table.caption)}${table.colours === undefined ? undefined : html` (${inlineHtml(table.colours)})`}</span></caption>
<thead><tr>${headings}</tr></thead>
<tbody>
${table.rows.map((cells) => row(table, cells))}</tbody>
</table>
</div>
`;
}
