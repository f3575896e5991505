import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeObjections } from './axe.ts';

export const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const;
export const DARK = { colorScheme: 'dark', forcedColors: 'none' } as const;
export const FORCED = { colorScheme: 'light', forcedColors: 'active' } as const;
export const FORCED_DARK = { colorScheme: 'dark', forcedColors: 'active' } as const;
export const COLOURS = [LIGHT, DARK, FORCED, FORCED_DARK] as const;

/** One way in which a person may have a page. */
export interface Look {
  /** pixels of the window */
  readonly width: number;
  /** the person's size of type: 2 is twice that of the browser */
  readonly type: 1 | 2;
  readonly colours: (typeof COLOURS)[number];
}

export interface Examined {
  /** what axe looks at, a selector; default: all of the page */
  readonly include?: string;
  /** what a finger presses, a selector */
  readonly targets: string;
  /** frames for which the page must have stood still at its top: where something moves it for a while; default 0 */
  readonly still?: number;
}

/**
 * A page as it is, in one look after the other: axe has nothing to say, nothing sticks out, every target is 44 pixels. What
 * axe says of names, roles and order is asked once for each width: neither colours nor the size of type change it.
 */
export async function passesLooks(
  page: Page,
  screen: string,
  looks: readonly Look[],
  examined: Examined,
): Promise<void> {
  const { include = 'html', targets, still = 0 } = examined;
  let width = 0;
  for (const look of looks) {
    const looksAlone = look.width === width;
    if (!looksAlone) await page.setViewportSize({ width: look.width, height: 900 });
    width = look.width;
    await page.emulateMedia(look.colours);
    await page.evaluate(
      async ([size, still]) => {
        document.documentElement.style.fontSize = `${100 * size}%`;
        scrollTo(0, 0); // what is half under a bar that sticks to the top cannot be judged
        for (let stood = 0; stood < still; stood = scrollY === 0 ? stood + 1 : 0) {
          scrollTo(0, 0);
          await new Promise(requestAnimationFrame);
        }
      },
      [look.type, still] as const,
    );
    const { colorScheme, forcedColors } = look.colours;
    const name = `${screen}, ${width} px, type ${look.type}, ${colorScheme}, forced colours ${forcedColors}`;
    const frames = page.frames().slice(1);
    const options = { include, forcedColors: forcedColors === 'active', looksAlone, frames };
    expect(await axeObjections(page, options), name).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
    const sides = await page
      .locator(targets)
      .filter({ visible: true })
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).flatMap(({ width, height }) => [width, height]),
      );
    expect(Math.min(...sides, Infinity), name).toBeGreaterThanOrEqual(44);
  }
}
