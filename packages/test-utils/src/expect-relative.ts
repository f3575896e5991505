import { expect } from 'vitest';

/**
 * Fails unless two numbers agree within `tolerance` relative to the larger of them; NaN agrees with NaN only.
 *
 * @param floor differences below it count as none: for values that are 0 up to rounding
 */
export function expectRelative(received: number, expected: number, tolerance: number, floor = 0): void {
  if (Number.isNaN(expected) || !Number.isFinite(expected)) {
    expect(received).toBe(expected);
    return;
  }
  const difference = Math.abs(received - expected);
  const allowed = Math.max(floor, tolerance * Math.max(Math.abs(received), Math.abs(expected)));
  expect(difference <= allowed, `${received} is ${difference} from ${expected}, allowed ${allowed}`).toBe(true);
}
