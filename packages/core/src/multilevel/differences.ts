/** A vector function at a point, with its first and second derivatives; one array an output. */
export interface Differences {
  readonly value: Float64Array;
  /** `gradient[i]`: by variable i */
  readonly gradient: readonly Float64Array[];
  /** lower triangle, packed row by row */
  readonly hessian: readonly Float64Array[];
}

/**
 * First and second derivatives by central differences, for two variables along the diagonal. Order 4 takes one and two
 * steps to each side, 1 + 4 k + 2 k (k - 1) calls; with steps of a hundredth of the scale on which the function changes
 * about eight digits are right. Order 2 takes half the calls, for steps a tenth of that.
 */
export function differences(
  vectorAt: (x: Float64Array) => Float64Array,
  x: Float64Array,
  steps: Float64Array,
  order: 2 | 4,
  value = vectorAt(x),
): Differences {
  const size = x.length;
  const moved = (i: number, j: number, times: number): Float64Array => {
    const at = x.slice();
    at[i]! += times * steps[i]!;
    if (j !== i) at[j]! += times * steps[j]!;
    return vectorAt(at);
  };
  /** derivatives times their steps, right up to the square of the step */
  const ofSecondOrder = (times: 1 | 2) => {
    const sides = Array.from(x, (_, i) => [moved(i, i, times), moved(i, i, -times)] as const);
    const first = sides.map(([up, down]) => value.map((_, out) => (up[out]! - down[out]!) / (2 * times)));
    const second: Float64Array[] = [];
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) {
        const [up, down] = [moved(i, j, times), moved(i, j, -times)];
        second.push(
          value.map((centre, out) => {
            const alone = sides[i]![0][out]! + sides[i]![1][out]! + sides[j]![0][out]! + sides[j]![1][out]!;
            return (up[out]! + down[out]! - alone + 2 * centre) / (2 * times * times);
          }),
        );
      }
      const [up, down] = sides[i]!;
      second.push(value.map((centre, out) => (up[out]! + down[out]! - 2 * centre) / (times * times)));
    }
    return { first, second };
  };
  let { first, second } = ofSecondOrder(1);
  if (order === 4) {
    // Richardson: the error of twice the step is four times that of one
    const wider = ofSecondOrder(2);
    const better = (near: Float64Array[], far: Float64Array[]) =>
      near.map((entries, p) => entries.map((entry, out) => (4 * entry - far[p]![out]!) / 3));
    [first, second] = [better(first, wider.first), better(second, wider.second)];
  }
  const hessian: Float64Array[] = [];
  for (let i = 0, p = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) hessian.push(second[p++]!.map((entry) => entry / (steps[i]! * steps[j]!)));
  }
  return { value, gradient: first.map((entries, i) => entries.map((entry) => entry / steps[i]!)), hessian };
}
