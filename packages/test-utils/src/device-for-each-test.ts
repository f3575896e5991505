import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';

export const WIDE = { viewport: { width: 1280, height: 900 } };

export interface DeviceForEachTest<Site> {
  readonly site: Site;
  /** the device of this test */
  readonly context: BrowserContext;
  /** Starts over as another device. */
  renew(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/**
 * One browser and one server for the tests of a file, one context (a device) for each test. Call it at the top of the file.
 *
 * @param serve starts the server
 * @param reset takes back, before each test, what the last one asked of the server
 */
export function deviceForEachTest<Site extends { close(): Promise<void> }>(
  serve: () => Promise<Site>,
  reset: (site: Site) => void,
): DeviceForEachTest<Site> {
  let browser: Browser;
  let site: Site;
  let context: BrowserContext | undefined;
  const renew = async (options: BrowserContextOptions = WIDE) => {
    await context?.close();
    context = await browser.newContext(options);
    return context;
  };
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serve()]);
  });
  beforeEach(async () => {
    reset(site);
    await renew();
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    get site() {
      return site;
    },
    get context() {
      return context!;
    },
    renew,
  };
}
