import { expect, test } from 'vitest';
import { readSettings } from '../src/server/settings.ts';

function demonstration(environment: Record<string, string>): boolean {
  const checked = readSettings(environment, '/srv');
  if (!checked.success) throw new Error(checked.problems.join('\n'));
  return checked.value.demonstration;
}

test.each([
  [{}, true],
  [{ HOST: '::1' }, true],
  [{ PUBLIC_ORIGIN: 'http://localhost:5173' }, true],
  // behind a proxy on the same machine the server listens on the loopback interface too
  [{ PUBLIC_ORIGIN: 'https://survey.ward3.example' }, false],
  [{ HOST: '0.0.0.0' }, false],
  [{ HOST: '::' }, false],
  [{ HOST: '127.0.0.1.example.org' }, false],
  [{ HOST: '0.0.0.0', PEERSCALE_DEMONSTRATION: '1' }, true],
  [{ PEERSCALE_DEMONSTRATION: '0' }, false],
  [{ PEERSCALE_DEMONSTRATION: '' }, true],
])('with %j visitors are let into a demonstration: %s', (environment, expected) => {
  expect(demonstration(environment)).toBe(expected);
});
