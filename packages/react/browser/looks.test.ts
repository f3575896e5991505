import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { choose, send, thanked } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest();

test('looks the way the sheet says: font, room, size of targets', async () => {
  for (const width of [320, 1280]) {
    await site.renew({ viewport: { width, height: 800 } });
    const { page } = await site.open();
    const label = page.locator('.peerscale-option-label').first();
    const style = await label.evaluate((element) => {
      const { fontFamily, paddingLeft, borderTopWidth, display } = getComputedStyle(element);
      return { fontFamily, paddingLeft, borderTopWidth, display };
    });
    expect(style.fontFamily).toMatch(/^system-ui/);
    expect(style.borderTopWidth).toBe('1px');
    expect(style.display).toBe('flex');
    expect(Number.parseFloat(style.paddingLeft)).toBeGreaterThanOrEqual(8);
    const targets = page.locator('.peerscale-option-label, .peerscale-form button');
    for (const box of await Promise.all((await targets.all()).map((target) => target.boundingBox()))) {
      expect(box!.height).toBeGreaterThanOrEqual(44);
      expect(box!.width).toBeGreaterThanOrEqual(44);
    }
    const tops = await page
      .locator('.peerscale-options')
      .first()
      .locator('.peerscale-option')
      .evaluateAll((options) => new Set(options.map((option) => option.getBoundingClientRect().top)).size);
    expect(tops).toBe(width === 320 ? 5 : 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test.each([
  ['light', 320],
  ['light', 1280],
  ['dark', 320],
  ['dark', 1280],
] as const)('has nothing axe objects to: %s, %i px', async (colorScheme, width) => {
  await site.renew({ colorScheme, viewport: { width, height: 900 } });
  const { page } = await site.open('draft=spring&failures=1');
  const objections = async () => {
    // Further down, some text is half under the bar that sticks to the top.
    await page.evaluate(() => scrollTo(0, 0));
    const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
    const { violations, incomplete } = await new AxeBuilder({ page }).options({ rules }).analyze();
    // A contrast that axe cannot work out is none to be trusted.
    const unclear = incomplete.filter(({ id }) => id.startsWith('color-contrast'));
    return [...violations, ...unclear].map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
  };
  expect(await objections()).toEqual([]);
  await choose(page, 'breaks', 4);
  await choose(page, 'late', 0);
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  expect(await objections()).toEqual([]);
  await send(page);
  expect(await objections()).toEqual([]);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await objections()).toEqual([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(page);
  expect(await objections()).toEqual([]);
});

test('data-theme on an ancestor wins over the system', async () => {
  const surface = async (colorScheme: 'light' | 'dark', query: string) => {
    await site.renew({ colorScheme });
    const { page } = await site.open(query);
    return page.locator('.peerscale-form').evaluate((form) => getComputedStyle(form).backgroundColor);
  };
  const light = await surface('light', '');
  const dark = await surface('dark', '');
  expect(dark).not.toBe(light);
  expect(await surface('light', 'theme=dark')).toBe(dark);
  expect(await surface('dark', 'theme=light')).toBe(light);
});

test('reduced motion and forced colours are respected', async () => {
  await site.renew({ reducedMotion: 'reduce', forcedColors: 'active' });
  const { page } = await site.open();
  await choose(page, 'breaks', 4);
  const style = await page.locator('.peerscale-option-checked .peerscale-option-label').evaluate((label) => {
    const { transitionProperty, transitionDuration, outlineStyle } = getComputedStyle(label);
    return { transitionProperty, transitionDuration, outlineStyle };
  });
  expect(style).toMatchObject({ transitionDuration: '0s', outlineStyle: 'solid' });
});
