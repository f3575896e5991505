/** A clock that goes wrong by less is set right by the network, a little at a time. */
const TOLERANCE = 3_600_000;
/** How long a clock that was set is not believed. */
const PROBATION = 3_600_000;
/** How long a machine may take after its start until the network has set its clock. */
const START = 600_000;

/**
 * Whether the clock can be believed: `jumped` where it was set in the last hour, `new` in the first ten minutes, when nobody
 * can tell, else `steady`.
 */
export type ClockState = 'new' | 'steady' | 'jumped';

/**
 * Notices that the clock was set: when it has gone on by another time than has passed.
 *
 * @param elapsed milliseconds by a clock that nobody sets
 * @returns a function that is told the time, in milliseconds
 */
export function clockWatch(elapsed: () => number): (at: number) => ClockState {
  const begun = elapsed();
  let last: { readonly at: number; readonly passed: number } | undefined;
  let jumped = Number.NEGATIVE_INFINITY;
  return (at) => {
    const passed = elapsed();
    if (last !== undefined && Math.abs(at - last.at - (passed - last.passed)) > TOLERANCE) jumped = passed;
    last = { at, passed };
    if (passed - jumped < PROBATION) return 'jumped';
    return passed - begun < START ? 'new' : 'steady';
  };
}
