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

/** Days out of a line of text; undefined where something in it is none. */
export function readDays(text: string): string[] | undefined {
  const days = text.split(/[\s,;]+/).filter((day) => day !== '');
  return days.every(isDay) ? [...new Set(days)].sort() : undefined;
}

function isDay(day: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
