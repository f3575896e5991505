import { expect, test } from 'vitest';
import { isFocused } from '../../test-utils/src/expect-said.ts';
import { all, answerAll, checkedValue, choose, group, handedOver, send, thanked } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ clears: true });

test('a failed hand-over keeps the answers, says so, and is tried again under the same key', async () => {
  const { page } = await site.open('failures=1&draft=spring');
  await answerAll(page);
  await send(page);
  const alert = page.getByRole('alert');
  await expect.poll(() => alert.textContent()).toContain('Nothing is lost');
  for (const item of Object.keys(all)) expect(await checkedValue(page, item)).toBe(String(all[item]));
  await page.getByRole('button', { name: 'Try again' }).click();
  await thanked(page);
  const [first, second] = await handedOver(page);
  expect(first!.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).toEqual(first);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a change after a failure goes along, still under the same key', async () => {
  const { page } = await site.open('failures=1');
  await answerAll(page);
  await send(page);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await choose(page, 'say', 0);
  await page.getByRole('button', { name: 'Try again' }).click();
  await thanked(page);
  const [first, second] = await handedOver(page);
  expect(second!.idempotencyKey).toBe(first!.idempotencyKey);
  expect([first!.answers.say, second!.answers.say]).toEqual([2, 0]);
});

test('while it is being sent the button is busy and cannot be pressed twice, nor an answer changed', async () => {
  const { page } = await site.open('delay=600');
  await answerAll(page);
  const button = page.locator('.peerscale-button-send');
  await button.dblclick();
  await page.keyboard.press('Enter');
  await expect.poll(() => button.textContent()).toBe('Sending…');
  expect(await button.getAttribute('aria-busy')).toBe('true');
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  expect(await page.locator('.peerscale-questions').evaluate((box) => (box as HTMLElement).inert)).toBe(true);
  await thanked(page);
  expect(await handedOver(page)).toHaveLength(1);
});

test('a busy button does not ask again about open questions', async () => {
  const { page } = await site.open('delay=600');
  await choose(page, 'breaks', 2);
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Sending…');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('button', { name: 'Send anyway' }).count()).toBe(0);
  await thanked(page);
  expect(await handedOver(page)).toHaveLength(1);
});

test('open questions are counted before sending; one may look, or send anyway', async () => {
  const { page } = await site.open();
  await page.setViewportSize({ width: 400, height: 600 });
  await choose(page, 'breaks', 2);
  await choose(page, 'help', 2);
  await send(page);
  const box = page.getByRole('group', { name: '4 questions have no answer yet.' });
  await box.waitFor();
  await expect.poll(() => isFocused(box)).toBe(true);
  expect(await handedOver(page)).toEqual([]);
  await box.getByRole('button', { name: 'Show me' }).click();
  await expect.poll(() => group(page, 'hurry').locator('input:focus').count()).toBe(1);
  await expect.poll(() => box.count()).toBe(0);
  // Neither the text of the item nor its option is under the bar that sticks to the top.
  const inView = () =>
    page.evaluate(() => {
      const option = document.activeElement!;
      const title = option.closest('.peerscale-item')!.querySelector('.peerscale-item-title')!;
      const bar = document.querySelector('.peerscale-progress')!.getBoundingClientRect();
      return title.getBoundingClientRect().top >= bar.bottom && option.getBoundingClientRect().bottom <= innerHeight;
    });
  await expect.poll(inView).toBe(true);
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(page);
  expect((await handedOver(page))[0]!.answers).toEqual({
    breaks: 2,
    hurry: 'skipped',
    help: 2,
    noise: 'skipped',
    say: 'skipped',
    late: 'skipped',
  });
});
