import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What axe objects to, contrast of 7:1 and size of targets included; what it cannot work out counts as well. */
export async function objections(page: Page): Promise<unknown[]> {
  await page.evaluate(() => scrollTo(0, 0));
  // with forced colours the contrast is the person's own choice, and axe computes it from what is not painted
  const contrast = { enabled: !(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)) };
  const rules = { 'color-contrast': contrast, 'color-contrast-enhanced': contrast, 'target-size': { enabled: true } };
  // one document: axe needs no second page to put the results of frames together
  const axe = new AxeBuilder({ page }).include('#s').options({ rules }).setLegacyMode();
  const { violations, incomplete } = await axe.analyze();
  const unclear = incomplete.filter(({ id }) => id.startsWith('color-contrast'));
  return [...violations, ...unclear].map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

/** Nothing sticks out to the side, and every target is 44 pixels or more. */
export async function fits(page: Page): Promise<void> {
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
  const targets = page.locator('label.option:visible, button:visible, .field:visible');
  const sizes = await targets.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ width: w, height }) => Math.min(w, height)),
  );
  expect(Math.min(...sizes, Infinity)).toBeGreaterThanOrEqual(44);
}

/** Wide, narrow, at 200 percent zoom (half as many pixels of a style sheet, twice as dense), in all colours. */
const LOOKS = [
  { width: 320, colorScheme: 'light', forcedColors: 'none' },
  { width: 1440, colorScheme: 'dark', forcedColors: 'none' },
  { width: 720, colorScheme: 'light', forcedColors: 'active' },
  { width: 1440, colorScheme: 'light', forcedColors: 'none' },
] as const;
const MORE_LOOKS = [
  { width: 320, colorScheme: 'dark', forcedColors: 'none' },
  { width: 320, colorScheme: 'light', forcedColors: 'active' },
  { width: 720, colorScheme: 'dark', forcedColors: 'none' },
  { width: 1024, colorScheme: 'light', forcedColors: 'none' },
  { width: 1440, colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** The screen as it is, in every look; `PROPERTY_RUNS` asks for the looks in between as well. */
export async function passesEverywhere(page: Page, screen: string): Promise<void> {
  const looks = process.env.PROPERTY_RUNS === undefined ? LOOKS : [...LOOKS, ...MORE_LOOKS];
  for (const { width, ...media } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia(media);
    const look = `${screen}, ${width} px, ${media.colorScheme}, forced colours ${media.forcedColors}`;
    expect(await objections(page), look).toEqual([]);
    await fits(page);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}
