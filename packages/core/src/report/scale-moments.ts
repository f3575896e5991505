import type { Instrument } from '../instrument/instrument.ts';
import { itemOf, responseScaleOf, scaleOf } from '../instrument/scale-key.ts';
import {
  emMoments,
  type MissingTreatment,
  type Moments,
  momentsOfCodeSums,
  momentsOfPairs,
  packedIndex,
  packedLength,
  type ResponsePatterns,
} from '../moments/index.ts';
import type { ScaleTally } from './reliability-tally-types.ts';

/** The moments of one scale with what the report has to say of them. */
export interface ScaleMoments {
  readonly id: string;
  readonly items: readonly string[];
  readonly reversed: readonly boolean[];
  /** respondents who answered every item, and the others */
  readonly n: number;
  readonly nDropped: number;
  readonly missing: MissingTreatment;
  readonly moments: Moments;
  /** respondents behind every pair of items, packed as co-moments are; on the diagonal behind every item */
  readonly counts: Float64Array;
  /** false where the maximum-likelihood moments were not reached */
  readonly converged: boolean;
}

/** The moments that a tally amounts to, of keyed answers. */
export function scaleMoments(instrument: Instrument, tally: ScaleTally, rows: number): ScaleMoments {
  const { items } = scaleOf(instrument, tally.scale);
  const k = items.length;
  if (tally.reversed.length !== k) {
    throw new RangeError(`Unexpected number of items of ${tally.scale}: ${tally.reversed.length}, expected ${k}.`);
  }
  const frame = {
    id: tally.scale,
    items,
    reversed: tally.reversed,
    n: tally.complete,
    nDropped: rows - tally.complete,
  };
  const { statistics } = tally;
  switch (statistics.kind) {
    case 'code-sums': {
      const moments = momentsOfCodeSums(statistics.codeSums, rangesOfReversed(instrument, items, tally.reversed));
      return { ...frame, ...listwise(moments) };
    }
    case 'moments':
      return { ...frame, ...listwise(statistics.moments) };
    case 'pairwise': {
      const { pairs } = statistics;
      return { ...frame, missing: 'pairwise', moments: momentsOfPairs(pairs), counts: pairs.counts, converged: true };
    }
    case 'patterns': {
      const moments = emMoments(statistics.patterns);
      const { converged } = moments;
      return { ...frame, missing: 'em', moments, counts: pairsOfPatterns(statistics.patterns), converged };
    }
  }
}

/** Moments of complete respondents, who are behind every pair. */
function listwise(moments: Moments<'listwise'>): Pick<ScaleMoments, 'missing' | 'moments' | 'counts' | 'converged'> {
  const counts = new Float64Array(moments.comoments.length).fill(moments.n);
  return { missing: 'listwise', moments, counts, converged: true };
}

/** The fewest respondents behind any pair of items: what the figures of the scale can be said to rest on. */
export const smallestCount = ({ counts }: ScaleMoments): number => counts.reduce((a, b) => Math.min(a, b), Infinity);

function rangesOfReversed(instrument: Instrument, items: readonly string[], reversed: readonly boolean[]) {
  return items.map((id, i) => {
    if (!reversed[i]) return null;
    const { codes } = responseScaleOf(instrument, itemOf(instrument, id).responseScale);
    return { minimum: Math.min(...codes), maximum: Math.max(...codes) };
  });
}

function pairsOfPatterns({ variables, patterns }: ResponsePatterns): Float64Array {
  const counts = new Float64Array(packedLength(variables));
  for (const [pattern, { n }] of patterns) {
    const answered = [...pattern].flatMap((mark, i) => (mark === '1' ? [i] : []));
    for (const i of answered) for (const j of answered) if (j <= i) counts[packedIndex(i, j)]! += n;
  }
  return counts;
}
