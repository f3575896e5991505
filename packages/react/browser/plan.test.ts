import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plan } from '../../element/fixtures/plan.ts';
import { ar } from '../../form/src/messages/ar.ts';
import type { FormPart, NumberPart } from '../../form/src/plan/form-plan.ts';
import { formatMessage } from '../../form/src/text/format-message.ts';
import { all, answerAll, group, handedOver, send, thanked, toldOf } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ clears: true });

const agree = (page: Page) => page.getByRole('checkbox', { name: 'I agree' }).check();
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const hasFocus = (one: Locator) =>
  expect.poll(() => one.evaluate((element) => element === document.activeElement)).toBe(true);
const isNumber = (part: FormPart): part is NumberPart => part.kind === 'number';
const YEARS = 'For how many years have you done this work?';

test('a form of every kind of part hands over one record, hashes in place of a code', async () => {
  const { page, log } = await site.open('plan&draft=spring');
  expect(await group(page, 'breaks').count()).toBe(0); // nothing is asked before the consent
  expect(await page.getByRole('button', { name: 'Send answers' }).count()).toBe(0);
  await agree(page);
  await group(page, 'breaks').waitFor();
  await answerAll(page);
  await field(page, 'On which day of the month were you born?').fill('7');
  await field(page, 'Which letter does the name of your birth town begin with?').fill(' Žďár');
  await page.getByRole('radiogroup', { name: 'Which shifts do you work?' }).getByText('Nights as well').click();
  await field(page, YEARS).fill('٣');
  await field(page, 'One word for your team?').fill('steady');
  await field(page, 'Is there anything else you would like to say?').fill('two\nlines');
  await page.getByText('9 of 9 answered').first().waitFor();
  await page.getByText('Call the staff counselling line').waitFor();
  await send(page);
  await thanked(page);
  const [record] = (await handedOver(page)) as unknown as Record<string, unknown>[];
  expect(record).toMatchObject({
    schema: 'peerscale/form-record@1',
    plan: 'spring-survey',
    records: [{ instrument: 'working-day', answers: all }],
    values: { shifts: 'night', years: 3, word: 'steady', more: 'two\nlines' },
    codes: {
      code: { 'birth-day': expect.stringMatching(/^[0-9a-f]{64}$/), town: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  });
  expect(JSON.stringify(record)).not.toContain('Žďár');
  // scores on the device, with an interval, and whom to turn to
  await page.getByRole('heading', { name: 'What your answers come to' }).waitFor();
  await page.getByText(/probably lies between/).waitFor();
  await page.getByText('Call the staff counselling line').waitFor();
  expect(log.complaints).toEqual([]);
  expect(await log.violations()).toEqual([]);
  expect(site.host.reports).toEqual([]);
});

test('what is missing or wrong is said at the question, and keeps the form from being sent', async () => {
  const { page } = await site.open('plan');
  await agree(page);
  const years = field(page, YEARS);
  await years.fill('99');
  await page.keyboard.press('Tab');
  await page.getByText('Please enter 60 or less.').waitFor();
  expect(await years.getAttribute('aria-invalid')).toBe('true');
  const described = await years.evaluate((input) =>
    input
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => document.getElementById(id)!.textContent),
  );
  expect(described).toEqual(['Please enter 60 or less.', 'years']);
  await years.fill('2,5');
  await page.keyboard.press('Tab');
  await page.getByText('Please enter a whole number.').waitFor();
  await years.fill('2');
  await field(page, 'On which day of the month were you born?').fill('7');
  await send(page);
  const incomplete = page.getByText('Please fill in every field, or leave all of them empty.');
  await incomplete.first().waitFor();
  // the page scrolls there first, and what is typed before the focus has arrived goes elsewhere
  await hasFocus(field(page, 'Which letter does the name of your birth town begin with?'));
  await field(page, 'On which day of the month were you born?').fill('');
  await send(page);
  await page.getByText('Please answer this question.').waitFor();
  await expect.poll(() => incomplete.count()).toBe(0);
  const shifts = page.getByRole('radiogroup', { name: 'Which shifts do you work?' });
  expect(await shifts.getAttribute('aria-required')).toBe('true');
  await hasFocus(shifts.locator('input').first());
  expect(await handedOver(page)).toEqual([]);
  await shifts.getByText('Days only').click();
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(page);
  expect((await handedOver(page))[0]).toMatchObject({
    values: { years: 2, shifts: 'day', word: 'skipped' },
    codes: {},
  });
});

test('typing and answers come back after a reload, the code as its hashes alone', async () => {
  const { page } = await site.open('plan');
  await agree(page);
  await field(page, 'One word for your team?').pressSequentially('calm');
  await field(page, YEARS).fill('12');
  await field(page, 'On which day of the month were you born?').fill('7');
  await field(page, 'Which letter does the name of your birth town begin with?').fill('z');
  await page.getByText('2 of 9 answered').first().waitFor();
  await page.reload();
  await page.getByText('2 of 9 answered').first().waitFor();
  expect(await field(page, 'One word for your team?').inputValue()).toBe('calm');
  expect(await field(page, YEARS).inputValue()).toBe('12');
  expect(await field(page, 'On which day of the month were you born?').inputValue()).toBe('');
});

test('nothing is lost of what is typed while a parent draws itself every 40 ms', async () => {
  const { page } = await site.open('plan&rerender=40');
  await agree(page);
  const text = 'every single character of this sentence';
  await field(page, 'Is there anything else you would like to say?').pressSequentially(text, { delay: 20 });
  const changes = await page.evaluate(() => window.changes.at(-1));
  expect(changes).toMatchObject({ consent: true, more: text });
});

test('conditions and validators of the host: what a branch leaves out was not asked', async () => {
  const { page } = await site.open('extend');
  await page.getByText('0 of 5 answered').first().waitFor();
  const pick = (item: string, code: number) => group(page, item).locator('input').nth(code).check();
  for (const item of ['breaks', 'help', 'noise']) await pick(item, 1);
  await pick('hurry', 4);
  await page.getByText('4 of 6 answered').first().waitFor();
  await pick('late', 2);
  await pick('say', 0);
  await send(page);
  await page.getByText('Are you sure?').waitFor();
  await pick('hurry', 0); // takes "late" back out
  await page.getByText('5 of 5 answered').first().waitFor();
  await pick('say', 1);
  await send(page);
  await thanked(page);
  const [record] = await handedOver(page);
  expect(record!.answers).toEqual({ breaks: 1, hurry: 0, help: 1, noise: 1, say: 1, late: 'not-asked' });
  expect((await toldOf(page, 'ready'))[0]).toEqual({ items: Object.keys(all) });
  expect((await toldOf(page, 'progress')).at(-1)).toEqual({ answered: 5, total: 5 });
});

test('Delete takes the answer of a question back', async () => {
  const { page } = await site.open();
  await group(page, 'hurry').locator('input').nth(2).check();
  await page.keyboard.press('Delete');
  await expect.poll(() => page.locator('input:checked').count()).toBe(0);
  expect(await page.evaluate(() => window.changes.at(-1))).toEqual({});
  await page.getByText('0 of 6 answered').waitFor();
});

test('a click on Send right after a wrong entry is not lost to the message that appears', async () => {
  const { page } = await site.open('plan');
  await agree(page);
  await field(page, 'One word for your team?').fill('much longer than twenty');
  await send(page);
  await page.getByText('The text is 3 characters too long.').waitFor();
  await page.getByText('Please answer this question.').waitFor();
});

test('parts, sending and thanks speak the language of the form, and a telephone number keeps its order', async () => {
  const { page } = await site.open('plan&pack=arabic');
  await page.getByRole('checkbox', { name: ar.agree }).check();
  await page.getByText(ar.codePrivacy).waitFor();
  await page.locator('aside', { hasText: ar.helpTitle }).getByText('\u2066555 0100\u2069').waitFor();
  // what is typed has its own direction, in one line and in several
  await page.locator('textarea').fill('a quiet room.');
  expect(await page.locator('textarea').evaluate((area) => getComputedStyle(area).direction)).toBe('ltr');
  await field(page, plan.parts.find(isNumber)!.question.ar!).fill('٩٩');
  await page.getByRole('button', { name: ar.submit }).click();
  await page.getByText(ar.requiredMissing).waitFor();
  await page.getByText(formatMessage('ar', ar.numberTooHigh, { maximum: 60 })).waitFor();
  await field(page, plan.parts.find(isNumber)!.question.ar!).fill('٩');
  await page.getByRole('radio', { name: 'نهارًا فقط' }).check();
  await page.getByRole('button', { name: ar.submit }).click();
  await page.getByRole('button', { name: ar.sendAnyway }).click();
  await page.getByRole('heading', { name: ar.sentTitle }).waitFor();
});
