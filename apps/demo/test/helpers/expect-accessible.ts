import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeObjections } from '../../../../packages/test-utils/src/axe.ts';

/**
 * axe finds nothing on the page as it is now, frames included, contrast of 7:1 and size of targets among its rules, and
 * the page does not scroll sideways.
 *
 * @param look what is looked at, for the message
 */
export async function expectAccessible(page: Page, look = ''): Promise<void> {
  expect(await axeObjections(page, { undecided: false, frames: page.frames().slice(1) }), look).toEqual([]);
  const overhang = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overhang, `pixels that the page itself scrolls sideways ${look}`).toBe(0);
}
