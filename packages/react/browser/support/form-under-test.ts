import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openBrowser, openPage, type PageLog } from './open-browser.ts';
import { type HostOptions, type HostServer, serveHost } from './serve-host.ts';

export interface FormUnderTest {
  /** Opens the host's page, in the browser context of this test: a second page shares the storage of the first. */
  open(query?: string): Promise<{ page: Page; log: PageLog }>;
  /** Starts over as another device. */
  renew(options?: BrowserContextOptions): Promise<BrowserContext>;
  readonly context: BrowserContext;
  readonly host: HostServer;
}

/** One browser and one host for the tests of a file, one context (a device) for each test. */
export function formUnderTest(options: HostOptions = {}): FormUnderTest {
  let browser: Browser;
  let host: HostServer;
  let context: BrowserContext | undefined;

  const renew = async (options: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }) => {
    await context?.close();
    context = await browser.newContext(options);
    return context;
  };

  beforeAll(async () => {
    [browser, host] = await Promise.all([openBrowser(), serveHost(options)]);
  });
  beforeEach(async () => {
    for (const list of [host.answers, host.reports]) list.length = 0;
    host.stored.clear();
    host.posts = 0;
    host.retryAfter = 1;
    await renew();
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  return {
    open: (query = '') => openPage(context!, `${host.origin}/?${query}`),
    renew,
    get context() {
      return context!;
    },
    get host() {
      return host;
    },
  };
}
