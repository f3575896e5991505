import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SurveyForm } from '../dist/index.js';
import { instrument } from '../fixtures/instrument.ts';
import { english, hostile } from '../fixtures/text-packs.ts';
import { answerAll, checkedValue, choose, send, thanked } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest();

test('is styled under a strict policy, without a violation, and asks nobody else for anything', async () => {
  const { page, log } = await site.open('draft=spring');
  await answerAll(page);
  await send(page);
  await thanked(page);
  expect(await log.violations()).toEqual([]);
  expect(log.complaints).toEqual([]);
  expect(log.requests.filter((url) => !url.startsWith(site.host.origin))).toEqual([]);
});

test('hostile wording is shown and does nothing', async () => {
  const { page, log } = await site.open('pack=hostile');
  expect(await page.title()).toBe('Host');
  expect(await page.locator('.peerscale-form :is(img, script, b, a)').count()).toBe(0);
  const names = await page
    .getByRole('radiogroup')
    .evaluateAll((groups) =>
      groups.map((element) => document.getElementById(element.getAttribute('aria-labelledby')!)!.textContent),
    );
  expect(names).toEqual(instrument.items.map((item) => hostile.items[item.id]));
  const labels = page.getByRole('radiogroup').first().locator('label');
  expect(await labels.allTextContents()).toEqual(Object.values(hostile.responseScales.often!.labels));
  await labels.first().click();
  expect(await labels.allTextContents()).toEqual(Object.values(hostile.responseScales.often!.labels));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  expect(log.complaints).toEqual([]);
});

test('what a server rendered is taken over without a complaint, a draft restored', async () => {
  const first = await site.open('draft=spring');
  await choose(first.page, 'say', 3);
  const form = createElement(SurveyForm, {
    instrument,
    textPack: english,
    draftKey: 'spring',
    onSubmit: async () => {},
  });
  site.host.html = renderToString(
    createElement('main', null, createElement('h1', null, 'Host page'), false, form, false),
  );
  try {
    const { page, log } = await site.open('draft=spring');
    await page.getByText('1 of 6 answered').first().waitFor();
    expect(await checkedValue(page, 'say')).toBe('3');
    expect(await page.evaluate(() => window.recoverableErrors)).toEqual([]);
    // The rows' style attributes are in the server's HTML: a strict policy reports and ignores them, nothing else.
    expect(log.complaints.filter((text) => !/style-src/.test(text))).toEqual([]);
  } finally {
    site.host.html = '';
  }
});
