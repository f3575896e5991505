import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { ApiProblem } from '../src/client/api/request.ts';
import { ApiError } from '../src/client/api.ts';
import { failureOf } from '../src/client/results/study/more/failure-of.ts';
import { resultsWords } from '../src/client/words/results.ts';
import { answerResults, MADE_UP } from './helpers/answer-results.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { expectAccessible } from './helpers/expect-accessible.ts';

test('every status has its sentence', () => {
  const of = (status: number) => failureOf(new ApiProblem('other', '/results/change', status, {}));
  expect([409, 422, 429, 503, 502, 504, 500, 404].map(of)).toEqual([
    'not-shown',
    'not-possible',
    'busy',
    'busy',
    'unreachable',
    'unreachable',
    'other',
    'other',
  ]);
  expect(failureOf(new ApiError('unreachable', 'gone'))).toBe('unreachable');
  expect(failureOf(new Error('a fault of the page'))).toBe('other');
  for (const { failures } of Object.values(resultsWords)) {
    expect(new Set(Object.values(failures)).size).toBe(5);
    for (const sentence of Object.values(failures)) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  }
});

describe('a part that does not come', () => {
  let server: DemoServer;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  /** The results page, on which one part fails as long as `answers` says how. */
  async function open(what: string, lang: 'en' | 'cs', answers: (number | 'network')[]): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    contexts.push(context);
    await answerResults(context);
    await context.route(new RegExp(`/api/studies/${MADE_UP}/results/${what}(?:\\?|$)`), (route) => {
      const answer = answers.shift();
      if (answer === undefined) return route.fallback();
      if (answer === 'network') return route.abort('connectionrefused');
      const contentType = 'application/problem+json';
      return route.fulfill({ status: answer, contentType, body: '{"type":"about:blank","title":"Not now."}' });
    });
    const page = await context.newPage();
    await page.goto(`${server.origin}/studies/${MADE_UP}/results?lang=${lang}`);
    await page.locator('#quality').waitFor();
    return page;
  }

  const sentences = [
    [409, 'not-shown'],
    [422, 'not-possible'],
    [503, 'busy'],
    ['network', 'unreachable'],
    [500, 'other'],
  ] as const;

  test.each([
    ['change', 'en', 'same'],
    ['drivers', 'cs', 'drivers'],
    ['comments', 'en', 'comments'],
    ['comments', 'cs', 'comments'],
  ] as const)('/%s, %s: says why in a sentence, and tries again', async (what, lang, part) => {
    const words = resultsWords[lang];
    const page = await open(
      what,
      lang,
      sentences.map(([answer]) => answer),
    );
    const region = page.getByRole('region', { name: words[part].title });
    await region.getByRole('button', { name: words[part].open }).click();
    const alert = region.getByRole('alert');
    for (const [, sentence] of sentences) {
      await alert.getByText(`${words.failed} ${words.failures[sentence]}`).waitFor();
      if (sentence === 'busy') await expectAccessible(page);
      await alert.getByRole('button', { name: words.retry }).click();
    }
    await region.locator('.plot, .remarks').first().waitFor();
    expect(await alert.count()).toBe(0);
  });
});
