import type { Wave, WaveContent } from '../../api/studies.ts';
import { addDays } from '../../dates.ts';

const LENGTH = 18;
const QUARTER = 91;

/**
 * A next wave to begin with: as long as the last one and a quarter after it, or from today for nearly three weeks.
 *
 * @param today as YYYY-MM-DD
 */
export function suggestedWave(waves: readonly Wave[], today: string): Omit<WaveContent, 'name'> {
  const last = waves.at(-1);
  const length = last === undefined ? LENGTH : daysBetween(last.opensOn, last.closesOn);
  const planned = last === undefined ? today : addDays(last.opensOn, QUARTER);
  const opensOn = planned < today ? today : planned;
  const closesOn = addDays(opensOn, length);
  return { opensOn, closesOn, reminders: suggestedReminders(opensOn, closesOn) };
}

/** The day in the middle, and two days before the end; fewer where the wave is too short for them. */
export function suggestedReminders(opensOn: string, closesOn: string): string[] {
  const length = daysBetween(opensOn, closesOn);
  if (!(length >= 2)) return [];
  const days = [addDays(opensOn, Math.ceil(length / 2)), addDays(closesOn, -2)];
  return [...new Set(days)].filter((day) => day > opensOn && day <= closesOn).sort();
}

/** The days that were filled in, each once and in order. */
export function daysOf(fields: readonly string[]): string[] {
  return [...new Set(fields.filter((day) => day !== ''))].sort();
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
