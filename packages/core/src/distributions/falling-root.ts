/** A point of a function. */
export interface FunctionPoint {
  readonly at: number;
  readonly value: number;
}

/** Values that count as 0: quantiles and logarithms of probabilities are known to about as much. */
const NOTHING = 1e-14;

/**
 * Where a falling function passes 0, between a point of value 0 or more and one of 0 or less: regula falsi, in which an end
 * that stays twice is halved (Illinois). The interval is halved instead where a value is infinite, and after three steps that
 * did not halve it.
 */
export function fallingRoot(f: (x: number) => number, low: FunctionPoint, high: FunctionPoint): number {
  let stayed: 'low' | 'high' | null = null;
  let width = high.at - low.at;
  for (let i = 1; i < 300; i++) {
    const slope = low.value - high.value;
    const isSlow = i % 4 === 0 && high.at - low.at > width / 2;
    if (i % 4 === 0) width = high.at - low.at;
    const share = isSlow || !Number.isFinite(slope) ? 0.5 : low.value / slope;
    const at = low.at + share * (high.at - low.at);
    const value = f(at);
    if (Math.abs(value) <= NOTHING || !(high.at - low.at > NOTHING * Math.abs(at))) return at;
    if (value > 0) {
      low = { at, value };
      if (stayed === 'high') high = { at: high.at, value: high.value / 2 };
      stayed = 'high';
    } else {
      high = { at, value };
      if (stayed === 'low') low = { at: low.at, value: low.value / 2 };
      stayed = 'low';
    }
  }
  return (low.at + high.at) / 2;
}
