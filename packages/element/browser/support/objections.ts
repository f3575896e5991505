import type { Page } from 'playwright-core';
import { COLOURS, DARK, FORCED, LIGHT, type Look, passesLooks } from '../../../test-utils/src/passes-looks.ts';

/** Wide, narrow, at 200 percent zoom (a window of 1440 or 640 pixels has half as many), and with type twice the size. */
const LAYOUTS = [
  { width: 1440, type: 1 },
  { width: 320, type: 1 },
  { width: 768, type: 1 },
  { width: 720, type: 1 },
  { width: 1440, type: 2 },
  { width: 640, type: 2 },
] as const;

type Layout = (typeof LAYOUTS)[number];

/** `PROPERTY_RUNS` asks for every layout in all colours, left to right and right to left. */
const THOROUGH = process.env.PROPERTY_RUNS !== undefined;

/** Wide, narrow, and narrow with large type; right to left, what is mirrored is looked at once narrow. */
const layoutsFor = (mirrored: boolean): readonly Layout[] =>
  THOROUGH ? LAYOUTS : LAYOUTS.filter((_, at) => (mirrored ? [1] : [0, 1, 5]).includes(at));

/** Dark colours once wide, forced ones once narrow: they change nothing but colours. */
function coloursAt(layout: Layout, mirrored: boolean): readonly Look['colours'][] {
  if (THOROUGH) return COLOURS;
  if (mirrored) return [LIGHT];
  if (layout === LAYOUTS[0]) return [LIGHT, DARK];
  return layout === LAYOUTS[1] ? [LIGHT, FORCED] : [LIGHT];
}

/**
 * The screen as it is, in every layout and colour: axe has nothing to say, and it fits.
 *
 * @param include what is looked at
 */
export async function passesEverywhere(page: Page, screen: string, include = '#s'): Promise<void> {
  const mirrored = (await page.locator('html').getAttribute('lang')) === 'ar';
  const looks = layoutsFor(mirrored).flatMap((layout) =>
    coloursAt(layout, mirrored).map((colours) => ({ ...layout, colours })),
  );
  await passesLooks(page, screen, looks, { include, targets: 'label.option, button, .field' });
}
