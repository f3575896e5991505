import type { BrowserContext } from 'playwright-core';

export interface Watched {
  /** addresses of other origins that a page asked for */
  readonly foreignRequests: string[];
  /** violations of the Content-Security-Policy, as "directive blocked-address" */
  readonly violations: string[];
  /** errors that a page printed or threw */
  readonly errors: string[];
}

/** Notes what the pages of a context should never do. Call it before the first page is opened. */
export async function watchContext(context: BrowserContext, origin: string): Promise<Watched> {
  const watched: Watched = { foreignRequests: [], violations: [], errors: [] };
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) watched.foreignRequests.push(url.href);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') watched.errors.push(message.text());
  });
  context.on('weberror', (error) => watched.errors.push(error.error().message));
  await context.exposeFunction('noteViolation', (violation: string) => watched.violations.push(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const note = (window as unknown as { noteViolation: (violation: string) => void }).noteViolation;
      note(`${effectiveDirective} ${blockedURI} ${sample}`.trim());
    });
  });
  return watched;
}
