import type { Histogram } from '../document/document.ts';
import { html, type Markup } from '../html/markup.ts';
import { ticks } from './ticks.ts';

const PLOT = { top: 44, height: 190, right: 99 }; // pixels down, percent across
/** Percent of the width left of the axis: room for a sign of its numbers on the narrowest page, and around them. */
const MARGIN = { sign: 2.7, around: 3 };
const AXIS = { numbers: 16, name: 36, room: 44 };
/** From so many figures in all, counts stand above the bars on wide pages alone, and then nowhere. */
const FIGURES = { narrow: 36, wide: 90 };

const percent = (share: number) => `${Number((100 * share).toFixed(3))}%`;

/**
 * Bars that touch, in a picture that is as wide as the page allows while its letters keep their size: places across are in
 * percent, places down in pixels.
 *
 * @param id unique in the page
 */
export function histogramPicture({ bins, mean, axis, description }: Histogram, name: string, id: string): Markup {
  const from = bins[0]?.from ?? 0;
  const span = (bins.at(-1)?.to ?? 1) - from;
  const steps = ticks(0, Math.max(1, ...bins.map(({ count }) => count)), 4).filter(Number.isInteger);
  const top = Math.max(steps.at(-1) ?? 1, ...bins.map(({ count }) => count), 1);
  const left = MARGIN.around + MARGIN.sign * Math.max(1, ...steps.map((step) => axis.number(step).length));
  const plotWidth = PLOT.right - left;
  const across = (share: number) => `${Number((left + plotWidth * share).toFixed(3))}%`;
  const bottom = PLOT.top + PLOT.height;
  const down = (count: number) => Number((bottom - (PLOT.height * count) / top).toFixed(2));
  const place = (value: number) => (value - from) / span;
  const figures = bins.length * Math.max(...bins.map(({ count }) => axis.number(count).length));
  const counts = figures > FIGURES.wide ? 'hidden' : figures > FIGURES.narrow ? 'count wide' : 'count';

  const grid = steps.map(
    (step) => html`<line class="grid" x1="${across(0)}" x2="${across(1)}" y1="${down(step)}" y2="${down(step)}"/>
<text class="axis" x="${across(-0.015)}" y="${down(step) + 4}" text-anchor="end">${axis.number(step)}</text>
`,
  );
  const bars = bins.map(({ from: low, to, count }) => {
    if (count === 0) return '';
    const width = percent((plotWidth / 100) * ((to - low) / span));
    const height = Number((bottom - down(count)).toFixed(2));
    return html`<rect class="bar" x="${across(place(low))}" y="${down(count)}" width="${width}" height="${height}"/>
`;
  });
  const labels = bins.map(({ from: low, to, count }) => {
    if (count === 0 || counts === 'hidden') return '';
    const middle = across(place((low + to) / 2));
    return html`<text class="${counts}" x="${middle}" y="${down(count) - 4}" text-anchor="middle">${axis.number(count)}</text>
`;
  });
  const numbers = ticks(from, from + span, 8).map(
    (value) =>
      html`<line class="tick" x1="${across(place(value))}" x2="${across(place(value))}" y1="${bottom}" y2="${bottom + 4}"/>
<text class="axis" x="${across(place(value))}" y="${bottom + AXIS.numbers}" text-anchor="middle">${axis.number(value)}</text>
`,
  );
  const at = mean === null ? 0 : place(mean.value);
  const mark =
    mean === null
      ? ''
      : html`<line class="mean" x1="${across(at)}" x2="${across(at)}" y1="${PLOT.top - 26}" y2="${bottom}"/>
<text class="mark" x="${across(at)}" y="${PLOT.top - 30}" text-anchor="${at > 0.85 ? 'end' : at < 0.15 ? 'start' : 'middle'}">${mean.name}</text>
`;
  return html`<svg class="histogram" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description" width="100%" height="${bottom + AXIS.room}">
<title id="${id}-title">${name}</title>
<desc id="${id}-description">${description}</desc>
${grid}${bars}<line class="base" x1="${across(0)}" x2="${across(1)}" y1="${bottom}" y2="${bottom}"/>
${numbers}${mark}${labels}<text class="axis" x="${across(0.5)}" y="${bottom + AXIS.name}" text-anchor="middle">${axis.score}</text>
</svg>
`;
}
