import { expect, test } from 'vitest';
import { reportCommand } from './report-command.ts';

test('options in one order, folders left out, nothing about replacing files', () => {
  const values = {
    out: '/home/anna/out dir/re port.html',
    force: true,
    json: true,
    map: ['a=X', 'b=Y Z'],
    instrument: '/home/anna/own.json',
    textpack: '..\\packs\\cs.json',
  };
  const order = ['instrument', 'map', 'textpack', 'language', 'out', 'force', 'json'];
  expect(reportCommand('/home/anna/data/staff.csv', values, order)).toBe(
    "peerscale report staff.csv --instrument own.json --map a=X --map 'b=Y Z' --textpack cs.json --out 're port.html'",
  );
  expect(reportCommand('-', { instrument: 'olbi@1.0.0' }, order)).toBe('peerscale report - --instrument olbi@1.0.0');
});
