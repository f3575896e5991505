import { expect, test } from 'vitest';
import { choose } from './support/answering.ts';
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

test('nothing is animated, and forced colours mark the option chosen', async () => {
  await site.renew({ reducedMotion: 'no-preference', forcedColors: 'active' });
  const { page } = await site.open();
  await choose(page, 'breaks', 4);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const style = await page.locator('.peerscale-option-checked .peerscale-option-label').evaluate((label) => {
    const { transitionProperty, animationName, outlineStyle } = getComputedStyle(label);
    return { transitionProperty, animationName, outlineStyle };
  });
  expect(style).toEqual({ transitionProperty: 'none', animationName: 'none', outlineStyle: 'solid' });
});
