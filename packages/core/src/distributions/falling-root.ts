/** A point of a function. */
export interface FunctionPoint {
  readonly at: number;
  readonly value: number;
}

/**
 * Where a falling function passes 0, between a point of value 0 or more and one of 0 or less: regula falsi, in which an end
 * that stays twice is halved (Illinois), and halves of the interval where a value is infinite.
 */
export function fallingRoot(f: (x: number) => number, low: FunctionPoint, high: FunctionPoint): number {
  let stays: 'low' | 'high' | null = null;
  let last = NaN;
  for (let i = 0; i < 200; i++) {
    const share = low.value / (low.value - high.value);
    const at = low.at + (Number.isFinite(share) ? share : 0.5) * (high.at - low.at);
    const value = f(at);
    if (value === 0 || Math.abs(at - last) <= 1e-14 * Math.abs(at) || !(high.at - low.at > 1e-14 * Math.abs(at))) {
      return at;
    }
    last = at;
    if (value > 0) {
      low = { at, value };
      if (stays === 'high') high = { at: high.at, value: high.value / 2 };
      stays = 'high';
    } else {
      high = { at, value };
      if (stays === 'low') low = { at: low.at, value: low.value / 2 };
      stays = 'low';
    }
  }
  return last;
}
