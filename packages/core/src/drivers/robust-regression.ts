import { studentTCdf, studentTQuantile } from '../distributions/index.ts';
import { inverseOfPositiveDefinite, symmetricEigen } from '../linalg/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { regression } from './regression.ts';

/**
 * What residuals may look like. `HC0` to `HC4`: variances that differ from row to row. `CR0`, `CR1`, `CR2`: rows of the same
 * cluster (team) may go together in any way.
 */
export type RobustType = 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'HC4' | 'CR0' | 'CR1' | 'CR2';

/** A coefficient with its robust standard error. */
export interface RobustCoefficient {
  readonly value: number;
  readonly standardError: number;
  /** `CR2`: Satterthwaite's; other `CR`: clusters - 1; `HC`: n - predictors - 1 */
  readonly df: number;
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  readonly t: number;
  readonly p: number;
}

export interface RobustRegression {
  readonly type: RobustType;
  readonly n: number;
  /** clusters, or rows for `HC` */
  readonly clusters: number;
  readonly intercept: RobustCoefficient;
  readonly coefficients: readonly RobustCoefficient[];
}

export interface RobustRegressionOptions {
  /** default `CR2` with clusters, `HC3` without */
  readonly type?: RobustType;
  /** the cluster of each row */
  readonly clusters?: readonly string[];
  /** default 0.95 */
  readonly level?: number;
}

/**
 * Least squares with standard errors that do not trust the residuals: heteroscedasticity-consistent (HC), or clustered
 * (CR). The coefficients are those of `regression`.
 *
 *   HC0 e^2 · HC1 e^2 n / (n - k) · HC2 e^2 / (1 - h) · HC3 e^2 / (1 - h)^2 · HC4 e^2 / (1 - h)^min(4, h n / k)
 *   CR0 (X'e)(X'e)' by cluster · CR1 times G/(G - 1) (n - 1)/(n - k) · CR2 with (I - H)^(-1/2) e by cluster
 *
 * with k coefficients, leverages h and G clusters. Fewer than about 40 teams need CR2: CR0 and CR1 are then too small.
 *
 * @param outcome one number a row
 * @param predictors a column a predictor
 * @returns NaN where predictors are linearly dependent, or rows or clusters are too few
 * @throws RangeError for columns of different lengths, a CR type without clusters, or a level outside 0 to 1
 * @see MacKinnon & White (1985), doi:10.1016/0304-4076(85)90158-7; Cribari-Neto (2004), doi:10.1016/S0167-9473(02)00366-3;
 *   Bell & McCaffrey (2002), Survey Methodology 28; Pustejovsky & Tipton (2018), doi:10.1080/07350015.2016.1247004; agrees
 *   with R `sandwich::vcovHC`, `vcovCL` and `clubSandwich::vcovCR`, `coef_test(test = "Satterthwaite")`
 * @example robustRegression([2, 3, 5, 4, 6], [[1, 2, 3, 4, 5]], { type: 'HC3' }).coefficients[0].value // 0.9
 */
export function robustRegression(
  outcome: ArrayLike<number>,
  predictors: readonly ArrayLike<number>[],
  { clusters, type = clusters === undefined ? 'HC3' : 'CR2', level = 0.95 }: RobustRegressionOptions = {},
): RobustRegression {
  const n = outcome.length;
  for (const { length } of clusters === undefined ? predictors : [...predictors, clusters]) {
    if (length !== n) throw new RangeError(`Unexpected column length: ${length}, expected ${n}.`);
  }
  if (type.startsWith('CR') && clusters === undefined)
    throw new RangeError(`Unexpected type without clusters: ${type}.`);
  const moments = momentsOfColumns([outcome, ...predictors]);
  const { intercept, coefficients } = regression(
    moments,
    0,
    predictors.map((_, i) => i + 1),
    level,
  );
  const k = predictors.length + 1;
  // columns centred and scaled: a well-conditioned X'X, undone at the end
  const scales = predictors.map((_, i) => Math.sqrt(moments.comoments[((i + 1) * (i + 4)) / 2]! / n));
  const x = Array.from({ length: n }, (_, row) => [
    1,
    ...predictors.map((column, i) => (column[row]! - moments.means[i + 1]!) / scales[i]!),
  ]);
  const bread = inverseCrossProducts(x, k);
  const residuals = x.map(
    (_, row) =>
      outcome[row]! - coefficients.reduce((sum, { value }, i) => sum + value * predictors[i]![row]!, intercept.value),
  );
  const groups = type.startsWith('CR') ? rowsByCluster(clusters!) : Array.from({ length: n }, (_, row) => [row]);
  const enough = bread !== null && n > k && groups.length > 1;
  const contrasts = Array.from({ length: k }, (_, c) =>
    c > 0
      ? Array.from({ length: k }, (__, j) => (j === c ? 1 / scales[c - 1]! : 0))
      : [1, ...predictors.map((__, i) => -moments.means[i + 1]! / scales[i]!)],
  );
  const figures = contrasts.map((contrast, c) => {
    const value = c === 0 ? intercept.value : coefficients[c - 1]!.value;
    const { variance, df } = enough
      ? sandwich(type, { x, bread, residuals, groups, contrast })
      : { variance: NaN, df: NaN };
    const standardError = Math.sqrt(variance);
    const half = df > 0 ? studentTQuantile(1 - (1 - level) / 2, df) * standardError : NaN;
    const t = value / standardError;
    return {
      value,
      standardError,
      df,
      interval: { lower: value - half, upper: value + half, level },
      t,
      p: df > 0 ? 2 * studentTCdf(Math.abs(t), df, 'upper') : NaN,
    };
  });
  return { type, n, clusters: groups.length, intercept: figures[0]!, coefficients: figures.slice(1) };
}

interface Fit {
  readonly x: readonly (readonly number[])[];
  readonly bread: readonly (readonly number[])[];
  readonly residuals: readonly number[];
  readonly groups: readonly (readonly number[])[];
  /** the coefficient asked for, as a combination of those on the scaled columns */
  readonly contrast: readonly number[];
}

const dotOf = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => dotOf(row, vector));

function sandwich(type: RobustType, fit: Fit): { variance: number; df: number } {
  const { x, bread, residuals, groups, contrast } = fit;
  const n = x.length;
  const k = bread.length;
  const direction = times(bread, contrast);
  if (type === 'CR2') return biasReduced(fit, direction);
  let variance = 0;
  for (const rows of groups) {
    let sum = 0;
    for (const row of rows) sum += dotOf(x[row]!, direction) * residuals[row]! * correction(type, x[row]!, bread, n, k);
    variance += sum * sum;
  }
  if (type === 'HC1') variance *= n / (n - k);
  if (type === 'CR1') variance *= (groups.length / (groups.length - 1)) * ((n - 1) / (n - k));
  return { variance, df: type.startsWith('HC') ? n - k : groups.length - 1 };
}

/** What a residual is multiplied by, the root of the weight of its square. */
function correction(
  type: RobustType,
  row: readonly number[],
  bread: readonly (readonly number[])[],
  n: number,
  k: number,
): number {
  if (type === 'HC0' || type === 'HC1' || type.startsWith('CR')) return 1;
  const leverage = dotOf(row, times(bread, row));
  const left = Math.max(0, 1 - leverage);
  if (type === 'HC2') return 1 / Math.sqrt(left);
  return type === 'HC3' ? 1 / left : left ** (-Math.min(4, (leverage * n) / k) / 2);
}

/**
 * CR2 under a working model of independent residuals of one variance: each cluster's residuals are multiplied by the
 * symmetric root of the inverse of I - H. Satterthwaite's df from the same: (sum of the diagonal)^2 / sum of squares of
 * the matrix of the clusters' contributions.
 */
function biasReduced(
  { x, bread, residuals, groups }: Fit,
  direction: readonly number[],
): { variance: number; df: number } {
  let variance = 0;
  const own: number[] = [];
  const pulled: number[][] = [];
  for (const rows of groups) {
    const part = rows.map((row) => x[row]!);
    const leverages = part.flatMap((a, i) => {
      const spread = times(bread, a);
      return part.slice(0, i + 1).map((b, j) => (i === j ? 1 : 0) - dotOf(spread, b));
    });
    const eigen = symmetricEigen(leverages, rows.length)!;
    const pull = part.map((a) => dotOf(a, direction));
    const adjusted = new Array<number>(rows.length).fill(0);
    eigen.vectors.forEach((vector, m) => {
      // a direction that the cluster alone decides has no residual to correct
      if (!(eigen.values[m]! > 1e-12)) return;
      const along = pull.reduce((sum, value, i) => sum + value * vector[i]!, 0) / Math.sqrt(eigen.values[m]!);
      for (let i = 0; i < adjusted.length; i++) adjusted[i]! += along * vector[i]!;
    });
    variance += rows.reduce((sum, row, i) => sum + adjusted[i]! * residuals[row]!, 0) ** 2;
    own.push(dotOf(adjusted, adjusted));
    pulled.push(bread.map((_, j) => part.reduce((sum, a, i) => sum + a[j]! * adjusted[i]!, 0)));
  }
  let [trace, squares] = [0, 0];
  const spread = pulled.map((u) => times(bread, u));
  for (let g = 0; g < groups.length; g++) {
    for (let h = 0; h < groups.length; h++) {
      const entry = (g === h ? own[g]! : 0) - dotOf(spread[g]!, pulled[h]!);
      if (g === h) trace += entry;
      squares += entry * entry;
    }
  }
  return { variance, df: (trace * trace) / squares };
}

/** (X'X)^-1; columns have squares of about n. */
function inverseCrossProducts(x: readonly (readonly number[])[], k: number): number[][] | null {
  const n = x.length;
  const packed: number[] = [];
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) packed.push(x.reduce((sum, row) => sum + row[i]! * row[j]!, 0) / n);
  }
  return inverseOfPositiveDefinite(packed, k)?.map((row) => row.map((value) => value / n)) ?? null;
}

function rowsByCluster(clusters: readonly string[]): number[][] {
  const rows = new Map<string, number[]>();
  clusters.forEach((cluster, row) => {
    const known = rows.get(cluster);
    if (known === undefined) rows.set(cluster, [row]);
    else known.push(row);
  });
  return [...rows.values()];
}
