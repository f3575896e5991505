import type { Axis } from '../document/document.ts';
import { ticks } from '../pictures/ticks.ts';

/** An axis that holds all values, from one round number to another. */
export function axisOf(
  values: readonly number[],
  number: (value: number) => string,
  reference: Axis['reference'] = null,
): Axis {
  const all = reference === null ? values : [...values, reference.at];
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const room = highest > lowest ? 0.04 * (highest - lowest) : 0.5;
  const inner = ticks(lowest - room, highest + room, 5);
  const step = inner.length > 1 ? inner[1]! - inner[0]! : room;
  const from = Math.floor((lowest + 1e-9) / step) * step;
  const to = Math.max(from + step, Math.ceil((highest - 1e-9) / step) * step);
  return {
    from,
    to,
    ticks: ticks(from - 1e-9 * step, to + 1e-9 * step, 6).map((at) => ({ at, label: number(at) })),
    reference,
  };
}
