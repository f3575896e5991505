import type { Waves } from '../document/document.ts';
import { html, type Markup } from '../html/markup.ts';

const PLOT = { top: 24, height: 170, left: 12, right: 97 }; // pixels down, percent across
const BOTTOM = PLOT.top + PLOT.height;

/** Means over time: a point and its interval at each, joined; places across are in percent, places down in pixels. */
export function wavesPicture({ points, axis, description }: Waves, id: string): Markup {
  const across = (place: number) =>
    `${Number((PLOT.left + ((PLOT.right - PLOT.left) * (place + 0.5)) / points.length).toFixed(3))}%`;
  const down = (value: number) =>
    Number((BOTTOM - (PLOT.height * (value - axis.from)) / (axis.to - axis.from)).toFixed(2));
  const grid = axis.ticks.map(
    ({ at, label }) =>
      html`<line class="grid" x1="${PLOT.left}%" x2="${PLOT.right}%" y1="${down(at)}" y2="${down(at)}"/><text x="${PLOT.left - 1.5}%" y="${down(at) + 4}" text-anchor="end">${label}</text>`,
  );
  const ways = points
    .slice(1)
    .map(
      ({ value }, i) =>
        html`<line class="way" x1="${across(i)}" x2="${across(i + 1)}" y1="${down(points[i]!.value)}" y2="${down(value)}"/>`,
    );
  const drawn = points.map(
    ({ name, value, lower, upper, label }, i) =>
      html`<line class="range" x1="${across(i)}" x2="${across(i)}" y1="${down(lower)}" y2="${down(upper)}"/><circle class="point" cx="${across(i)}" cy="${down(value)}" r="5"/><text class="label" x="${across(i)}" dx="${i === 0 ? -12 : 12}" y="${down(value) + 4}" text-anchor="${i === 0 ? 'end' : 'start'}">${label}</text><text x="${across(i)}" y="${BOTTOM + 20}" text-anchor="middle">${name}</text>`,
  );
  return html`<svg class="waves" role="img" aria-labelledby="${id}" width="100%" height="${BOTTOM + 32}"><title id="${id}">${description}</title>${grid}${ways}${drawn}</svg>`;
}
