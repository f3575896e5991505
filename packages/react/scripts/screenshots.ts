/**
 * Saves pictures of the React form's screens, at the width of a phone and of a desk, into docs/screenshots; of those that
 * show most, also in dark and in Arabic. Run by hand after `npm run build`:
 *
 *   node packages/react/scripts/screenshots.ts [FOLDER] [SCREEN ...]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import { openScreen, SCREENS, type Screen } from '../browser/support/screens.ts';
import { serveHost } from '../browser/support/serve-host.ts';

const [folder = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url)), ...only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const SHOWN = [
  'list',
  'consent',
  'all-kinds',
  'wrong-entries',
  'open-questions',
  'clearing',
  'waiting',
  'refused',
  'thank-you',
  'scores',
  'not-found',
];
const ALSO_DARK = ['list', 'all-kinds', 'scores'];
const ALSO_ARABIC = ['list', 'all-kinds', 'wrong-entries', 'open-questions', 'scores'];
/** what matters is at the end of a long form: a screenful of it */
const AT_THE_END = ['open-questions', 'clearing'];
const DEVICES = [
  { device: 'phone', viewport: { width: 390, height: 844 }, hasTouch: true },
  { device: 'desk', viewport: { width: 1280, height: 800 }, hasTouch: false },
] as const;
/** A form longer than this is cut: what follows looks like what came before. */
const HIGHEST = 2600;

const [host, browser] = await Promise.all([serveHost(), launchBrowser()]);

async function picture(screen: Screen, look: '' | '-dark' | '-arabic'): Promise<void> {
  for (const { device, viewport, hasTouch } of DEVICES) {
    const colorScheme = look === '-dark' ? 'dark' : 'light';
    const context = await browser.newContext({ viewport, hasTouch, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await openScreen(page, host, screen, look === '-arabic' ? 'arabic' : 'english');
    // the form is what is looked at, not the page around it
    await page.evaluate(() => document.querySelector('h1')?.remove());
    if (AT_THE_END.includes(screen.name)) await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    else {
      await page.evaluate(() => scrollTo(0, 0));
      const height = await page.evaluate(() => document.querySelector('.peerscale-form')!.clientHeight + 32);
      await page.setViewportSize({ ...viewport, height: Math.min(HIGHEST, height) });
    }
    await page.screenshot({ path: join(folder, `react-${screen.name}${look}-${device}.png`) });
    await context.close();
  }
}

const wanted = only.length > 0 ? only : SHOWN;
for (const screen of SCREENS.filter(({ name }) => wanted.includes(name))) {
  await picture(screen, '');
  if (ALSO_DARK.includes(screen.name)) await picture(screen, '-dark');
  if (ALSO_ARABIC.includes(screen.name)) await picture(screen, '-arabic');
}
await Promise.all([browser.close(), host.close()]);
process.stdout.write(`Screenshots are in ${folder}\n`);
