import type { MixedEquations } from './mixed-equations.ts';

/** Multiplies by Lambda' in place, `width` numbers an effect, the nodes from `from` to `to`. */
export function scaleTransposed(
  { factors, nodeFactor, nodeMember }: MixedEquations,
  theta: Float64Array,
  right: Float64Array,
  width: number,
  from = 0,
  to = nodeFactor.length,
): void {
  for (let node = from; node < to; node++) {
    const { columns, starts, parameter } = factors[nodeFactor[node]!]!;
    const at = starts[nodeMember[node]!]! * width;
    const a = theta[parameter]!;
    if (columns === 1) {
      for (let c = 0; c < width; c++) right[at + c]! *= a;
      continue;
    }
    const [b, d] = [theta[parameter + 1]!, theta[parameter + 2]!];
    for (let c = 0; c < width; c++) {
      const slope = right[at + width + c]!;
      right[at + c] = a * right[at + c]! + b * slope;
      right[at + width + c] = d * slope;
    }
  }
}

/** Multiplies by Lambda in place, `width` numbers an effect, the nodes from `from` to `to`. */
export function scaleEffects(
  { factors, nodeFactor, nodeMember }: MixedEquations,
  theta: Float64Array,
  right: Float64Array,
  width: number,
  from = 0,
  to = nodeFactor.length,
): void {
  for (let node = from; node < to; node++) {
    const { columns, starts, parameter } = factors[nodeFactor[node]!]!;
    const at = starts[nodeMember[node]!]! * width;
    const a = theta[parameter]!;
    if (columns === 1) {
      for (let c = 0; c < width; c++) right[at + c]! *= a;
      continue;
    }
    const [b, d] = [theta[parameter + 1]!, theta[parameter + 2]!];
    for (let c = 0; c < width; c++) {
      const intercept = right[at + c]!;
      right[at + c] = a * intercept;
      right[at + width + c] = b * intercept + d * right[at + width + c]!;
    }
  }
}
