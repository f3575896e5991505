import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultLines, faultLines } from '../../faults/src/fault-line.ts';
import { instrumentOfFaults, planOfFaults, textPackOfFaults } from '../../faults/src/form-of-faults.ts';
import type { Door } from '../../faults/src/play-schedule.ts';
import { runSchedules } from '../../faults/src/run-schedules.ts';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import { type PageServer, servePages } from './support/serve-pages.ts';

/** Puts the element on the page as the query says. */
const SCRIPT = `
  const query = new URLSearchParams(location.search);
  const survey = document.createElement('peerscale-survey');
  survey.id = 's';
  for (const name of ['src', 'endpoint', 'keep']) survey.setAttribute(name, query.get(name));
  document.querySelector('main').append(survey);
`;

let browser: Browser;
let lines: FaultLines;
let pages: PageServer;
beforeAll(async () => {
  [browser, lines, pages] = await Promise.all([launchBrowser(), faultLines(), servePages()]);
  pages.endpoint = lines.answer;
  pages.files['/faults.js'] = SCRIPT;
  pages.head = '<script type="module" src="/faults.js"></script>';
  const bundle = { instrument: instrumentOfFaults, textPacks: [textPackOfFaults] };
  Object.assign(pages.json, { '/alone.json': bundle, '/planned.json': { ...bundle, plan: planOfFaults } });
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
  await lines?.close();
});

test('whatever happens between the first answer and the collector, the record arrives, once', async () => {
  const door: Door = {
    origin: pages.origin,
    path: ({ endpoint, keep, planned }) =>
      `/?${new URLSearchParams({ src: planned ? '/planned.json' : '/alone.json', endpoint, keep })}`,
    ready: '.form:not(.loading)',
  };
  const { failures, lost, twice } = await runSchedules('element', browser, door, lines);
  expect(failures).toEqual([]);
  expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
}, 7_200_000);
