/**
 * Saves a picture of every screen of the element, at the width of a phone and of a desk, into docs/screenshots; of those
 * that show most, also in dark and in Arabic. Run by hand after `npm run build`:
 *
 *   node packages/element/scripts/screenshots.ts [FOLDER] [SCREEN ...]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import { BUNDLES } from '../browser/support/bundles.ts';
import { openScreen, SCREENS, type Screen } from '../browser/support/screens.ts';
import { servePages } from '../browser/support/serve-pages.ts';

const [folder = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url)), ...only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const ALSO_DARK = ['list', 'single', 'all-kinds', 'open-questions', 'refused', 'scores'];
const ALSO_ARABIC = ['list', 'single-open', 'all-kinds', 'wrong-entries', 'open-questions', 'waiting', 'scores'];
const DEVICES = [
  { device: 'phone', viewport: { width: 390, height: 844 }, hasTouch: true },
  { device: 'desk', viewport: { width: 1280, height: 800 }, hasTouch: false },
] as const;
/** A form longer than this is cut: what follows looks like what came before. */
const HIGHEST = 2600;

const [pages, browser] = await Promise.all([servePages(), launchBrowser()]);
Object.assign(pages.json, BUNDLES);

async function picture(screen: Screen, look: '' | '-dark' | '-arabic'): Promise<void> {
  for (const { device, viewport, hasTouch } of DEVICES) {
    const colorScheme = look === '-dark' ? 'dark' : 'light';
    const context = await browser.newContext({ viewport, hasTouch, colorScheme });
    const page = await context.newPage();
    await openScreen(page, pages, screen, look === '-arabic' ? 'ar' : 'en');
    // the element is what is looked at, not the page around it
    await page.evaluate(() => document.querySelector('h1')?.remove());
    if (screen.end) await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    else {
      await page.evaluate(() => scrollTo(0, 0));
      const height = await page.evaluate(() => document.querySelector('#s')!.clientHeight + 32);
      await page.setViewportSize({ ...viewport, height: Math.min(HIGHEST, height) });
    }
    await page.screenshot({ path: join(folder, `element-${screen.name}${look}-${device}.png`) });
    await context.close();
  }
}

for (const screen of SCREENS.filter(({ name }) => only.length === 0 || only.includes(name))) {
  await picture(screen, '');
  if (ALSO_DARK.includes(screen.name)) await picture(screen, '-dark');
  if (ALSO_ARABIC.includes(screen.name)) await picture(screen, '-arabic');
}
await Promise.all([browser.close(), pages.close()]);
process.stdout.write(`Screenshots are in ${folder}\n`);
