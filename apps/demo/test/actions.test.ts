import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type AskedTeam, askedTeam } from './helpers/asked-team.ts';
import { expectAccessible } from './helpers/expect-accessible.ts';

let team: AskedTeam;
let browser: Browser;
beforeAll(async () => {
  [team, browser] = await Promise.all([askedTeam(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await team?.close();
});

interface Stored {
  readonly text: string;
  readonly state: string;
  readonly wave: string;
  readonly reviewWave: string | null;
}

const stored = async (of = 'red') =>
  (await team.ask<{ actions: Stored[] }>('GET', `/studies/${team.study}/teams/${of}/actions`)).actions;

async function open({
  of = 'red',
  lang = 'en',
  width = 390,
  colorScheme = 'light' as 'light' | 'dark',
} = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  await team.signIn(context);
  const page = await context.newPage();
  await page.goto(`${team.origin}/studies/${team.study}/teams/${of}/actions?lang=${lang}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

test('with the keyboard: written down, begun, changed, removed', async () => {
  const page = await open();
  const [autumn, winter] = team.waves;
  const text = page.getByRole('textbox', { name: 'What will be done, and by whom' });
  await page.getByRole('button', { name: 'Write it down' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Please write what was agreed.').waitFor();
  await expect.poll(() => text.evaluate((field) => document.activeElement === field)).toBe(true);
  await page.keyboard.type('An hour with the supervisor each month.');
  // past the two choices, which are right already, to the button
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  const card = page.getByRole('article', { name: 'An hour with the supervisor each month.' });
  await card.waitFor();
  expect(await stored()).toMatchObject([
    {
      text: 'An hour with the supervisor each month.',
      state: 'agreed',
      wave: autumn!.id,
      reviewWave: winter!.id,
    },
  ]);
  await page.getByText('To be looked at after Winter.').waitFor();
  await expect.poll(() => text.inputValue()).toBe('');

  await card.getByRole('radio', { name: 'Agreed' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('It has been changed.').waitFor();
  expect((await stored())[0]!.state).toBe('begun');
  await expectAccessible(page);

  await card.getByRole('button', { name: /^Change/ }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Two hours with the supervisor.');
  await page.getByRole('button', { name: 'Save' }).click();
  const changed = page.getByRole('article', { name: 'Two hours with the supervisor.' });
  await changed.waitFor();
  // what came of it is there after a reload
  await page.reload();
  await changed.getByRole('radio', { name: 'Begun', checked: true }).waitFor();

  await changed.getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('button', { name: 'No, keep it' }).click();
  expect(await stored()).toHaveLength(1);
  await changed.getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('button', { name: 'Yes, remove it' }).click();
  await page.getByText('Nothing is written down yet.').waitFor();
  expect(await stored()).toEqual([]);
  await page.context().close();
});

test('what is to be looked at again stands first once its wave has begun; what is done is last', async () => {
  const path = `/studies/${team.study}/teams/blue/actions`;
  const [autumn, winter] = team.waves;
  await team.ask('POST', path, { wave: autumn!.id, text: 'Due', reviewWave: autumn!.id });
  await team.ask('POST', path, { wave: autumn!.id, text: 'Under way', reviewWave: winter!.id });
  await team.ask('POST', path, { wave: autumn!.id, text: 'Finished', reviewWave: autumn!.id, state: 'done' });
  const page = await open({ of: 'blue', lang: 'cs', width: 1440 });
  const seen = await page
    .locator('.agreed')
    .evaluateAll((rooms) =>
      rooms.map((room) => [
        room.querySelector('h2')!.textContent,
        ...[...room.querySelectorAll('.action-text')].map((text) => text.textContent),
      ]),
    );
  expect(seen).toEqual([
    ['Teď je čas se ohlédnout', 'Due'],
    ['Probíhá', 'Under way'],
    ['Uzavřeno', 'Finished'],
  ]);
  await expectAccessible(page);
  await page.context().close();
});

test('a server that does not answer loses nothing that was typed', async () => {
  const page = await open({ colorScheme: 'dark' });
  await page.route(/\/actions$/, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  const text = page.getByRole('textbox', { name: 'What will be done, and by whom' });
  await text.fill('A walk on Fridays.');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByRole('alert').waitFor();
  expect(await text.inputValue()).toBe('A walk on Fridays.');
  await expectAccessible(page);
  await page.context().close();
});
