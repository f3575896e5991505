import { normalQuantile } from '../distributions/index.ts';
import type { ContingencyTable } from './contingency-table.ts';
import { kappaInterval } from './kappa-interval.ts';
import { disagreementWeights, type KappaWeights } from './kappa-weights.ts';

export interface CohenKappaOptions {
  /** default 'none': only the same code is agreement */
  readonly weights?: KappaWeights;
  /** coverage aimed at, default 0.95 */
  readonly level?: number;
}

export interface CohenKappaResult {
  /** pairs of codes */
  readonly n: number;
  /** weighted share of agreement observed, and expected of raters who judge independently */
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number;
  /** large-sample standard error, for intervals */
  readonly standardError: number;
  /** the standard error if the true kappa is 0, for the test of that */
  readonly nullStandardError: number;
  /** kappa -/+ z standardError, cut at -1 and 1 */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Cohen's kappa, the agreement of two raters beyond chance, plain or weighted:
 *
 *   kappa = (po - pe) / (1 - pe),   po = sum(w_ij p_ij),   pe = sum(w_ij p_i. p_.j)
 *   se^2 = (sum(p_ij a_ij^2) - (sum(p_ij a_ij))^2) / (n (1 - pe)^4),   a_ij = w_ij (1 - pe) - (w_i. + w_.j) (1 - po)
 *
 * w_i. being sum_j(w_ij p_.j) and w_.j being sum_i(w_ij p_i.). The divisor is n. Pairs must be independent, and the two
 * raters the same throughout. The interval is normal: poor below some 50 pairs or near kappa 1. At perfect agreement
 * the standard error is 0 and the interval a point, which says nothing about sampling.
 *
 * @returns NaN where nobody was judged, or both raters use one and the same code only. Where each uses one code only, but not
 * the same, kappa is 0 with a standard error of 0, whatever the raters would do elsewhere
 * @throws RangeError for a table whose rows and columns have different codes, for unfit weights, unless 0 < level < 1
 * @see Cohen (1960), doi:10.1177/001316446002000104, (1968), doi:10.1037/h0026256; Fleiss, Cohen & Everitt (1969),
 *   doi:10.1037/h0028106. Agrees with R `vcd::Kappa`, and with `psych::cohen.kappa` for both kappas and for the plain
 *   variance; psych 2.2.9 takes row sums for w_.j in the weighted one (`var.weighted`) and so differs from the paper
 * @example cohenKappa(contingencyTableOf([1, 1, 2, 2], [1, 1, 2, 1], [1, 2])).kappa // 0.5
 */
export function cohenKappa(
  { rowCodes, columnCodes, counts }: ContingencyTable,
  { weights = 'none', level = 0.95 }: CohenKappaOptions = {},
): CohenKappaResult {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const k = rowCodes.length;
  if (columnCodes.length !== k || rowCodes.some((code, i) => code !== columnCodes[i])) {
    throw new RangeError(`Unexpected column codes: ${columnCodes}, expected ${rowCodes}.`);
  }
  const away = disagreementWeights(weights, k);
  let n = 0;
  for (const count of counts) n += count;
  const rows = new Float64Array(k);
  const columns = new Float64Array(k);
  for (let i = 0, c = 0; i < k; i++) {
    for (let j = 0; j < k; j++, c++) {
      rows[i]! += counts[c]! / n;
      columns[j]! += counts[c]! / n;
    }
  }
  // written in disagreements, so that 1 - po and 1 - pe lose no digits where agreement is high
  let seen = 0;
  let chance = 0;
  const ofRow = new Float64Array(k);
  const ofColumn = new Float64Array(k);
  for (let i = 0, c = 0; i < k; i++) {
    for (let j = 0; j < k; j++, c++) {
      seen += (away[c]! * counts[c]!) / n;
      chance += away[c]! * rows[i]! * columns[j]!;
      ofRow[i]! += away[c]! * columns[j]!;
      ofColumn[j]! += away[c]! * rows[i]!;
    }
  }
  let variance = 0;
  let nullVariance = 0;
  for (let i = 0, c = 0; i < k; i++) {
    for (let j = 0; j < k; j++, c++) {
      const both = ofRow[i]! + ofColumn[j]!;
      const a = both * seen - away[c]! * chance - seen * chance; // less its mean over the pairs observed
      const b = both - away[c]! - chance; // less its mean over independent pairs
      variance += (counts[c]! / n) * a * a;
      nullVariance += rows[i]! * columns[j]! * b * b;
    }
  }
  if (!(chance > 0)) return { ...NOT_ESTIMABLE, n };
  const kappa = 1 - seen / chance;
  const standardError = Math.sqrt(variance / n) / (chance * chance);
  const margin = normalQuantile((1 - level) / 2, 0, 1, 'upper') * standardError;
  return {
    n,
    observed: 1 - seen,
    expected: 1 - chance,
    kappa,
    standardError,
    nullStandardError: Math.sqrt(nullVariance / n) / chance,
    ...kappaInterval(kappa, margin),
  };
}

const NOT_ESTIMABLE = {
  observed: NaN,
  expected: NaN,
  kappa: NaN,
  standardError: NaN,
  nullStandardError: NaN,
  lower: NaN,
  upper: NaN,
};
