import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';

export const WIDE = { viewport: { width: 1280, height: 900 } };

export interface DeviceForEachTest<Site> {
  readonly site: Site;
  /** the device of this test */
  readonly context: BrowserContext;
  /** Starts over as another device. */
  renew(options?: BrowserContextOptions): Promise<BrowserContext>;
  /**
   * A page of a device that has forgotten what pages of the site kept there, and has no other page. It is the same page
   * each time, which is much faster than another device. A test that adds to the context what stays (scripts that run first,
   * permissions) asks for a device of its own by `renew`.
   */
  clear(): Promise<Page>;
  /** A page without an address: that of a cleared device the first time in a test, then new ones. */
  page(): Promise<Page>;
}

export interface DeviceOptions {
  /** clears the device for each test instead of making another; default: false */
  readonly clears?: boolean;
}

/**
 * One browser and one server for the tests of a file, one context (a device) for each test. Call it at the top of the file.
 *
 * @param serve starts the server
 * @param reset takes back, before each test, what the last one asked of the server
 */
export function deviceForEachTest<Site extends { readonly origin: string; close(): Promise<void> }>(
  serve: () => Promise<Site>,
  reset: (site: Site) => void,
  { clears = false }: DeviceOptions = {},
): DeviceForEachTest<Site> {
  let browser: Browser;
  let site: Site;
  let context: BrowserContext | undefined;
  let cleared: Page | undefined;
  let taken = false;
  /** whether the device is one of the test's own, which may have left anything behind */
  let renewed = false;
  const renew = async (options: BrowserContextOptions = WIDE) => {
    renewed = true;
    await context?.close();
    context = await browser.newContext(options);
    return context;
  };
  const clear = async () => {
    const kept = context?.pages().find((page) => page === cleared);
    for (const page of context!.pages()) if (page !== kept) await page.close();
    cleared = kept ?? (await context!.newPage());
    await context!.setOffline(false);
    await context!.clearCookies();
    await cleared.unrouteAll();
    // a page keeps what it has when it is left: another one of the same site throws that away
    const nowhere = `${site.origin}/cleared`;
    await cleared.route(nowhere, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Cleared</title>' }),
    );
    await cleared.goto(nowhere);
    await cleared.unroute(nowhere);
    await cleared.evaluate(() => sessionStorage.clear());
    const session = await context!.newCDPSession(cleared);
    await session.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'all' });
    await session.detach();
    await cleared.setViewportSize(WIDE.viewport);
    await cleared.emulateMedia({ colorScheme: null, forcedColors: null, media: null, reducedMotion: null });
    return cleared;
  };
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serve()]);
  });
  beforeEach(async () => {
    reset(site);
    if (!clears) await renew();
    else if (context === undefined || renewed) cleared = await (await renew()).newPage();
    else await clear();
    [taken, renewed] = [false, false];
  });
  afterEach(async ({ task }) => {
    if (clears && task.result?.state !== 'fail') return;
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
    clear,
    async page() {
      const kept = context!.pages().find((page) => page === cleared);
      if (taken || kept === undefined) return context!.newPage();
      taken = true;
      return kept;
    },
  };
}
