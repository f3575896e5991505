import type { Page } from 'playwright-core';
import { formSteps, refuseKeeping } from '../../../test-utils/src/form-steps.ts';
import type { PageServer } from './serve-pages.ts';

/** One screen of the element: what the page holds, what a person does to see it, and how one knows that it is there. */
export interface Screen {
  readonly name: string;
  /** attributes of the element */
  readonly attributes: string;
  /** what the endpoint answers; 201 else; `held` for not at all */
  readonly answer?: PageServer['answers'][number] | 'held';
  /** before the page is opened */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly go?: (page: Page) => Promise<void>;
  /** a selector of what makes it this screen */
  readonly shows: string;
  /** whether what matters is at the end of a long form */
  readonly end?: boolean;
}

const DAY = 'src="/day.json" endpoint="/responses"';
const PLAN = 'src="/plan.json" endpoint="/responses"';

// By place and part, never by words: the screens are the same in every language.
const { main, field, answer, answerAllAndSend, answerAllAndSendOffline, answerPlan, fillEveryKind, fillWrongly, send } =
  formSteps({
    question: '[role=radiogroup]:has([type=radio]:nth-of-type(1))',
    field: '.field',
    main: '.end > .main',
    boxButton: '.box .buttons button',
  });
const agree = (page: Page) => page.locator('[type=checkbox]').check();
const next = (page: Page) => page.locator('.turn button').nth(1).click();
/** The host hands the record over itself, and it ends this way. */
const handOver = (page: Page, ends: 'never' | 'badly') =>
  page.locator('#s').evaluate((element, how) => {
    element.addEventListener('submit', (event) => {
      const { detail } = event as CustomEvent<{ waitUntil: (promise: Promise<unknown>) => void }>;
      detail.waitUntil(how === 'never' ? new Promise(() => {}) : Promise.reject(new Error('down')));
    });
  }, ends);

/** Every screen there is, in the order in which people meet them. */
export const SCREENS: readonly Screen[] = [
  { name: 'loading', attributes: 'src="/never.json"', shows: '.loading .note:not(:empty)' },
  { name: 'list', attributes: DAY, go: (page) => answer(page, [4, 1, 3]), shows: '.rows .answered' },
  {
    name: 'single',
    attributes: `${DAY} mode="single"`,
    go: (page) => answer(page, [3]),
    shows: '.single .answered:has(:checked)',
  },
  {
    name: 'single-open',
    attributes: `${DAY} mode="single"`,
    go: async (page) => {
      await answer(page, [3]);
      await next(page);
    },
    shows: '.turn button:nth-child(1)',
  },
  {
    name: 'single-end',
    attributes: `${DAY} mode="single"`,
    go: async (page) => {
      for (let step = 0; step < 6; step++) await next(page);
      await main(page);
    },
    shows: '.box .review',
  },
  { name: 'consent', attributes: PLAN, shows: '[type=checkbox]' },
  {
    name: 'consent-missing',
    attributes: `${PLAN} mode="single"`,
    go: next,
    shows: '[type=checkbox][aria-invalid]',
  },
  {
    name: 'code',
    attributes: `${PLAN} mode="single"`,
    go: async (page) => {
      await agree(page);
      await next(page);
      await field(page, 0).fill('7');
      await next(page);
    },
    shows: '.code .problem:not(:empty)',
  },
  {
    name: 'section-text',
    attributes: `${PLAN} mode="single"`,
    go: async (page) => {
      await agree(page);
      for (let step = 0; step < 8; step++) await next(page);
    },
    shows: '.head:not([hidden]) h2:focus',
  },
  {
    name: 'all-kinds',
    attributes: PLAN,
    go: async (page) => {
      await agree(page);
      await fillEveryKind(page);
    },
    shows: 'textarea.field',
  },
  {
    name: 'wrong-entries',
    attributes: PLAN,
    go: async (page) => {
      await agree(page);
      await fillWrongly(page);
      await main(page); // the code
      await field(page, 0).fill('');
      await main(page); // the choice
      await field(page, 0).fill('31');
      await main(page);
    },
    shows: '[role=radiogroup][aria-invalid], .code .problem:not(:empty)',
  },
  {
    name: 'open-questions',
    attributes: DAY,
    go: async (page) => {
      await answer(page, [4, 1, 3]);
      await main(page);
    },
    shows: '.box .review',
    end: true,
  },
  {
    name: 'open-marked',
    attributes: DAY,
    go: async (page) => {
      await answer(page, [4]);
      await main(page);
      await page.locator('.box .main').click();
    },
    shows: '.question.open',
  },
  {
    name: 'clearing',
    attributes: DAY,
    go: async (page) => {
      await answer(page, [4]);
      await page.locator('.end > .quiet').click();
    },
    shows: '.box .safe',
    end: true,
  },
  {
    name: 'nothing-kept',
    attributes: 'src="/day.json" shared-computer',
    go: (page) => answer(page, [2]),
    shows: '.note',
  },
  {
    name: 'not-keeping',
    attributes: DAY,
    before: refuseKeeping,
    go: (page) => answer(page, [2]),
    shows: '.note',
  },
  {
    name: 'handing-over',
    attributes: 'src="/day.json"',
    go: async (page) => {
      await handOver(page, 'never');
      await answerAllAndSend(page);
    },
    shows: '.main[aria-busy]',
    end: true,
  },
  {
    name: 'not-handed-over',
    attributes: 'src="/day.json"',
    go: async (page) => {
      await handOver(page, 'badly');
      await answerAllAndSend(page);
    },
    shows: '.alert.bad:not(:empty)',
    end: true,
  },
  {
    name: 'sending',
    attributes: DAY,
    answer: 'held',
    go: answerAllAndSend,
    shows: '.panel:not(:has(button:not([hidden])))',
  },
  {
    name: 'waiting',
    attributes: `${DAY} keep="device"`,
    answer: { status: 503, headers: { 'retry-after': '600' } },
    go: answerAllAndSend,
    shows: '.panel .main:not([hidden])',
  },
  {
    name: 'offline',
    attributes: DAY,
    go: answerAllAndSendOffline,
    shows: '.panel .main:not([hidden])',
  },
  {
    name: 'refused',
    attributes: DAY,
    answer: {
      status: 422,
      body: { title: 'Not valid', errors: [{ path: 'locale', message: 'is not one of en, cs' }] },
    },
    go: answerAllAndSend,
    shows: '.refused .refusal li',
  },
  {
    name: 'refused-saved',
    attributes: DAY,
    answer: { status: 404, body: { title: 'There is no such study' } },
    go: async (page) => {
      await answerAllAndSend(page);
      await page.locator('.refused .main:visible').click();
    },
    shows: '.refused > p[role=status]:last-child:not(:empty)',
  },
  { name: 'thank-you', attributes: DAY, go: answerAllAndSend, shows: '.thanks' },
  {
    name: 'thank-you-earlier',
    attributes: `${DAY} shared-computer`,
    answer: { status: 409, body: { type: 'urn:peerscale:problem:idempotency-conflict', title: 'Stored before' } },
    go: answerAllAndSend,
    shows: '.thanks button',
  },
  {
    name: 'scores',
    attributes: PLAN,
    go: async (page) => {
      await agree(page);
      await answerPlan(page);
      await send(page);
    },
    shows: '.scores .figure',
  },
  { name: 'not-found', attributes: 'src="/nothing.json"', shows: '[role=alert].panel button' },
  { name: 'invalid', attributes: 'src="/broken.json"', shows: '[role=alert].panel' },
  { name: 'no-language', attributes: 'src="/day.json" locale="uk"', shows: '[role=alert].panel' },
  { name: 'unsupported', attributes: 'src="/signature.json"', shows: '[role=alert].panel' },
];

/** Opens a page on a screen, in one language. The page's context is a device of its own. */
export async function openScreen(page: Page, pages: PageServer, screen: Screen, lang: string): Promise<void> {
  const { attributes, answer, before, go, shows } = screen;
  pages.lang = lang;
  pages.body = `<peerscale-survey id="s" ${attributes}></peerscale-survey>`;
  pages.answers.length = 0;
  pages.endpoint = answer === 'held' ? () => {} : null;
  if (answer !== undefined && answer !== 'held') pages.answers.push(answer);
  await before?.(page);
  await page.goto(pages.origin);
  if (screen.name !== 'loading') await page.locator('.form:not(.loading)').waitFor();
  await go?.(page);
  await page.locator(shows).first().waitFor();
  await page.mouse.move(0, 0);
}
