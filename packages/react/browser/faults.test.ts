import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultLines, faultLines } from '../../faults/src/fault-line.ts';
import type { Door } from '../../faults/src/play-schedule.ts';
import { runSchedules } from '../../faults/src/run-schedules.ts';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import { type HostServer, serveHost } from './support/serve-host.ts';

let browser: Browser;
let lines: FaultLines;
let host: HostServer;
beforeAll(async () => {
  const page = { script: 'fault-page.tsx', production: true };
  [browser, lines, host] = await Promise.all([launchBrowser(), faultLines(), serveHost(page)]);
  host.endpoint = lines.answer;
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await lines?.close();
});

test('whatever happens between the first answer and the collector, the record arrives, once', async () => {
  const door: Door = {
    origin: host.origin,
    path: ({ endpoint, keep, planned }) =>
      `/?${new URLSearchParams({ endpoint, keep, ...(planned && { planned: 'yes' }) })}`,
    ready: '.peerscale-form:not([aria-busy])',
  };
  const { failures, lost, twice } = await runSchedules('react', browser, door, lines);
  expect(failures).toEqual([]);
  expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
}, 7_200_000);
