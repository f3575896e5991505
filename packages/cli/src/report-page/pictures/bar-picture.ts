import type { BarPart } from '../document/document.ts';
import { html, type Markup } from '../html/markup.ts';
import { sequentialColour } from './sequential-colour.ts';

const HEIGHT = 22;
/** Share of the bar that a label needs on the narrowest page, a figure. */
const ROOM = 0.045;

const percent = (share: number) => `${Number((100 * share).toFixed(3))}%`;

/** One bar, in parts from left to right; a label stands on its part where it fits. */
export function barPicture(parts: readonly BarPart[], title: string, id: string): Markup {
  let from = 0;
  const drawn = parts.map(({ share, label, shade }) => {
    const left = from;
    from += share;
    if (!(share > 0)) return '';
    const { fill, ink } = sequentialColour(shade);
    const word =
      label === '' || share < ROOM * label.length
        ? ''
        : html`<text x="${percent(left + share / 2)}" y="15.5" text-anchor="middle" fill="${ink}">${label}</text>`;
    return html`<rect x="${percent(left)}" width="${percent(share)}" height="${HEIGHT}" fill="${fill}"/>${word}`;
  });
  return html`<svg class="stack" role="img" aria-labelledby="${id}" width="100%" height="${HEIGHT}"><title id="${id}">${title}</title><rect class="whole" width="100%" height="${HEIGHT}"/>${drawn}</svg>`;
}
