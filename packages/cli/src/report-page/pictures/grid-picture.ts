import type { Grid } from '../document/document.ts';
import { html, type Markup } from '../html/markup.ts';
import { sequentialColour } from './sequential-colour.ts';

/** The plot in percent of the picture, which is as high as it is wide. */
const PLOT = { left: 11, right: 98, top: 6, bottom: 88 };
/** From so many edges counts of three figures are wider than a square on a phone. */
const MANY = 8;

const percent = (value: number) => `${Number(value.toFixed(3))}%`;

/**
 * Squares shaded by how many people stand in them, with the diagonal of no change over them. All places are in percent, so
 * that the picture takes any width while its letters keep their size.
 *
 * @param id unique in the page
 */
export function gridPicture({ edges, squares, band, axis, description }: Grid, name: string, id: string): Markup {
  const [from, to] = [edges[0]!, edges.at(-1)!];
  const place = (value: number) => (value - from) / (to - from);
  const x = (value: number) => percent(PLOT.left + (PLOT.right - PLOT.left) * place(value));
  const y = (value: number) => percent(PLOT.bottom - (PLOT.bottom - PLOT.top) * place(value));
  const width = percent((PLOT.right - PLOT.left) / (edges.length - 1));
  const height = percent((PLOT.bottom - PLOT.top) / (edges.length - 1));
  const whole = { x: percent(PLOT.left), y: percent(PLOT.top) };
  const lines = edges
    .slice(1, -1)
    .map(
      (edge) =>
        html`<line class="grid" x1="${x(edge)}" x2="${x(edge)}" y1="${y(from)}" y2="${y(to)}"/><line class="grid" x1="${x(from)}" x2="${x(to)}" y1="${y(edge)}" y2="${y(edge)}"/>`,
    );
  const drawn = squares.map(
    ({ column, row, shade }) =>
      html`<rect class="square" x="${x(edges[column]!)}" y="${y(edges[row + 1]!)}" width="${width}" height="${height}" fill="${sequentialColour(shade).fill}"/>`,
  );
  const size = edges.length > MANY ? 'label small' : 'label';
  // in the corner, where the diagonal does not come
  const labels = squares.map(({ column, row, label, shade }) => {
    const { fill, ink } = sequentialColour(shade);
    return html`<text class="${size}" x="${x(edges[column]!)}" dx="3" y="${y(edges[row + 1]!)}" dy="13" fill="${ink}" stroke="${fill}">${label}</text>`;
  });
  const parallel = (distance: number, sign: 'diagonal' | 'band') => {
    if (Math.abs(distance) >= to - from) return undefined;
    const [start, end] = [Math.max(from, from - distance), Math.min(to, to - distance)];
    const ends = { x1: x(start), y1: y(start + distance), x2: x(end), y2: y(end + distance) };
    const line = (kind: string) =>
      html`<line class="${kind}" x1="${ends.x1}" y1="${ends.y1}" x2="${ends.x2}" y2="${ends.y2}"/>`;
    return html`${line('under')}${line(sign)}`;
  };
  const numbers = axis.ticks.map(
    ({ at, label }) =>
      html`<line class="tick" x1="${x(at)}" x2="${x(at)}" y1="${y(from)}" y2="${percent(PLOT.bottom + 1)}"/><text x="${x(at)}" y="${percent(PLOT.bottom + 1)}" dy="15" text-anchor="middle">${label}</text><line class="tick" x1="${percent(PLOT.left - 1)}" x2="${x(from)}" y1="${y(at)}" y2="${y(at)}"/><text x="${percent(PLOT.left - 1)}" dx="-4" y="${y(at)}" dy="4" text-anchor="end">${label}</text>`,
  );
  return html`<svg class="grid-picture" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description" width="100%">
<title id="${id}-title">${name}</title>
<desc id="${id}-description">${description}</desc>
<rect class="blank" x="${whole.x}" y="${whole.y}" width="${percent(PLOT.right - PLOT.left)}" height="${percent(PLOT.bottom - PLOT.top)}"/>${lines}
${drawn}
${parallel(0, 'diagonal')}${band === null ? undefined : html`${parallel(band, 'band')}${parallel(-band, 'band')}`}
${labels}
${numbers}<text x="${percent((PLOT.left + PLOT.right) / 2)}" y="99%" text-anchor="middle">${axis.across}</text><text x="1%" y="${percent(PLOT.top - 2)}">${axis.upwards}</text>
</svg>
`;
}

/** A sign as the key shows it. */
export function gridKey(sign: 'diagonal' | 'band' | 'blank'): Markup {
  const drawn =
    sign === 'blank'
      ? html`<rect class="blank" x="0.5" y="0.5" width="13" height="13"/>`
      : html`<line class="${sign}" y1="13" x2="18" y2="1"/>`;
  return html`<svg aria-hidden="true" width="${sign === 'blank' ? 14 : 18}" height="14">${drawn}</svg>`;
}
