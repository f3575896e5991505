/**
 * Writes a report of simulated answers to the role instrument and saves pictures of it into docs/screenshots: phone and
 * desk, light and dark, and the first pages on paper. Run by hand after `npm run build`:
 *   node packages/cli/scripts/report-screenshots.ts [FOLDER]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findInstrument } from '@peerscale/instruments';
import { simulateResponses } from '../../../apps/demo/src/server/simulate-responses.ts';
import { launchBrowser } from '../../test-utils/src/browser.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = process.argv[2] ?? here('../../../docs/screenshots');
mkdirSync(folder, { recursive: true });

/** Answers for looking only: drawn from a stated model, the same at every run. */
function simulatedCsv(): string {
  const instrument = findInstrument('peer-role')!;
  const options = { respondents: 118, seed: 20261122, locale: 'en', startedAt: '2026-11-22T08:00:00Z' };
  const ids = instrument.items.map(({ id }) => id);
  const rows = simulateResponses(instrument, options).map(({ answers }) =>
    ids.map((id) => (typeof answers[id] === 'number' ? answers[id] : '')).join(','),
  );
  return `${[ids.join(','), ...rows].join('\n')}\n`;
}

const work = mkdtempSync(join(tmpdir(), 'peerscale-report-'));
const browser = await launchBrowser();
try {
  writeFileSync(join(work, 'simulated-answers.csv'), simulatedCsv());
  for (const language of ['en', 'cs']) {
    const args = ['report', 'simulated-answers.csv', '--instrument', 'peer-role', '--language', language];
    execFileSync(process.execPath, [here('../dist/main.js'), ...args, '--out', `report-${language}.html`], {
      cwd: work,
    });
  }
  const open = async (language: string, width: number, colorScheme: 'light' | 'dark', paper = false) => {
    const page = await browser.newPage({ viewport: { width, height: paper ? 1500 : 1700 }, colorScheme });
    if (paper) await page.emulateMedia({ media: 'print', colorScheme });
    await page.goto(pathToFileURL(join(work, `report-${language}.html`)).href);
    return page;
  };
  const pictures = [
    { name: 'report-desk', language: 'en', width: 1280, colorScheme: 'light', at: '#sample' },
    { name: 'report-desk-dark', language: 'en', width: 1280, colorScheme: 'dark', at: '#scale-1' },
    { name: 'report-phone', language: 'en', width: 390, colorScheme: 'light', at: '#scale-1' },
    { name: 'report-phone-dark', language: 'cs', width: 390, colorScheme: 'dark', at: '#scale-1-answers' },
  ] as const;
  for (const { name, language, width, colorScheme, at } of pictures) {
    const page = await open(language, width, colorScheme);
    await page.locator(at).evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
  }
  const paper = await open('en', 680, 'light', true); // as wide as A4 between its margins
  await paper.locator('#scale-1').evaluate((element) => element.scrollIntoView());
  await paper.screenshot({ path: join(folder, 'report-paper.png') });
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
process.stdout.write(`Screenshots are in ${folder}\n`);
