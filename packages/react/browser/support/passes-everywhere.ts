import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeObjections } from '../../../test-utils/src/axe.ts';

const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const;
const DARK = { colorScheme: 'dark', forcedColors: 'none' } as const;
const FORCED = { colorScheme: 'light', forcedColors: 'active' } as const;
const FORCED_DARK = { colorScheme: 'dark', forcedColors: 'active' } as const;
type Colours = typeof LIGHT | typeof DARK | typeof FORCED | typeof FORCED_DARK;

interface Look {
  readonly width: number;
  /** the person's size of type: 2 is twice that of the browser */
  readonly type: 1 | 2;
  readonly colours: Colours;
}

/** Every width and every colour. At 200 percent zoom a window of 640 pixels has 320, one of 1440 has 720. */
const ALL: readonly Look[] = [
  ...[320, 720, 768, 1440].flatMap((width) =>
    [LIGHT, DARK, FORCED, FORCED_DARK].map((colours) => ({ width, type: 1, colours }) as const),
  ),
  ...[640, 1440].flatMap((width) => [LIGHT, DARK].map((colours) => ({ width, type: 2, colours }) as const)),
];

/** Colours know nothing of widths: each of either once. */
const SOME: readonly Look[] = [
  { width: 1440, type: 1, colours: DARK },
  { width: 768, type: 1, colours: FORCED },
  { width: 640, type: 2, colours: LIGHT },
  { width: 320, type: 1, colours: LIGHT },
];

/** The screen as it is, in every look (`PROPERTY_RUNS` asks for all of them): axe has nothing to say, and it fits. */
export async function passesEverywhere(page: Page, screen: string): Promise<void> {
  let width = 0;
  for (const look of process.env.PROPERTY_RUNS === undefined ? SOME : ALL) {
    if (look.width !== width) await page.setViewportSize({ width: look.width, height: 900 });
    width = look.width;
    await page.emulateMedia(look.colours);
    await page.evaluate(async (size) => {
      document.documentElement.style.fontSize = `${100 * size}%`;
      // What is half under the bar that sticks to the top cannot be judged; the way to what is wrong takes some frames.
      for (let still = 0; still < 3; still = scrollY === 0 ? still + 1 : 0) {
        scrollTo(0, 0);
        await new Promise(requestAnimationFrame);
      }
    }, look.type);
    const { colorScheme, forcedColors } = look.colours;
    const name = `${screen}, ${width} px, type ${look.type}, ${colorScheme}, forced colours ${forcedColors}`;
    expect(await axeObjections(page, { forcedColors: forcedColors === 'active' }), name).toEqual([]);
    const { scroll, smallest } = await measures(page);
    expect(scroll, name).toBeLessThanOrEqual(width);
    expect(smallest, name).toBeGreaterThanOrEqual(44);
  }
}

/** How wide the page is, and the shorter side of the smallest target. */
const measures = (page: Page): Promise<{ readonly scroll: number; readonly smallest: number }> =>
  page.evaluate(() => {
    const targets = document.querySelectorAll(
      '.peerscale-option-label, .peerscale-form button, .peerscale-form input[type=text], .peerscale-form textarea',
    );
    const sides = Array.from(targets, (target) => target.getBoundingClientRect()).flatMap(({ width, height }) => [
      width,
      height,
    ]);
    return { scroll: document.documentElement.scrollWidth, smallest: Math.min(...sides, 10_000) };
  });
