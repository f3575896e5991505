import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { english } from '../../../form/fixtures/text-packs.ts';
import { type DeviceOptions, deviceForEachTest } from '../../../test-utils/src/device-for-each-test.ts';
import { BUNDLES } from './bundles.ts';
import { type PageServer, servePages } from './serve-pages.ts';

/** One event of the element, as the host's page saw it. */
export interface SeenEvent {
  readonly name: string;
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: details differ by event, and tests look into them
  readonly detail: any;
}

export interface SurveyUnderTest {
  readonly pages: PageServer;
  readonly context: BrowserContext;
  /** everything the pages of this test asked for, and complained of */
  readonly requests: string[];
  readonly complaints: string[];
  /** Opens the host's page with this in its body and waits for the form (or what stands in its place). */
  open(body?: string): Promise<Page>;
  /** Starts over as another device. */
  renew(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page of the device, which has forgotten everything: the same page each time. */
  clear(): Promise<Page>;
}

/** One browser and one server for the tests of a file, one context (a device) for each test. */
export function surveyUnderTest(options: DeviceOptions = {}): SurveyUnderTest {
  const requests: string[] = [];
  const complaints: string[] = [];
  const device = deviceForEachTest(
    async () => {
      const pages = await servePages();
      Object.assign(pages.json, BUNDLES);
      return pages;
    },
    (pages) => {
      pages.lang = 'en';
      pages.head = '';
      pages.endpoint = null;
      for (const list of [pages.answers, pages.received, pages.reports, requests, complaints]) list.length = 0;
    },
    options,
  );
  return {
    get pages() {
      return device.site;
    },
    get context() {
      return device.context;
    },
    requests,
    complaints,
    renew: device.renew,
    clear: device.clear,
    async open(body = '<peerscale-survey id="s" src="/day.json"></peerscale-survey>') {
      device.site.body = body;
      const page = await device.page();
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await page.goto(device.site.origin);
      await page.locator('.form:not(.loading)').first().waitFor();
      return page;
    },
  };
}

/** An answer to every item, in order, as place counted from 0 (and code). */
export const all: Readonly<Record<string, number>> = { breaks: 4, hurry: 0, help: 3, noise: 1, say: 2, late: 0 };

export const group = (page: Page | Locator, item: string) =>
  page.getByRole('radiogroup', { name: english.items[item]!, exact: true });

export const choose = (page: Page | Locator, item: string, code: number) =>
  group(page, item).getByRole('radio', { name: english.responseScales.often!.labels[code]!, exact: true }).check();

export const events = (page: Page, name?: string): Promise<SeenEvent[]> =>
  page.evaluate((only) => {
    const { events } = window as unknown as { events: SeenEvent[] };
    return only === undefined ? events : events.filter((event) => event.name === only);
  }, name);

export const send = (page: Page | Locator) => page.getByRole('button', { name: 'Send answers' }).click();

export const thanked = (page: Page | Locator) => page.getByRole('heading', { name: 'Thank you' }).waitFor();
