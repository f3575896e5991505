import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Chromium that talks to nobody on its own account, and that starts as root and without a screen. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a Chromium for a test: the one CHROMIUM_PATH names, else the system's, else Playwright's own. Close it with
 * `browser.close()`.
 *
 * @throws Error that says how to get one, where there is none
 * @example const browser = await launchBrowser();
 */
export async function launchBrowser(): Promise<Browser> {
  // the first start takes long on a busy machine
  return chromium.launch({ executablePath: findChromium(), args: FLAGS, timeout: 120_000 });
}

/** Path of the Chromium that {@link launchBrowser} starts. @throws Error where there is none */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const wanted = env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== '') {
    if (existsSync(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, and there is no such file.`);
  }
  const found = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ].find((path) => path !== '' && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium for the browser tests. Install one ("sudo apt-get install chromium", or "npx playwright-core install ' +
      'chromium") or point CHROMIUM_PATH to it.',
  );
}
