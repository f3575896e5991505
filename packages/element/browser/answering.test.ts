import type { PeerscaleSurveyElement } from '@peerscale/element';
import { expect, test } from 'vitest';
import { english } from '../../form/fixtures/text-packs.ts';
import { isFocused } from '../../test-utils/src/expect-said.ts';
import { all, choose, events, group, send, surveyUnderTest, thanked } from './support/survey-under-test.ts';

const site = surveyUnderTest({ clears: true });

const survey = (attributes: string, src = 'day') =>
  `<peerscale-survey id="s" src="/${src}.json" ${attributes}></peerscale-survey>`;

test('by mouse: answers, events and record', async () => {
  const page = await site.open();
  expect((await events(page, 'ready'))[0]!.detail).toEqual({ items: Object.keys(all) });
  for (const [item, code] of Object.entries(all)) {
    const label = english.responseScales.often!.labels[code]!;
    // the whole cell is the target, not the circle alone
    const cell = group(page, item)
      .locator('label')
      .filter({ has: page.getByRole('radio', { name: label, exact: true }) });
    await cell.click({ position: { x: 6, y: 6 } });
  }
  expect((await events(page, 'change')).map(({ detail }) => [detail.part, detail.item, detail.value])).toEqual(
    Object.entries(all).map(([item, code]) => ['working-day', item, code]),
  );
  expect((await events(page, 'progress')).map(({ detail }) => detail.answered)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(await page.evaluate(() => document.querySelector<PeerscaleSurveyElement>('peerscale-survey')!.value)).toEqual({
    'working-day': all,
  });
  await send(page);
  await thanked(page);
  const [submitted] = await events(page, 'submit');
  expect(submitted!.detail.record).toMatchObject({
    schema: 'peerscale/response@1',
    instrument: 'working-day',
    version: '1.2.0',
    locale: 'en',
    answers: all,
  });
  expect((await events(page, 'saved'))[0]!.detail.record).toEqual(submitted!.detail.record);
  expect(await events(page, 'error')).toEqual([]);
});

test('the page hears with what the endpoint answered, beside the record', async () => {
  site.pages.answers.push({ status: 201, body: { stored: true, receipt: '7QK2' } });
  const page = await site.open(survey('endpoint="/responses"'));
  for (const [item, code] of Object.entries(all)) await choose(page, item, code);
  await send(page);
  await thanked(page);
  const [saved] = await events(page, 'saved');
  expect(saved!.detail).toMatchObject({ record: { answers: all }, answer: { stored: true, receipt: '7QK2' } });
});

test('by keys alone: Tab, Space, arrows, Enter', async () => {
  const page = await site.open();
  for (const [item, code] of Object.entries(all)) {
    await page.keyboard.press('Tab');
    await expect.poll(() => group(page, item).locator('input:focus').count(), { message: item }).toBe(1);
    await page.keyboard.press('Space');
    for (let step = 0; step < code; step++) await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await thanked(page);
  expect((await events(page, 'submit'))[0]!.detail.record.answers).toEqual(all);
  await expect
    .poll(() => page.evaluate(() => document.querySelector('#s')!.shadowRoot!.activeElement?.className))
    .toContain('thanks');
});

test('digits answer and move on, in a list; Delete takes an answer back; the host hears of no digit', async () => {
  const page = await site.open();
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ key }) => /\d/.test(key) && document.body.setAttribute('data-heard', key));
  });
  await page.keyboard.press('Tab');
  await page.keyboard.press('9'); // there is no ninth option
  expect(await events(page, 'change')).toEqual([]);
  for (const code of Object.values(all)) await page.keyboard.press(String(code + 1));
  expect(await page.locator('button.main:focus').textContent()).toBe('Send answers');
  expect(await page.locator('body').getAttribute('data-heard')).toBe('9');
  await group(page, 'help').locator('input:checked').focus();
  await page.keyboard.press('Delete');
  await page.getByText('5 of 6 answered').first().waitFor();
  await page.keyboard.press('4');
  await group(page, 'say').locator('input:checked').focus();
  await page.keyboard.press('Control+1'); // the browser's, not ours
  await send(page);
  await thanked(page);
  expect((await events(page, 'submit'))[0]!.detail.record.answers).toEqual(all);
});

test('one question a screen: digits, Escape back, skipping, review of what was skipped', async () => {
  const page = await site.open(survey('mode="single"'));
  const shown = () =>
    page.getByRole('radiogroup').evaluateAll((groups) => groups.filter((one) => one.checkVisibility()).length);
  expect(await shown()).toBe(1);
  await group(page, 'breaks').locator('input').first().focus();
  await page.keyboard.press('5');
  await group(page, 'hurry').waitFor();
  await page.keyboard.press('Escape');
  expect(await group(page, 'breaks').locator('input:focus:checked').inputValue()).toBe('4');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  for (const key of ['4', '2', '3', '1']) await page.keyboard.press(key);
  expect(await shown()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'One question has no answer yet.' }).waitFor();
  await page.getByRole('button', { name: english.items.hurry! }).click();
  await page.keyboard.press('1');
  expect(await shown()).toBe(1);
  for (let step = 0; step < 4; step++) await page.keyboard.press('Enter');
  await send(page);
  await thanked(page);
  expect((await events(page, 'submit'))[0]!.detail.record.answers).toEqual(all);
});

test('what is open is counted before sending, nobody is forced, Escape means no', async () => {
  const page = await site.open();
  await choose(page, 'breaks', 2);
  await send(page);
  const box = page.getByRole('group', { name: '5 questions have no answer yet.' });
  await expect.poll(() => isFocused(box)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => box.count()).toBe(0);
  await send(page);
  await box.getByRole('button', { name: 'Show me' }).click();
  await expect.poll(() => group(page, 'hurry').locator('input:focus').count()).toBe(1);
  await send(page);
  await box.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(page);
  const { answers } = (await events(page, 'submit'))[0]!.detail.record;
  expect(answers).toEqual({
    breaks: 2,
    hurry: 'skipped',
    help: 'skipped',
    noise: 'skipped',
    say: 'skipped',
    late: 'skipped',
  });
});

test('answers are cleared after asking only', async () => {
  const page = await site.open();
  await choose(page, 'say', 3);
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await page.getByRole('button', { name: 'No, keep them' }).click();
  expect(await group(page, 'say').locator('input:checked').count()).toBe(1);
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await page.getByRole('button', { name: 'Yes, clear them' }).click();
  await expect.poll(() => page.locator('input:checked').count()).toBe(0);
  await page.reload();
  await page.getByText('0 of 6 answered').first().waitFor();
  expect(await page.locator('input:checked').count()).toBe(0);
});

test('another language keeps what was answered, also where its codes run the other way', async () => {
  const page = await site.open();
  await choose(page, 'breaks', 4);
  await choose(page, 'hurry', 1);
  await page.locator('#s').evaluate((element) => element.setAttribute('locale', 'cs'));
  await page.getByText('Zodpovězeno 2 z 6').first().waitFor();
  await page.locator('#s').evaluate((element) => element.setAttribute('src', '/reversed.json'));
  await expect
    .poll(() =>
      page.locator('input:checked').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    )
    .toEqual(['0', '3']);
  await page.getByRole('button', { name: 'Odeslat odpovědi' }).click();
  await page.getByRole('button', { name: 'Přesto odeslat' }).click();
  await page.getByRole('heading', { name: 'Děkujeme' }).waitFor();
  const [submitted] = await events(page, 'submit');
  expect(submitted!.detail.record).toMatchObject({
    locale: 'cs-CZ',
    coding: { often: 'rejection' },
    answers: { breaks: 0, hurry: 3 },
  });
});

test('properties in place of an address, set before the element is defined; answers to begin with', async () => {
  const page = await site.open('<peerscale-survey id="s" src="/day.json"></peerscale-survey><div id="late"></div>');
  await page.evaluate(async () => {
    const bundle = await (await fetch('/day.json')).json();
    const element = document.createElement('peerscale-survey') as PeerscaleSurveyElement;
    element.id = 'given';
    Object.assign(element, {
      instrument: bundle.instrument,
      textPack: bundle.textPacks[0],
      labels: { submit: 'Hand it in' },
    });
    element.value = { 'working-day': { late: 2 } };
    document.querySelector('#late')!.append(element);
  });
  const given = page.locator('#given');
  await given.getByRole('button', { name: 'Hand it in' }).waitFor();
  expect(await group(given, 'late').locator('input:checked').inputValue()).toBe('2');
  await given.evaluate((element) => {
    (element as PeerscaleSurveyElement).value = { 'working-day': { late: 9 } };
  });
  expect((await events(page, 'error')).map(({ id, detail }) => [id, detail.code])).toEqual([
    ['given', 'value-invalid'],
  ]);
  expect(await group(given, 'late').locator('input:checked').inputValue()).toBe('2');
});
