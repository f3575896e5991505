import { expect, test } from 'vitest';
import { all, answerAll, checkedValue, choose, handedOver, send, thanked } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest();

test('closing the page and opening it again brings everything back, key and start included', async () => {
  const first = await site.open('draft=spring');
  await choose(first.page, 'breaks', 4);
  await choose(first.page, 'say', 2);
  const kept = await first.page.evaluate(() => localStorage.getItem('peerscale:draft:spring'));
  await first.page.close({ runBeforeUnload: false });

  const { page } = await site.open('draft=spring');
  await page.getByText('2 of 6 answered').first().waitFor();
  await page.getByText('Your earlier answers are back.').first().waitFor();
  expect(await checkedValue(page, 'breaks')).toBe('4');
  expect(await checkedValue(page, 'say')).toBe('2');
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(page);
  const [record] = await handedOver(page);
  const draft = JSON.parse(kept!) as { idempotencyKey: string; startedAt: string };
  expect(record).toMatchObject({ idempotencyKey: draft.idempotencyKey, startedAt: draft.startedAt });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a failed hand-over survives closing the page, under the same key', async () => {
  const first = await site.open('draft=spring&failures=1');
  await answerAll(first.page);
  await send(first.page);
  await first.page.getByRole('button', { name: 'Try again' }).waitFor();
  const [lost] = await handedOver(first.page);
  await first.page.close();
  const { page } = await site.open('draft=spring');
  await page.getByText('6 of 6 answered').first().waitFor();
  await send(page);
  await thanked(page);
  const [record] = await handedOver(page);
  expect(record!.idempotencyKey).toBe(lost!.idempotencyKey);
  expect(record!.answers).toEqual(all);
});

test('another draft key, or none, sees nothing of it', async () => {
  const first = await site.open('draft=spring');
  await choose(first.page, 'breaks', 4);
  for (const query of ['draft=autumn', '']) {
    const { page } = await site.open(query);
    expect(await page.getByText('0 of 6 answered').count()).toBe(1);
  }
});

test('a damaged draft is ignored', async () => {
  const first = await site.open('draft=spring');
  await choose(first.page, 'breaks', 4);
  await first.page.evaluate(() => localStorage.setItem('peerscale:draft:spring', '{"format":"peerscale/draft@1","ans'));
  const { page, log } = await site.open('draft=spring');
  expect(await page.getByText('0 of 6 answered').count()).toBe(1);
  expect(log.complaints).toEqual([]);
});

test('where the storage is denied or full the form works, and says that nothing is kept', async () => {
  for (const name of ['SecurityError', 'QuotaExceededError']) {
    const context = await site.renew({});
    await context.addInitScript((kind) => {
      const refuse = () => {
        throw new DOMException('refused', kind);
      };
      if (kind === 'SecurityError') Object.defineProperty(window, 'localStorage', { get: refuse });
      else Storage.prototype.setItem = refuse;
    }, name);
    const { page, log } = await site.open('draft=spring');
    await page.getByText('This browser does not keep your answers.').waitFor();
    await answerAll(page);
    await send(page);
    await thanked(page);
    expect((await handedOver(page))[0]!.answers).toEqual(all);
    expect(log.complaints).toEqual([]);
  }
});

test('the answers are cleared after a question, and only then', async () => {
  const { page } = await site.open('draft=spring');
  await choose(page, 'breaks', 4);
  const clear = page.getByRole('button', { name: 'Clear my answers' });
  await clear.click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('No, keep them');
  await page.keyboard.press('Escape');
  expect(await clear.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await checkedValue(page, 'breaks')).toBe('4');
  const before = await page.evaluate(() => localStorage.getItem('peerscale:draft:spring'));
  await clear.click();
  await page.getByRole('button', { name: 'Yes, clear them' }).click();
  expect(await page.locator('input:checked').count()).toBe(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('A working day');
  await expect.poll(() => page.getByRole('status').textContent()).toBe('Your answers have been cleared.');
  await choose(page, 'breaks', 1);
  const after = await page.evaluate(() => localStorage.getItem('peerscale:draft:spring'));
  expect(JSON.parse(after!).idempotencyKey).not.toBe(JSON.parse(before!).idempotencyKey);
});
