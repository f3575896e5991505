import type { Axis, Intervals } from '../document/document.ts';
import { html, type Markup } from '../html/markup.ts';

const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;
/** Percent of the width left free at both ends, so that the numbers of the axis are not cut. */
const MARGIN = 4;

/** Where a value stands, in percent of the width. */
const placeIn =
  ({ from, to }: Axis) =>
  (value: number): string =>
    `${Number((MARGIN + ((100 - 2 * MARGIN) * (Math.min(to, Math.max(from, value)) - from)) / (to - from)).toFixed(3))}%`;

const point = (x: string): Markup => html`<circle class="point" cx="${x}" cy="${MIDDLE}" r="5"/>`;
const hollow = (x: string): Markup => html`<circle class="beside" cx="${x}" cy="${MIDDLE}" r="4"/>`;

/** One row: the interval as a line, the value as a point (or a bar from 0), a second figure hollow. */
export function intervalPicture(
  { axis, style }: Intervals,
  { value, lower, upper, beside, title }: Intervals['rows'][number],
  id: string,
): Markup {
  const x = placeIn(axis);
  const grid = axis.ticks.map(({ at }) => html`<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="0" y2="${HEIGHT}"/>`);
  const reference =
    axis.reference === null
      ? undefined
      : html`<line class="reference" x1="${x(axis.reference.at)}" x2="${x(axis.reference.at)}" y1="0" y2="${HEIGHT}"/>`;
  const range = html`<line class="range" x1="${x(lower)}" x2="${x(upper)}" y1="${MIDDLE}" y2="${MIDDLE}"/>`;
  const width = `${Number((Number.parseFloat(x(value)) - Number.parseFloat(x(0))).toFixed(3))}%`;
  const main =
    style === 'bars'
      ? html`<rect class="filled" x="${x(0)}" y="4" width="${width}" height="${HEIGHT - 8}"/>`
      : undefined;
  return html`<svg role="img" aria-labelledby="${id}" width="100%" height="${HEIGHT}"><title id="${id}">${title}</title>${grid}${reference}${main}${range}${beside === null ? undefined : hollow(x(beside))}${style === 'points' ? point(x(value)) : undefined}</svg>`;
}

/** The numbers below the rows. */
export function intervalAxis({ axis }: Intervals): Markup {
  const x = placeIn(axis);
  const numbers = axis.ticks.map(
    ({ at, label }) =>
      html`<line class="tick" x1="${x(at)}" x2="${x(at)}" y1="0" y2="4"/><text x="${x(at)}" y="18" text-anchor="middle">${label}</text>`,
  );
  const from = `${MARGIN}%`;
  const to = `${100 - MARGIN}%`;
  return html`<svg width="100%" height="24"><line class="base" x1="${from}" x2="${to}" y1="0.5" y2="0.5"/>${numbers}</svg>`;
}

/** A sign as the key shows it. */
export function intervalKey(sign: Intervals['style'] | 'beside' | 'reference'): Markup {
  const drawn = {
    points: html`<circle class="point" cx="7" cy="7" r="5"/>`,
    beside: html`<circle class="beside" cx="7" cy="7" r="4"/>`,
    reference: html`<line class="reference" x1="7" x2="7" y1="0" y2="14"/>`,
    bars: html`<rect class="filled" y="2" width="14" height="10"/>`,
  }[sign];
  return html`<svg aria-hidden="true" width="14" height="14">${drawn}</svg>`;
}
