import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeObjections } from '../../../test-utils/src/axe.ts';

/** Wide, narrow, at 200 percent zoom (a window of 1440 or 640 pixels has half as many), and with type twice the size. */
const LAYOUTS = [
  { width: 1440, type: 1 },
  { width: 320, type: 1 },
  { width: 768, type: 1 },
  { width: 720, type: 1 },
  { width: 1440, type: 2 },
  { width: 640, type: 2 },
] as const;

const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const;
const DARK = { colorScheme: 'dark', forcedColors: 'none' } as const;
const FORCED = { colorScheme: 'light', forcedColors: 'active' } as const;
const FORCED_DARK = { colorScheme: 'dark', forcedColors: 'active' } as const;

type Layout = (typeof LAYOUTS)[number];

/** `PROPERTY_RUNS` asks for every layout in all colours, left to right and right to left. */
const THOROUGH = process.env.PROPERTY_RUNS !== undefined;

/** Right to left, what is mirrored is looked at once wide, once narrow, and once with large type. */
const layoutsFor = (mirrored: boolean): readonly Layout[] =>
  mirrored && !THOROUGH ? LAYOUTS.filter((_, at) => [0, 1, 5].includes(at)) : LAYOUTS;

/** Dark and forced colours once wide and once narrow: they change nothing but colours. */
function coloursAt(layout: Layout, mirrored: boolean) {
  if (THOROUGH) return [LIGHT, DARK, FORCED, FORCED_DARK];
  if (mirrored) return [LIGHT];
  if (layout === LAYOUTS[0]) return [LIGHT, DARK];
  return layout === LAYOUTS[1] ? [LIGHT, DARK, FORCED] : [LIGHT];
}

/**
 * The screen as it is, in every layout and colour: axe has nothing to say, and it fits.
 *
 * @param include what is looked at
 */
export async function passesEverywhere(page: Page, screen: string, include = '#s'): Promise<void> {
  const mirrored = (await page.locator('html').getAttribute('lang')) === 'ar';
  for (const layout of layoutsFor(mirrored)) {
    await page.setViewportSize({ width: layout.width, height: 900 });
    const name = `${screen}, ${layout.width} px, type ${layout.type}`;
    for (const colours of coloursAt(layout, mirrored)) {
      await page.emulateMedia(colours);
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${100 * size}%`;
        scrollTo(0, 0); // what is half under the bar that sticks to the top cannot be judged
      }, layout.type);
      const forcedColors = colours.forcedColors === 'active';
      const look = `${name}, ${colours.colorScheme}, forced colours ${colours.forcedColors}`;
      expect(await axeObjections(page, { include, forcedColors, frames: page.frames().slice(1) }), look).toEqual([]);
    }
    await fits(page, name);
  }
}

/** Nothing sticks out to the side, and every target is 44 pixels or more. */
async function fits(page: Page, look: string): Promise<void> {
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }));
  expect(scroll, look).toBeLessThanOrEqual(width);
  const targets = page.locator('label.option:visible, button:visible, .field:visible');
  const sizes = await targets.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ width: w, height }) => Math.min(w, height)),
  );
  expect(Math.min(...sizes, Infinity), look).toBeGreaterThanOrEqual(44);
}
