import { expect, test } from 'vitest';
import { openLog } from './log.ts';

function logged(format: 'text' | 'json') {
  const lines: string[] = [];
  const failures: string[] = [];
  const now = () => new Date('2026-11-20T08:00:00Z');
  const log = openLog({ format, out: (line) => lines.push(line), error: (line) => failures.push(line), now });
  return { log, lines, failures };
}

test('for people: one line each, failures apart, nothing of requests', () => {
  const { log, lines, failures } = logged('text');
  log.say('started', 'Peerscale: http://localhost/', { origin: 'http://localhost' });
  log.complain('failed', 'It failed\n  at once');
  log.request({ route: '/' });
  expect([lines, failures]).toEqual([['Peerscale: http://localhost/\n'], ['It failed at once\n']]);
});

test('for programs: one object a line with time, level and event', () => {
  const { log, lines, failures } = logged('json');
  log.say('started', 'Two\nlines', { port: 1 });
  log.complain('failed', 'It failed');
  log.request({ route: '/ready', status: 200 });
  const time = '2026-11-20T08:00:00.000Z';
  expect(lines.map((line) => [line.endsWith('}\n'), JSON.parse(line)])).toEqual([
    [true, { time, level: 'info', event: 'started', text: 'Two\nlines', port: 1 }],
    [true, { time, level: 'error', event: 'failed', text: 'It failed' }],
    [true, { time, level: 'info', event: 'request', route: '/ready', status: 200 }],
  ]);
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(failures).toEqual([]);
});
