import { expect, test } from 'vitest';
import { instrument } from '../fixtures/instrument.ts';
import { english } from '../fixtures/text-packs.ts';
import { all, checkedValue, choose, group, handedOver, send, thanked } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ clears: true });

test('a parent that draws itself every 40 ms takes nothing away, by pointer or by keys', async () => {
  const { page, log } = await site.open('rerender=40&draft=spring');
  for (const item of ['breaks', 'hurry', 'help']) {
    await choose(page, item, all[item]!);
    await page.waitForTimeout(120);
  }
  await group(page, 'help').locator('input:checked').focus();
  for (const item of ['noise', 'say', 'late']) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let step = 0; step < all[item]!; step++) {
      await page.waitForTimeout(60);
      await page.keyboard.press('ArrowDown');
    }
    await page.waitForTimeout(120);
  }
  for (const item of Object.keys(all)) expect(await checkedValue(page, item), item).toBe(String(all[item]));
  expect(await page.evaluate(() => window.renders)).toBeGreaterThan(20);
  await send(page);
  await thanked(page);
  expect((await handedOver(page)).map((record) => record.answers)).toEqual([all]);
  expect(log.complaints).toEqual([]);
});

test('keys alone complete the form', async () => {
  const { page } = await site.open();
  for (const item of Object.keys(all)) {
    await page.keyboard.press('Tab');
    await expect.poll(() => group(page, item).locator('input:focus').count(), { message: item }).toBe(1);
    await page.keyboard.press('Space');
    for (let step = 0; step < all[item]!; step++) await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await thanked(page);
  expect((await handedOver(page))[0]!.answers).toEqual(all);
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('peerscale-thanks');
});

test('each item is a radio group named by its text; each option a radio named by its label', async () => {
  const { page } = await site.open();
  for (const item of instrument.items) {
    await expect.poll(() => group(page, item.id).count()).toBe(1);
    const labels = english.responseScales.often!.labels;
    for (const label of Object.values(labels)) {
      expect(await group(page, item.id).getByRole('radio', { name: label, exact: true }).count()).toBe(1);
    }
  }
});

test('another language keeps what was answered, also where its codes run the other way', async () => {
  const { page } = await site.open('languages&draft=spring');
  await choose(page, 'breaks', 4);
  await choose(page, 'hurry', 1);
  await page.getByRole('button', { name: 'czechReversed' }).click();
  await page.getByText('Zodpovězeno 2 z 6').waitFor();
  await expect
    .poll(() =>
      page.locator('input:checked').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    )
    .toEqual(['0', '3']);
  await page.getByRole('radiogroup').nth(5).getByRole('radio', { name: 'Občas' }).check();
  await page.getByRole('button', { name: 'Odeslat odpovědi' }).click();
  await page.getByRole('button', { name: 'Přesto odeslat' }).click();
  await page.getByRole('heading', { name: 'Děkujeme' }).waitFor();
  expect(await handedOver(page)).toMatchObject([
    { locale: 'cs-CZ', coding: { often: 'rejection' }, answers: { breaks: 0, hurry: 3, help: 'skipped', late: 2 } },
  ]);
});

test('two forms on a page do not touch each other', async () => {
  const { page } = await site.open('twice');
  const forms = page.locator('.peerscale-form');
  await forms.nth(0).getByRole('radio', { name: 'Often' }).first().check();
  await forms.nth(1).getByRole('radio', { name: 'Never' }).first().check();
  expect(await forms.nth(0).locator('input:checked').inputValue()).toBe('3');
  expect(await forms.nth(1).locator('input:checked').inputValue()).toBe('0');
});

test('progress is spoken at the quarters only', async () => {
  const { page } = await site.open();
  const spoken = page.getByRole('status');
  await spoken.evaluate((status) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const note = () => status.textContent !== '' && heard.push(status.textContent!);
    new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await choose(page, 'breaks', 1);
  await page.getByText('1 of 6 answered').waitFor();
  await choose(page, 'hurry', 1);
  await expect.poll(() => spoken.textContent()).toBe('2 of 6 answered');
  await choose(page, 'hurry', 2);
  await choose(page, 'help', 1);
  await expect.poll(() => spoken.textContent()).toBe('3 of 6 answered');
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toEqual(['2 of 6 answered', '3 of 6 answered']);
});
