import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type DeviceOptions, deviceForEachTest } from '../../../test-utils/src/device-for-each-test.ts';
import { openPage, type PageLog } from './open-page.ts';
import { type HostOptions, type HostServer, serveHost } from './serve-host.ts';

export interface FormUnderTest {
  /** Opens the host's page, in the browser context of this test: a second page shares the storage of the first. */
  open(query?: string): Promise<{ page: Page; log: PageLog }>;
  /** Starts over as another device. */
  renew(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page of the device, which has forgotten everything: the same page each time. */
  clear(): Promise<Page>;
  readonly context: BrowserContext;
  readonly host: HostServer;
}

/** One browser and one host for the tests of a file, one context (a device) for each test. */
export function formUnderTest(options: HostOptions & DeviceOptions = {}): FormUnderTest {
  const device = deviceForEachTest(
    () => serveHost(options),
    (host) => {
      for (const list of [host.answers, host.reports]) list.length = 0;
      host.stored.clear();
      host.posts = 0;
      host.retryAfter = 1;
    },
    options,
  );
  return {
    open: async (query = '') => openPage(await device.page(), `${device.site.origin}/?${query}`),
    renew: device.renew,
    clear: device.clear,
    get context() {
      return device.context;
    },
    get host() {
      return device.site;
    },
  };
}
