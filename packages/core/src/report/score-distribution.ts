import type { PossibleRange, ScoreLattice } from '../scoring/index.ts';
import type { ScoreDistribution } from './report-types.ts';

type Bins = Omit<ScoreDistribution[number], 'count'>[];

const MOST_BINS = 20;
const BINS_WITHOUT_LATTICE = 10;

/**
 * Counts of scores in bins that hold the same number of possible scores each, so that the shape of a histogram comes from
 * the answers and not from the binning; only the last bin can hold fewer. At most 20 bins; where the possible scores are
 * not equally spaced, ten of equal width.
 *
 * @param values scores of complete answers, without NaN
 * @param counts how many respondents have each of them; default one
 */
export function scoreDistribution(
  values: ArrayLike<number>,
  range: PossibleRange,
  lattice: ScoreLattice | null,
  counts?: ArrayLike<number>,
): ScoreDistribution {
  const perBin = lattice === null ? 0 : scoresPerBin(lattice.count);
  const bins = lattice === null ? equalBins(range) : latticeBins(lattice, perBin);
  const inBins = new Array<number>(bins.length).fill(0);
  const start = lattice === null ? range.minimum : lattice.first;
  const width = lattice === null ? (range.maximum - range.minimum) / bins.length : lattice.step;
  for (let i = 0; i < values.length; i++) {
    const steps = (values[i]! - start) / width;
    // a score of the lattice is the nearest whole step, whatever rounding did to it
    let bin = lattice === null ? Math.floor(steps) : Math.floor(Math.round(steps) / perBin);
    if (lattice === null && values[i]! >= (bins[bin + 1]?.from ?? Infinity)) bin++;
    inBins[Math.max(0, Math.min(bins.length - 1, bin))]! += counts?.[i] ?? 1;
  }
  return bins.map((bin, i) => ({ ...bin, count: inBins[i]! }));
}

/** The fewest scores a bin that keep to the number of bins; more, up to twice as many, where that comes out even. */
function scoresPerBin(count: number): number {
  const least = Math.ceil(count / MOST_BINS);
  for (let perBin = least; perBin <= 2 * least; perBin++) if (count % perBin === 0) return perBin;
  return least;
}

function latticeBins({ first, step, count }: ScoreLattice, perBin: number): Bins {
  return Array.from({ length: Math.ceil(count / perBin) }, (_, bin) => {
    const lowest = bin * perBin;
    const highest = Math.min(count, lowest + perBin) - 1;
    return {
      from: first + (lowest - 0.5) * step,
      to: first + (highest + 0.5) * step,
      lowest: first + lowest * step,
      highest: first + highest * step,
    };
  });
}

function equalBins({ minimum, maximum }: PossibleRange): Bins {
  const width = (maximum - minimum) / BINS_WITHOUT_LATTICE;
  return Array.from({ length: BINS_WITHOUT_LATTICE }, (_, bin) => {
    const from = minimum + bin * width;
    const to = bin === BINS_WITHOUT_LATTICE - 1 ? maximum : minimum + (bin + 1) * width;
    return { from, to, lowest: from, highest: to };
  });
}
