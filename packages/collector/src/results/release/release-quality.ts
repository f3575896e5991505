import { mergeCounts } from '../tally/cell-tally.ts';
import type { TalliedCell } from '../tally/read-cells.ts';
import { roundTo } from './rounding.ts';
import { scoresOf } from './scale-people.ts';
import type { Released, ReleasedQuality } from './wave-release.ts';

/**
 * How people answered: counts of few people, and of all but few, are held back as any others.
 *
 * @param tellsNumber whether it is told how many of these groups took part; else no number of them is
 */
export function releaseQuality(cells: readonly TalliedCell[], minimum: number, tellsNumber: boolean): ReleasedQuality {
  const n = cells.reduce((sum, { tally }) => sum + tally.rows, 0);
  const isEnough = tellsNumber && n >= minimum;
  const countOf = (kind: 'straight' | 'fast' | 'sparse'): Released<number> => {
    const count = cells.reduce((sum, { tally }) => sum + tally.quality[kind], 0);
    const isTold = isEnough && count >= minimum && (n === count || n - count >= minimum);
    return isTold ? { is: count } : { code: 'too-small', minimum };
  };
  const tenths = scoresOf(mergeCounts(cells.map(({ tally }) => tally.quality.tenths)));
  const middle = (tenths[Math.floor((tenths.length - 1) / 2)]! + tenths[Math.floor(tenths.length / 2)]!) / 2;
  return {
    n: isEnough ? { is: n } : { code: 'too-small', minimum },
    straight: countOf('straight'),
    fast: countOf('fast'),
    sparse: countOf('sparse'),
    secondsPerItem: isEnough ? roundTo(middle / 10, 0.1) : null,
  };
}
