import { expect, test } from 'vitest';
import { isTimeZone, localTime } from './letter-hour.ts';

test.each([
  ['2026-11-26T23:30:00Z', 'UTC', '2026-11-26', '23:30'],
  ['2026-11-26T23:30:00Z', 'Europe/Prague', '2026-11-27', '00:30'],
  ['2026-06-30T22:00:00Z', 'Europe/Prague', '2026-07-01', '00:00'],
  ['2026-11-27T04:59:59Z', 'America/New_York', '2026-11-26', '23:59'],
  ['2026-12-31T11:00:00Z', 'Pacific/Auckland', '2027-01-01', '00:00'],
  ['2026-11-27T00:00:00Z', 'Asia/Kathmandu', '2026-11-27', '05:45'],
  // the hour that is left out in spring, and the one that comes twice in autumn
  ['2026-03-29T00:59:00Z', 'Europe/Prague', '2026-03-29', '01:59'],
  ['2026-03-29T01:00:00Z', 'Europe/Prague', '2026-03-29', '03:00'],
  ['2026-10-25T00:30:00Z', 'Europe/Prague', '2026-10-25', '02:30'],
  ['2026-10-25T01:30:00Z', 'Europe/Prague', '2026-10-25', '02:30'],
])('%s is in %s %s, %s', (at, timeZone, day, time) => {
  expect(localTime(Date.parse(at), timeZone)).toEqual({ day, time });
});

test('names of time zones, and what is none', () => {
  for (const name of ['UTC', 'Europe/Prague', 'america/new_york', 'Etc/GMT+5'])
    expect([name, isTimeZone(name)]).toEqual([name, true]);
  for (const name of ['', 'Prague', 'Europe/Praha', '+01:00', 'UTC ', 'Europe/Prague\n', 'local']) {
    expect([name, isTimeZone(name)]).toEqual([name, false]);
  }
});
