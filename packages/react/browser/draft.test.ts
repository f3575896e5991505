import { expect, test } from 'vitest';
import { isFocused } from '../../test-utils/src/expect-said.ts';
import {
  all,
  answerAll,
  checkedValue,
  choose,
  handedOver,
  send,
  staysEmpty,
  thanked,
  toldOf,
} from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ clears: true });

test('closing the page and opening it again brings everything back, the start included', async () => {
  const first = await site.open('draft=spring');
  await choose(first.page, 'breaks', 4);
  await choose(first.page, 'say', 2);
  await first.page.getByText('Until you send them, your answers are kept on this device.').waitFor();
  const closed = await first.page.evaluate(() => new Date().toISOString());
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
  expect(record!.startedAt < closed).toBe(true);
  const third = await site.open('draft=spring');
  await staysEmpty(third.page);
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

test('without a key answers live as long as the tab, also where it is left in the very moment of an answer', async () => {
  const { page } = await site.open();
  await page.getByText('Once you close it, they are gone.').waitFor();
  await page.evaluate(() => {
    (document.querySelectorAll('input[type=radio]')[4] as HTMLInputElement).click();
    location.reload();
  });
  await page.getByText('1 of 6 answered').first().waitFor();
  expect(await checkedValue(page, 'breaks')).toBe('4');
  const other = await site.open();
  await staysEmpty(other.page);
});

test('another draft key sees nothing of it', async () => {
  const first = await site.open('draft=spring');
  await choose(first.page, 'breaks', 4);
  const { page } = await site.open('draft=autumn');
  await staysEmpty(page);
});

test('on a shared computer nothing is kept, and the next person gets a form of their own', async () => {
  const { page } = await site.open('draft=spring&keep=none');
  await page.getByText('Nothing is kept on this computer.').waitFor();
  await answerAll(page);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await send(page);
  await thanked(page);
  await page.getByRole('button', { name: 'Fill in another form' }).click();
  await page.getByText('0 of 6 answered').waitFor();
  await answerAll(page);
  await send(page);
  await thanked(page);
  const [first, second] = await handedOver(page);
  expect(second!.idempotencyKey).not.toBe(first!.idempotencyKey);
});

test('a damaged draft is ignored', async () => {
  const first = await site.open('draft=spring');
  await choose(first.page, 'breaks', 4);
  await first.page.waitForTimeout(300);
  await first.page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
    const request = indexedDB.open(name);
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const stores = [...request.result.objectStoreNames];
    const transaction = request.result.transaction(stores, 'readwrite');
    for (const store of stores) {
      const cursor = transaction.objectStore(store).openCursor();
      cursor.onsuccess = () => {
        if (cursor.result === null) return;
        const { data } = cursor.result.value as { data?: ArrayBuffer };
        if (data !== undefined) new Uint8Array(data)[3]! ^= 1;
        cursor.result.update(cursor.result.value);
        cursor.result.continue();
      };
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
  });
  const { page, log } = await site.open('draft=spring');
  await staysEmpty(page);
  expect(log.complaints).toEqual([]);
});

test('where the storage is denied the form works, and says that nothing is kept', async () => {
  const context = await site.renew({});
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    IDBFactory.prototype.open = refuse;
    Storage.prototype.setItem = refuse;
  });
  const { page, log } = await site.open('draft=spring');
  await answerAll(page);
  await page.getByText('This browser does not keep your answers.').waitFor();
  expect(await toldOf(page, 'error')).toMatchObject([{ code: 'storage-denied' }]);
  await send(page);
  await thanked(page);
  expect((await handedOver(page))[0]!.answers).toEqual(all);
  expect(log.complaints).toEqual([]);
});

test('the answers are cleared after a question, and only then', async () => {
  const { page } = await site.open('draft=spring&failures=2');
  await choose(page, 'breaks', 4);
  const clear = page.getByRole('button', { name: 'Clear my answers' });
  await clear.click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('No, keep them');
  await page.keyboard.press('Escape');
  await expect.poll(() => isFocused(clear)).toBe(true);
  expect(await checkedValue(page, 'breaks')).toBe('4');
  const sendAnyway = async (name: string) => {
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: 'Send anyway' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  };
  await sendAnyway('Send answers');
  await clear.click();
  await page.getByRole('button', { name: 'Yes, clear them' }).click();
  await expect.poll(() => page.locator('input:checked').count()).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('A working day');
  await expect.poll(() => page.getByRole('status').textContent()).toBe('Your answers have been cleared.');
  const reopened = await site.open('draft=spring');
  await staysEmpty(reopened.page);
  await choose(page, 'breaks', 1);
  await sendAnyway('Send answers');
  const [before, after] = await handedOver(page);
  expect(after!.idempotencyKey).not.toBe(before!.idempotencyKey);
});
