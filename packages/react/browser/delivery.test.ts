import { expect, test } from 'vitest';
import { all, answerAll, send, staysEmpty, thanked, toldOf } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ clears: true });
const QUERY = 'draft=spring&endpoint=/responses';

const stored = () => [...site.host.stored.values()] as { answers: unknown }[];

test('errors of the server are waited out, and the record is stored once', async () => {
  site.host.answers.push(500, 429, 'cut');
  const { page, log } = await site.open(QUERY);
  await answerAll(page);
  await send(page);
  await page.getByText(/could not be sent yet/).waitFor();
  await page.getByText(/will be sent when you open it again/).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await page.getByRole('button', { name: 'Try again' }).click();
  await thanked(page);
  expect(site.host.posts).toBe(4);
  expect(stored().map(({ answers }) => answers)).toEqual([all]);
  const errors = (await toldOf(page, 'error')) as { code: string }[];
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['offline']));
  expect(await toldOf(page, 'saved')).toMatchObject([{ answers: all }]);
  expect(await toldOf(page, 'answer')).toEqual([{ stored: true }]);
  // the browser itself writes down requests that fail
  expect(log.complaints.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
});

test('closing the tab before the record has arrived loses nothing: the next visit sends it', async () => {
  site.host.answers.push(503);
  const first = await site.open(QUERY);
  await answerAll(first.page);
  await send(first.page);
  await first.page.getByText(/could not be sent yet/).waitFor();
  await first.page.close();
  const { page } = await site.open(QUERY);
  await thanked(page);
  expect(stored().map(({ answers }) => answers)).toEqual([all]);
  // it is thanked for; nobody is thrown out of what they are doing
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

test('offline is said plainly, and ends by itself', async () => {
  const { page } = await site.open(QUERY);
  await answerAll(page);
  await site.context.setOffline(true);
  await send(page);
  await page.getByText('There is no connection.').waitFor();
  await site.context.setOffline(false);
  await thanked(page);
  expect(stored()).toHaveLength(1);
});

test('a record that can never be taken is shown with a way to save it, and to let go of it', async () => {
  site.host.answers.push(422);
  const { page } = await site.open(QUERY);
  await answerAll(page);
  await send(page);
  await page.getByRole('heading', { name: 'The server did not accept your answers' }).waitFor();
  await page.getByText('late is not in this study').waitFor();
  expect(await toldOf(page, 'error')).toMatchObject([{ code: 'endpoint-refused' }]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save my answers as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('answers.json');
  await page.getByText('The file with your answers has been saved.').waitFor();
  await page.getByRole('button', { name: 'Delete my answers from this device' }).click();
  await page.getByText('0 of 6 answered').waitFor();
  await page.reload();
  await page.getByText('0 of 6 answered').waitFor();
  await staysEmpty(page);
  expect(site.host.posts).toBe(1);
});

test('an address nobody can post to is said before anybody has answered', async () => {
  const { page } = await site.open('endpoint=javascript:alert(1)');
  await page.getByRole('heading', { name: 'This questionnaire cannot be shown' }).waitFor();
  expect(await toldOf(page, 'error')).toMatchObject([{ code: 'endpoint-invalid' }]);
});
