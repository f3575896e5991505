import { expect, test } from 'vitest';
import { choose, events, send, surveyUnderTest, thanked } from './support/survey-under-test.ts';

const site = surveyUnderTest({ clears: true });
const PLAN = '<peerscale-survey id="s" src="/plan.json"></peerscale-survey>';

test('a form of all kinds of parts: consent first, wrong entries named, scores and contacts at the end', async () => {
  const page = await site.open(PLAN);
  expect(await page.getByRole('radiogroup').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Send answers' }).count()).toBe(0);
  await page.getByRole('checkbox', { name: 'I agree' }).check();
  await send(page);

  // what is required is said, and tied to the question
  const shifts = page.getByRole('radiogroup', { name: 'Which shifts do you work?' });
  expect(await shifts.getAttribute('aria-required')).toBe('true');
  expect(await shifts.getAttribute('aria-invalid')).toBe('true');
  expect(await description(shifts)).toBe('Please answer this question.');
  expect(await shifts.locator('input:focus').count()).toBe(1);
  await page.keyboard.press('1');
  expect(await shifts.getAttribute('aria-invalid')).toBe(null);
  expect(await description(shifts)).toBe('');

  const years = page.getByRole('textbox', { name: 'For how many years' });
  await years.fill('90');
  await years.blur();
  expect(await description(years)).toBe('Please enter 60 or less.');
  await years.fill('ten');
  await years.blur();
  expect(await description(years)).toBe('Please enter a number.');
  await years.fill('٩');
  const word = page.getByRole('textbox', { name: 'One word' });
  await word.fill('much longer than twenty');
  expect(await description(word)).toBe('The first that comes to mind The text is 3 characters too long.');
  await word.fill('kind');
  expect(await description(word)).toBe('The first that comes to mind');

  const day = page.getByRole('textbox', { name: 'On which day' });
  await day.fill('31');
  await send(page);
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Which letter' }).getAttribute('aria-invalid'))
    .toBe('true');
  await page.getByRole('textbox', { name: 'Which letter' }).fill('Žatec');
  for (const item of ['breaks', 'hurry', 'help', 'noise', 'say', 'late']) await choose(page, item, 2);
  await expect.poll(() => page.locator('.progress span').textContent()).toBe('9 of 9 answered');
  // words of one's own are an offer: nothing is asked about "more"
  await send(page);
  await thanked(page);

  const { record } = (await events(page, 'submit'))[0]!.detail;
  expect(record).toMatchObject({
    schema: 'peerscale/form-record@1',
    values: { shifts: 'day', years: 9, word: 'kind', more: 'skipped' },
    records: [{ instrument: 'working-day', answers: { breaks: 2, late: 2 } }],
  });
  expect(Object.keys(record.codes.code)).toEqual(['birth-day', 'town']);
  expect(Object.values(record.codes.code as string[]).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  expect(JSON.stringify(await events(page))).not.toContain('Žatec');
  await page.getByText('2 on a scale from 0 to 4').waitFor();
  await page.getByText('555 0100').waitFor();
  expect(site.complaints).toEqual([]);
  expect(site.pages.reports).toEqual([]);
});

test('one part a screen: no way past a consent that must be given', async () => {
  const page = await site.open(PLAN.replace('id="s"', 'id="s" mode="single"'));
  await page.getByRole('button', { name: 'Next' }).click();
  const box = page.getByRole('checkbox');
  // the box stands under what it agrees to, and how far one has come below both
  const tops = await Promise.all(
    [
      page.getByRole('heading', { name: 'About this survey' }),
      box,
      page.locator('.note').first(),
      page.locator('.progress'),
    ].map(async (node) => (await node.boundingBox())!.y),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(await description(box)).toContain('please tick the box');
  await box.check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'On which day' }).waitFor();
  expect(await page.getByText('555 0100').isVisible()).toBe(true);
  // a reload comes back to where one was
  await page.getByRole('textbox', { name: 'On which day' }).fill('7');
  await page.getByRole('textbox', { name: 'Which letter' }).fill('o');
  await expect.poll(async () => (await events(page, 'change')).length).toBe(2);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.keyboard.press('2');
  await page.getByRole('radiogroup', { name: 'I had to hurry' }).waitFor();
  await page.keyboard.press('2');
  await page.getByRole('radiogroup', { name: 'When I asked' }).waitFor();
  await page.reload();
  await page.getByRole('radiogroup', { name: 'When I asked' }).waitFor();
  expect(await page.locator('.progress span').textContent()).toBe('3 of 9 answered');
});

/** What a screen reader adds to the name, from `aria-describedby`. */
const description = (element: import('playwright-core').Locator) =>
  element.evaluate((node) =>
    (node.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((id) => (node.getRootNode() as ShadowRoot).getElementById(id)!.textContent)
      .join(' '),
  );
