import { expect, test } from 'vitest';
import { instrument } from '../fixtures/instrument.ts';
import { hostile } from '../fixtures/text-packs.ts';
import { answerAll, send, thanked } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ clears: true });

test('is styled under a strict policy, without a violation, and asks nobody else for anything', async () => {
  const { page, log } = await site.open('draft=spring');
  await answerAll(page);
  await send(page);
  await thanked(page);
  expect(await log.violations()).toEqual([]);
  expect(site.host.reports).toEqual([]);
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
