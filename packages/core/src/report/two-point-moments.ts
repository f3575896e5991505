import type { Instrument } from '../instrument/instrument.ts';
import { itemOf, responseScaleOf } from '../instrument/scale-key.ts';
import { type Moments, packedIndex } from '../moments/index.ts';
import type { ScaleMoments } from './scale-moments.ts';

/** The moments of items with two codes, these taken as 0 and 1; null where an item has more. */
export function twoPointMoments(instrument: Instrument, { items, moments }: ScaleMoments): Moments | null {
  const codes = items.map((id) => responseScaleOf(instrument, itemOf(instrument, id).responseScale).codes);
  if (codes.some(({ length }) => length !== 2)) return null;
  const low = codes.map((pair) => Math.min(...pair));
  const gap = codes.map((pair, i) => Math.max(...pair) - low[i]!);
  const comoments = moments.comoments.slice();
  for (let i = 0; i < items.length; i++) {
    for (let j = 0; j <= i; j++) comoments[packedIndex(i, j)]! /= gap[i]! * gap[j]!;
  }
  const { missing, n, means } = moments;
  return { missing, n, means: means.map((mean, i) => (mean - low[i]!) / gap[i]!), comoments };
}
