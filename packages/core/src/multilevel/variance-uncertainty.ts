import { covarianceProducts, effectBlock } from './covariance-products.ts';
import type { Factored } from './factor-equations.ts';
import { interchangeableMembers } from './interchangeable-members.ts';
import type { MixedEquations } from './mixed-equations.ts';
import { addProducts, symmetricProducts } from './symmetric-products.ts';
import { covariancesOfVariances } from './variance-information.ts';
import { varianceParameters } from './variance-parameters.ts';
import { varianceProducts } from './variance-products.ts';

/**
 * What it adds to the squared error of a prediction that variances are estimated, over the residual variance: twice the sum
 * of W_kl s_k' V s_l, s_k the derivative of the weights that the rows have in the prediction by variance k, and W the
 * covariances of the estimates. Once for the weights being off, once for the error given the variances being too small for
 * that. Predictions depend on the ratios of variances only, so the residual one is taken into the ratios.
 *
 * @returns of a member of the group at `place`: intercept + `slope` times its slope
 * @see Prasad & Rao (1990), doi:10.1080/01621459.1990.10475320; Harville & Jeske (1992), doi:10.1080/01621459.1992.10475274
 */
export function varianceUncertainty(
  equations: MixedEquations,
  rows: number,
  restricted: boolean,
  theta: Float64Array,
  factored: Factored,
): (place: number, block: number, start: number, slope: number) => number {
  const { size, factors, nodeFactor, nodeMember } = equations;
  const parameters = varianceParameters(equations, theta);
  const count = parameters.length;
  const own = covariancesOfVariances(varianceProducts(equations, rows, theta, factored), restricted);
  const residual = own[count]!;
  const ratios = parameters.map(({ gamma: left }, k) =>
    Float64Array.from(
      parameters,
      ({ gamma: right }, l) =>
        own[k]![l]! - left * residual[l]! - right * residual[k]! + left * right * residual[count]!,
    ),
  );
  const products = symmetricProducts(equations);
  const complete = covarianceProducts(equations, theta, factored.factor, products, count);
  const parametersOf = factors.map((_, f) => parameters.flatMap(({ factor }, k) => (factor === f ? [k] : [])));
  const rest = new Float64Array(size); // the prediction's weights on effects less C times its covariances with them
  const moved = new Float64Array(size * count);
  const through = new Float64Array(size * count);

  // those that could change places have the same figure, at the same weight of the slope
  const representative = interchangeableMembers(equations, products);
  const known = new Float64Array(representative.length).fill(NaN);
  const nodeOf = new Int32Array(size);
  for (let node = 0; node < nodeFactor.length; node++) {
    nodeOf[factors[nodeFactor[node]!]!.starts[nodeMember[node]!]!] = node;
  }
  return (place, block, start, slope) => {
    const same = representative[nodeOf[start]!]!;
    if (!Number.isNaN(known[same])) return known[same]!;
    const range = effectBlock(equations, block);
    const [from, to, firstNode, lastNode] = range;
    const { columns, parameter } = factors[place]!;
    const [a, b, c] = [theta[parameter]!, theta[parameter + 1]!, theta[parameter + 2]!];
    const covariances = columns === 1 ? [a * a] : [a * a + a * b * slope, a * b + (b * b + c * c) * slope];
    rest.fill(0, from, to);
    covariances.forEach((value, i) => {
      for (let p = products.starts[start + i]!; p < products.starts[start + i + 1]!; p++) {
        rest[products.columns[p]!]! -= products.values[p]! * value;
      }
    });
    complete(rest, 1, range);
    rest[start]! += 1;
    if (columns === 2) rest[start + 1]! += slope;

    moved.fill(0, from * count, to * count);
    for (let node = firstNode; node < lastNode; node++) {
      const f = nodeFactor[node]!;
      const at = factors[f]!.starts[nodeMember[node]!]!;
      for (const k of parametersOf[f]!) {
        for (const [r, s] of parameters[k]!.entries) moved[(at + r) * count + k]! += rest[at + s]!;
      }
    }
    through.fill(0, from * count, to * count);
    addProducts(products, 1, moved, through, count, from, to);
    complete(through, count, range);
    let sum = 0;
    for (let row = from * count; row < to * count; row += count) {
      for (let k = 0; k < count; k++) {
        for (let l = 0; l < count; l++) sum += ratios[k]![l]! * moved[row + k]! * through[row + l]!;
      }
    }
    known[same] = 2 * sum;
    return known[same]!;
  };
}
