import type { Page } from 'playwright-core';

/** What went on behind a page. */
export interface PageLog {
  readonly requests: string[];
  readonly complaints: string[];
  /** The directives violated, read by `violations`. */
  violations(): Promise<string[]>;
}

/** Opens an address in a page and waits for the form. Whatever the page complains of or asks for is in the log. */
export async function openPage(page: Page, address: string): Promise<{ page: Page; log: PageLog }> {
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
