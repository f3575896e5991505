import process from 'node:process';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeObjections } from '../../../../packages/test-utils/src/axe.ts';

export interface AccessibleOptions {
  /** only what can differ in other colours: contrast, and size of targets; default: everything */
  readonly looksAlone?: boolean;
}

/** In `npm test` narrow is light and wide is dark; `PROPERTY_RUNS` asks for both colours at both widths. */
const LOOKS = (
  [
    [390, 'light'],
    [390, 'dark'],
    [1440, 'dark'],
    [1440, 'light'],
  ] as const
).filter(
  ([width, colorScheme]) => process.env.PROPERTY_RUNS !== undefined || (width === 390) === (colorScheme === 'light'),
);

/**
 * axe finds nothing on the page as it is now, frames included, contrast of 7:1 and size of targets among its rules, and
 * the page does not scroll sideways.
 *
 * @param look what is looked at, for the message
 */
export async function expectAccessible(
  page: Page,
  look = '',
  { looksAlone = false }: AccessibleOptions = {},
): Promise<void> {
  const frames = page.frames().slice(1);
  expect(await axeObjections(page, { undecided: false, looksAlone, frames }), look).toEqual([]);
  const overhang = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overhang, `pixels that the page itself scrolls sideways ${look}`).toBe(0);
}

/** The same in light and in dark colours, which change no names, roles or order: of these axe is asked once. */
export async function expectAccessibleInColours(page: Page, look = ''): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${look}, ${colorScheme}`, { looksAlone: colorScheme === 'dark' });
  }
}

/** The same narrow and wide, in light and in dark colours. */
export async function expectAccessibleInLooks(page: Page, look = ''): Promise<void> {
  let last = 0;
  for (const [width, colorScheme] of LOOKS) {
    const looksAlone = width === last;
    if (!looksAlone) await page.setViewportSize({ width, height: 900 });
    last = width;
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${look}, ${width} px, ${colorScheme}`, { looksAlone });
  }
}

/** The languages to look at a page in: `PROPERTY_RUNS` asks for both, `npm test` takes them by turns. */
export function languagesOf(place: number): readonly ('en' | 'cs')[] {
  const both = ['en', 'cs'] as const;
  return process.env.PROPERTY_RUNS === undefined ? [both[place % 2]!] : both;
}
