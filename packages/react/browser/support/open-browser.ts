import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The browser of the tests: an installed Chromium, without anything that calls home. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath))
    throw new Error(`No Chromium at ${executablePath}: install it or set CHROMIUM_PATH.`);
  return chromium.launch({
    executablePath,
    timeout: 120_000, // the first start on a busy machine
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** What went on behind a page. */
export interface PageLog {
  readonly requests: string[];
  readonly complaints: string[];
  /** The directives violated, read by `violations`. */
  violations(): Promise<string[]>;
}

/** Opens an address and waits for the form. Whatever the page complains of or asks for is in the log. */
export async function openPage(context: BrowserContext, address: string): Promise<{ page: Page; log: PageLog }> {
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { violated: seen });
    window.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(address);
  await page.locator('.peerscale-form:not([aria-busy])').first().waitFor();
  const violations = () => page.evaluate(() => (window as unknown as { violated: string[] }).violated);
  return { page, log: { requests, complaints, violations } };
}
