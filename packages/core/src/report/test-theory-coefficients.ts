import { scaleOf } from '../instrument/scale-key.ts';
import {
  kr20,
  kr21,
  type SplitHalvesResult,
  smallestDetectableChange,
  splitHalf,
  standardErrorOfMeasurement,
} from '../reliability/index.ts';
import type { CoefficientRow, CoefficientSource } from './coefficient-row.ts';
import { scoreUnit } from './score-unit.ts';
import { twoPointMoments } from './two-point-moments.ts';

/** Kuder and Richardson's formulas, for items with two codes alone. */
export function kuderRichardsonRows({ instrument, scale }: CoefficientSource): CoefficientRow[] {
  const moments = twoPointMoments(instrument, scale);
  if (moments === null) return [];
  return [
    {
      id: 'kr-20',
      name: 'Kuder-Richardson 20',
      value: kr20(moments),
      method: 'items of two codes; equals alpha',
      reference: 'kuder-richardson-1937',
    },
    {
      id: 'kr-21',
      name: 'Kuder-Richardson 21',
      value: kr21(moments),
      method: 'items of two codes, taken as equally difficult',
      reference: 'kuder-richardson-1937',
    },
  ];
}

/** The best, the mean and the worst of the split halves, and the odd items against the even ones. */
export function splitHalfRows(
  { scale: { moments, items }, request }: CoefficientSource,
  halves: SplitHalvesResult,
): CoefficientRow[] {
  const { splits, exhaustive, flanaganRulon } = halves;
  const which = exhaustive ? `all ${splits} splits` : `${splits} splits drawn at random, seed ${request.seed}`;
  const odd = items.flatMap((_, i) => (i % 2 === 0 ? [i] : []));
  const summary = (end: 'maximum' | 'mean' | 'minimum'): CoefficientRow => ({
    id: `split-half-${end}`,
    name: `Split half, ${end}`,
    value: flanaganRulon[end],
    method: `Flanagan-Rulon, ${which}`,
    reference: 'guttman-1945',
  });
  return [
    summary('maximum'),
    summary('mean'),
    summary('minimum'),
    {
      id: 'split-half-odd-even',
      name: 'Split half, odd-even',
      value: items.length < 2 ? NaN : splitHalf(moments, odd).horst,
      method: items.length % 2 === 0 ? 'Spearman-Brown' : "Spearman-Brown, Horst's form for halves of unequal length",
      reference: items.length % 2 === 0 ? 'spearman-1910' : 'horst-1951',
    },
  ];
}

/** Standard error of measurement and smallest detectable change, where alpha is of the score itself. */
export function errorRows({ instrument, scale, alpha, request: { level } }: CoefficientSource): CoefficientRow[] {
  const unit = scoreUnit(instrument, scaleOf(instrument, scale.id));
  let total = 0; // of the co-moments: those of the sum of all items
  for (let i = 0, p = 0; i < scale.items.length; i++) {
    for (let j = 0; j < i; j++) total += 2 * scale.moments.comoments[p++]!;
    total += scale.moments.comoments[p++]!;
  }
  const deviation = (unit ?? NaN) * Math.sqrt(total / (scale.moments.n - 1));
  const error = standardErrorOfMeasurement(deviation, alpha ?? NaN);
  const why = unit === null ? 'not given: the score is no plain sum or mean of the items' : undefined;
  return [
    {
      id: 'standard-error-of-measurement',
      name: 'Standard error of measurement',
      value: error,
      method: why ?? 'SD of the score times the root of 1 - alpha, in units of the score',
      reference: 'harvill-1991',
    },
    {
      id: 'smallest-detectable-change',
      name: 'Smallest detectable change',
      value: smallestDetectableChange(error, 1, level),
      method: why ?? `one person, ${Number((100 * level).toPrecision(12))} percent, in units of the score`,
      reference: 'de-vet-2006',
    },
  ];
}
