import type { Page } from 'playwright-core';
import { formSteps, refuseKeeping } from '../../../test-utils/src/form-steps.ts';
import type { HostServer } from './serve-host.ts';

/** One screen of the form: what the page is asked for, what a person does to see it, and how one knows that it is there. */
export interface Screen {
  readonly name: string;
  readonly query: string;
  /** what the endpoint answers; 201 else; `held` for not at all */
  readonly answer?: number | 'held';
  /** before the page is opened */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly go?: (page: Page) => Promise<unknown>;
  /** a selector of what makes it this screen */
  readonly shows: string;
}

const DAY = 'endpoint=/responses';
const PLAN = 'plan&endpoint=/responses';

// By place and class, never by words: the screens are the same in every language.
const { main, answer, answerAllAndSend, answerAllAndSendOffline, answerPlan, fillEveryKind, fillWrongly, send } =
  formSteps({
    question: '.peerscale-item:has([type=radio])',
    field: '.peerscale-field',
    main: '.peerscale-sending > .peerscale-button-send',
    boxButton: '.peerscale-question-box .peerscale-button',
  });
async function agree(page: Page): Promise<void> {
  await page.locator('[type=checkbox]').check();
  await page.locator('.peerscale-button-send').waitFor();
}
const blocked = (files: string) => (page: Page) => page.route(files, (route) => route.abort());

/** Every screen there is, in the order in which people meet them. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'loading',
    query: DAY,
    before: (page) => page.route('**/engine-*.js', () => {}),
    shows: '[aria-busy] .peerscale-waiting',
  },
  { name: 'list', query: DAY, go: (page) => answer(page, [4, 1, 3]), shows: '.peerscale-option-checked' },
  {
    name: 'restored',
    query: `${DAY}&draft=spring`,
    go: async (page) => {
      await answer(page, [4]);
      await page.locator('.peerscale-progress-bar[value="1"]').waitFor();
      await page.reload();
    },
    shows: '.peerscale-progress-bar[value="1"]',
  },
  { name: 'consent', query: PLAN, shows: '[type=checkbox]' },
  {
    name: 'all-kinds',
    query: PLAN,
    go: async (page) => {
      await agree(page);
      await fillEveryKind(page);
    },
    shows: 'textarea.peerscale-field',
  },
  {
    name: 'wrong-entries',
    query: PLAN,
    go: async (page) => {
      await agree(page);
      await fillWrongly(page);
      await main(page);
    },
    shows: '[role=radiogroup][aria-invalid=true]',
  },
  {
    name: 'open-questions',
    query: DAY,
    go: async (page) => {
      await answer(page, [4, 1, 3]);
      await main(page);
    },
    shows: '.peerscale-question-box .peerscale-button-main',
  },
  {
    name: 'clearing',
    query: DAY,
    go: async (page) => {
      await answer(page, [4]);
      await page.locator('.peerscale-sending > .peerscale-button-quiet').click();
    },
    shows: '.peerscale-question-box',
  },
  { name: 'nothing-kept', query: 'keep=none', go: (page) => answer(page, [2]), shows: '.peerscale-note' },
  {
    name: 'not-keeping',
    query: DAY,
    before: refuseKeeping,
    go: (page) => answer(page, [2]),
    shows: '.peerscale-note',
  },
  {
    name: 'handing-over',
    query: 'delay=10000000',
    go: answerAllAndSend,
    shows: '.peerscale-button-send[aria-busy=true]',
  },
  { name: 'not-handed-over', query: 'failures=1', go: answerAllAndSend, shows: '.peerscale-alert:not(:empty)' },
  { name: 'sending', query: DAY, answer: 'held', go: answerAllAndSend, shows: '.peerscale-panel:not(:has(button))' },
  {
    name: 'waiting',
    query: `${DAY}&draft=spring`,
    answer: 503,
    go: answerAllAndSend,
    shows: '.peerscale-panel .peerscale-button-main',
  },
  {
    name: 'offline',
    query: DAY,
    go: answerAllAndSendOffline,
    shows: '.peerscale-panel .peerscale-button-main',
  },
  { name: 'refused', query: DAY, answer: 422, go: answerAllAndSend, shows: '.peerscale-refusal li' },
  {
    name: 'refused-saved',
    query: DAY,
    answer: 422,
    go: async (page) => {
      await answerAllAndSend(page);
      await page.locator('.peerscale-panel-bad .peerscale-button').click();
    },
    shows: '.peerscale-panel-bad > .peerscale-note:not(:empty)',
  },
  { name: 'thank-you', query: DAY, go: answerAllAndSend, shows: '.peerscale-thanks' },
  { name: 'thank-you-another', query: `${DAY}&keep=none`, go: answerAllAndSend, shows: '.peerscale-thanks button' },
  {
    name: 'scores',
    query: PLAN,
    go: async (page) => {
      await agree(page);
      await answerPlan(page);
      await send(page);
    },
    shows: '.peerscale-score',
  },
  { name: 'not-found', query: 'broken=instrument', shows: '[role=alert].peerscale-panel' },
  { name: 'unsupported', query: 'plan&broken=plan', shows: '[role=alert].peerscale-panel' },
  { name: 'not-loaded', query: DAY, before: blocked('**/engine-*.js'), shows: '[role=alert].peerscale-panel button' },
  {
    name: 'end-not-loaded',
    query: DAY,
    before: blocked('**/ending-*.js'),
    shows: '.peerscale-questions ~ .peerscale-button',
  },
];

/** Opens a page on a screen. The page's context is a device of its own. @param pack the wording, as the host's page knows it */
export async function openScreen(page: Page, host: HostServer, screen: Screen, pack = 'english'): Promise<void> {
  const { query, answer, before, go, shows } = screen;
  host.answers.length = 0;
  host.retryAfter = 600;
  if (answer === 'held') await page.route('**/responses', () => {});
  else if (answer !== undefined) host.answers.push(answer);
  await before?.(page);
  await page.goto(`${host.origin}/?${query}&pack=${pack}`);
  if (go !== undefined) await page.locator('.peerscale-form:not([aria-busy])').waitFor();
  await go?.(page);
  await page.locator(shows).first().waitFor();
  await page.mouse.move(0, 0);
}
