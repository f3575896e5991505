import { existsSync } from 'node:fs';
import { type Browser, launch, type Page } from 'puppeteer-core';

export type FirefoxBrowser = Browser;
export type FirefoxTab = Page;

/** How a person has set the browser up. */
export type FirefoxColours = 'light' | 'dark' | 'forced';

const PREFERENCES: Readonly<Record<FirefoxColours, Readonly<Record<string, number>>>> = {
  light: { 'layout.css.prefers-color-scheme.content-override': 1 },
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  forced: { 'browser.display.document_color_use': 2 },
};

/** Path of the Firefox that {@link launchFirefox} starts: the one FIREFOX_PATH names, else the system's; null for none. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | null {
  const places = [
    env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return places.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/**
 * Starts an installed Firefox without a screen, by WebDriver BiDi, with a profile of its own. Close it with
 * `browser.close()`.
 *
 * @throws Error where there is no Firefox
 */
export async function launchFirefox(colours: FirefoxColours = 'light'): Promise<FirefoxBrowser> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox. Install one or point FIREFOX_PATH to it.');
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    // what a screen reader is told is asked of the browser itself, not of the page
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...PREFERENCES[colours], 'accessibility.force_disabled': -1 },
  });
}
