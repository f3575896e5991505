import { planText } from '@peerscale/form';
import type { WaveView } from '../model/wave.ts';

const DAY = 86_400_000;

/**
 * A wave as a calendar file (RFC 5545): one event over whole days, from the first to the last on which people can answer,
 * with an alarm at nine in the morning of each day of a reminder. It blocks nobody's time.
 *
 * @param now when the file is made, milliseconds UTC
 */
export function waveCalendar(
  title: Readonly<Record<string, string>>,
  wave: WaveView,
  locale: string,
  now: number,
): string {
  const summary = `${planText(title, locale).text}: ${wave.name}`;
  const days = (day: string) => Math.round((Date.parse(day) - Date.parse(wave.opensOn)) / DAY);
  const alarms = wave.reminders.flatMap((day) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    // counted from midnight of the first day, in whatever time zone the calendar is in
    `TRIGGER:P${days(day)}DT9H`,
    `DESCRIPTION:${escaped(summary)}`,
    'END:VALARM',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Peerscale//Collector//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${wave.id}@peerscale`,
    `DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(wave.opensOn)}`,
    // the end is the first day on which it is over
    `DTEND;VALUE=DATE:${compact(new Date(Date.parse(wave.closesOn) + DAY).toISOString().slice(0, 10))}`,
    `SUMMARY:${escaped(summary)}`,
    'TRANSP:TRANSPARENT',
    ...alarms,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const compact = (day: string) => day.replaceAll('-', '');

/** RFC 5545, section 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** RFC 5545, section 3.1: no line has more than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
