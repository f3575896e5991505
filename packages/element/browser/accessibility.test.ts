import { expect, test } from 'vitest';
import { english } from '../../form/fixtures/text-packs.ts';
import { events, group, send, surveyUnderTest } from './support/survey-under-test.ts';

const site = surveyUnderTest({ clears: true });
const survey = (src: string, more = '') => `<peerscale-survey id="s" src="/${src}.json" ${more}></peerscale-survey>`;

test('each item is a radio group of its own, named by its text, its options named by their labels', async () => {
  const page = await site.open();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const groups = nodes.filter(({ role, ignored }) => role?.value === 'radiogroup' && !ignored);
  expect(groups.map(({ name }) => name?.value)).toEqual(Object.values(english.items));
  for (const { properties } of groups) {
    expect(properties?.find(({ name }) => name === 'required')?.value.value ?? false).toBe(false);
  }
  const labels = Object.values(english.responseScales.often!.labels);
  const radios = nodes.filter(({ role, ignored }) => role?.value === 'radio' && !ignored);
  expect(radios.map(({ name }) => name?.value)).toEqual(Object.keys(english.items).flatMap(() => labels));
  // "2 of 5" is said of radio buttons of one name in one tree: five in each group, and no name in two groups
  const names = await page
    .getByRole('radiogroup')
    .evaluateAll((all) =>
      all.map((one) => [...new Set([...one.querySelectorAll('input')].map((input) => input.name))]),
    );
  expect(names.every((own) => own.length === 1)).toBe(true);
  expect(new Set(names.flat()).size).toBe(6);
  expect(await page.locator('.anchors').getAttribute('aria-hidden')).toBe('true');
});

test('the browser itself takes the five options for one group: the arrows go round in it, Tab leaves it', async () => {
  const page = await site.open();
  const place = () =>
    group(page, 'hurry')
      .locator('input')
      .evaluateAll((all) => all.findIndex((one) => one.matches(':focus')));
  await group(page, 'hurry').locator('input').first().focus();
  await page.keyboard.press('Space');
  const places = [];
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('ArrowDown');
    places.push(await place());
  }
  expect(places).toEqual([1, 2, 3, 4, 0]);
  await page.keyboard.press('Tab');
  await expect.poll(() => group(page, 'help').locator('input:focus').count()).toBe(1);
});

test('an item that must be answered says so, and what is wrong is part of it', async () => {
  const page = await site.open(survey('plan'));
  await page.getByRole('checkbox').check();
  await send(page);
  const snapshot = await page.locator('#s').ariaSnapshot();
  expect(snapshot).toContain('radiogroup "Which shifts do you work?"');
  expect(snapshot).toContain('Please answer this question.');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const shifts = nodes.find(
    ({ name, role }) => role?.value === 'radiogroup' && String(name?.value).startsWith('Which shifts'),
  )!;
  const properties = Object.fromEntries(shifts.properties!.map(({ name, value }) => [name, value.value]));
  expect(properties).toMatchObject({ required: true, invalid: 'true' });
  expect(shifts.description?.value).toBe('Please answer this question.');
});

test('labels at every option on a phone, once above the columns and in view on a wide screen', async () => {
  await site.renew({ viewport: { width: 390, height: 500 } });
  let page = await site.open();
  const label = () =>
    group(page, 'late')
      .locator('.label')
      .first()
      .evaluate((one) => one.getBoundingClientRect().width > 20);
  expect(await label()).toBe(true);
  expect(await page.locator('.anchors').isVisible()).toBe(false);
  await page.close();
  await site.renew({ viewport: { width: 1280, height: 500 } });
  page = await site.open();
  expect(await label()).toBe(false);
  await group(page, 'late').scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  const box = (await page.locator('.anchors').boundingBox())!;
  const progress = (await page.locator('.progress').boundingBox())!;
  expect(Math.round(progress.y)).toBe(0);
  expect(Math.abs(box.y - progress.height)).toBeLessThan(2);
  const columns = await page
    .locator('.anchors span')
    .evaluateAll((spans) =>
      spans.map((one) => one.getBoundingClientRect()).map(({ x, width }) => Math.round(x + width / 2)),
    );
  const circles = await group(page, 'late')
    .locator('input')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ x, width }) => Math.round(x + width / 2)),
    );
  columns.forEach((column, at) => expect(Math.abs(column - circles[at]!)).toBeLessThan(3));
});

test('what the keys focus is in full view, below the bar and the anchors', async () => {
  await site.renew({ viewport: { width: 1280, height: 420 } });
  const page = await site.open();
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab');
    const covered = await page.locator('#s').evaluate((element) => {
      const root = element.shadowRoot!;
      const input = root.activeElement!.getBoundingClientRect();
      const anchors = root.querySelector('.anchors')!.getBoundingClientRect();
      return input.top < anchors.bottom || input.bottom > innerHeight;
    });
    expect(covered, `question ${step + 1}`).toBe(false);
  }
});

test('where the last options are on the left, the right arrow goes back and digits count from the right', async () => {
  site.pages.lang = 'ar';
  const page = await site.open();
  await page.getByRole('radiogroup').first().locator('input').first().focus();
  await page.keyboard.press('5');
  expect((await events(page, 'change'))[0]!.detail).toMatchObject({ item: 'breaks', value: 4 });
});
