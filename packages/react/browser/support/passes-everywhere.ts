import type { Page } from 'playwright-core';
import { COLOURS, DARK, FORCED, LIGHT, type Look, passesLooks } from '../../../test-utils/src/passes-looks.ts';

/** Every width and every colour. At 200 percent zoom a window of 640 pixels has 320, one of 1440 has 720. */
const ALL: readonly Look[] = [
  ...[320, 720, 768, 1440].flatMap((width) => COLOURS.map((colours) => ({ width, type: 1, colours }) as const)),
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
export const passesEverywhere = (page: Page, screen: string): Promise<void> =>
  passesLooks(page, screen, process.env.PROPERTY_RUNS === undefined ? SOME : ALL, {
    targets:
      '.peerscale-option-label, .peerscale-form button, .peerscale-form input[type=text], .peerscale-form textarea',
    still: 3, // the way to what is wrong takes some frames
  });
