/** A vector function at a point, with its first and second derivatives; one array an output. */
export interface Differences {
  readonly value: Float64Array;
  /** `gradient[i]`: by variable i */
  readonly gradient: readonly Float64Array[];
  /** lower triangle, packed row by row */
  readonly hessian: readonly Float64Array[];
}

/**
 * First and second derivatives by central differences of fourth order: from one and two steps to each side, and for two
 * variables along the diagonal. With steps of a hundredth of the scale on which the function changes about eight digits are
 * right. Calls the function 1 + 4 k + 2 k (k - 1) times.
 */
export function differences(
  vectorAt: (x: Float64Array) => Float64Array,
  x: Float64Array,
  steps: Float64Array,
): Differences {
  const size = x.length;
  const value = vectorAt(x);
  const moved = (i: number, j: number, times: number): Float64Array => {
    const at = x.slice();
    at[i]! += times * steps[i]!;
    if (j !== i) at[j]! += times * steps[j]!;
    return vectorAt(at);
  };
  const near = Array.from(x, (_, i) => [moved(i, i, 1), moved(i, i, -1)] as const);
  const far = Array.from(x, (_, i) => [moved(i, i, 2), moved(i, i, -2)] as const);
  const gradient: Float64Array[] = [];
  const hessian: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    const step = steps[i]!;
    const [[a, b], [c, d]] = [near[i]!, far[i]!];
    gradient.push(value.map((_, out) => (8 * (a[out]! - b[out]!) - (c[out]! - d[out]!)) / (12 * step)));
    for (let j = 0; j < i; j++) {
      const mixed = (times: 1 | 2, own: typeof near): Float64Array => {
        const [up, down] = [moved(i, j, times), moved(i, j, -times)];
        return value.map((centre, out) => {
          const alone = own[i]![0][out]! + own[i]![1][out]! + own[j]![0][out]! + own[j]![1][out]!;
          return (up[out]! + down[out]! - alone + 2 * centre) / (2 * times * times * step * steps[j]!);
        });
      };
      const [one, two] = [mixed(1, near), mixed(2, far)];
      hessian.push(one.map((closer, out) => (4 * closer - two[out]!) / 3));
    }
    hessian.push(
      value.map((centre, out) => (16 * (a[out]! + b[out]!) - (c[out]! + d[out]!) - 30 * centre) / (12 * step * step)),
    );
  }
  return { value, gradient, hessian };
}
