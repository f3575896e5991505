import type { BrowserContext, Page } from 'playwright-core';
import type { Disk } from './fault-schedule.ts';

interface Device {
  full: boolean;
  clock: number;
}
declare global {
  interface Window {
    device: Device;
  }
}

/** A cookie says how wrong the clock is on the next visit: what a page is told at its start outlives the one before. */
const COOKIE = 'clock';

export const setClock = (context: BrowserContext, origin: string, clock: number) =>
  context.addCookies([{ name: COOKIE, value: String(clock), url: origin }]);

export const moveClock = (page: Page, clock: number) =>
  page.evaluate((milliseconds) => {
    window.device.clock = milliseconds;
  }, clock);

export const fillUp = (page: Page) =>
  page.evaluate(() => {
    window.device.full = true;
  });

/**
 * Gives every page of a context a device with a clock and a storage that fail as they are told to. A quota set by the
 * DevTools protocol is no way to a full storage: Chromium reports it and lets IndexedDB write on.
 */
export async function giveDevice(context: BrowserContext, storage: Disk): Promise<void> {
  await context.addInitScript(
    ([cookie, denied]) => {
      const clock = Number(document.cookie.match(`${cookie}=(-?\\d+)`)?.[1] ?? 0);
      const device = { full: false, clock };
      window.device = device;

      // retries come soon
      Math.random = () => 0.05;

      const now = () => RealDate.now() + device.clock;
      const RealDate = Date;
      window.Date = new Proxy(RealDate, {
        construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [now()] : given, self),
        apply: () => new RealDate(now()).toString(),
        get: (target, key, self) => (key === 'now' ? now : Reflect.get(target, key, self)),
      });

      if (denied) {
        const deny = () => {
          throw new DOMException('denied', 'SecurityError');
        };
        IDBFactory.prototype.open = deny;
        for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: deny });
      }

      // a transaction without room comes to nothing, and says why
      const noRoom = () => new DOMException('no room', 'QuotaExceededError');
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given);
        if (device.full) {
          Object.defineProperty(this.transaction, 'error', { get: noRoom });
          this.transaction.abort();
        }
        return request;
      };
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...given) {
        if (device.full) throw noRoom();
        setItem.apply(this, given);
      };
    },
    [COOKIE, storage === 'denied'] as const,
  );
}
