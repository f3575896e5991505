import type { Browser, Page } from 'playwright-core';

/** The phone of somebody who is not in a hurry to buy another: a quarter of this machine's speed, on a mobile line. */
export const CPU_SLOWDOWN = 4;
export const MEGABITS = 1.6;
export const LATENCY = 150;

interface Marks {
  /** milliseconds since the navigation began; null until then */
  answerable: number | null;
  shift: number;
  /** what moved, as far as the browser says */
  readonly moved: string[];
  /** the longest event of each interaction, in milliseconds, and of that the wait before anything was done */
  readonly interactions: Record<number, { duration: number; delay: number }>;
}

/** Runs in the page, before its own scripts. */
function observe(): void {
  const marks: Marks = { answerable: null, shift: 0, moved: [], interactions: {} };
  Object.assign(window, { marks });
  const look = (): void => {
    const root: ParentNode = document.querySelector('peerscale-survey')?.shadowRoot ?? document;
    const input = root.querySelector<HTMLInputElement>('input[type="radio"]');
    const box = input?.getBoundingClientRect();
    const isThere = input != null && !input.disabled && box !== undefined && box.height > 0;
    if (isThere && getComputedStyle(input).visibility === 'visible') marks.answerable = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Element }[] };
      marks.shift += value;
      marks.moved.push(...sources.map(({ node }) => node?.nodeName ?? '?'));
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration, processingStart, startTime } = entry as PerformanceEventTiming;
      if (!interactionId) continue;
      const known = marks.interactions[interactionId];
      const delay = Math.max(processingStart - startTime, known?.delay ?? 0);
      marks.interactions[interactionId] = { duration: Math.max(duration, known?.duration ?? 0), delay };
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/** Opens a page on such a device: nothing in its cache, waits until the first item can be answered, hands it over. */
export async function onSlowDevice<T>(
  browser: Browser,
  address: string,
  work: (page: Page, marks: () => Promise<Marks>) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(observe);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const bytesASecond = (MEGABITS * 1e6) / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LATENCY,
      downloadThroughput: bytesASecond,
      uploadThroughput: bytesASecond,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    const marks = () => page.evaluate(() => (window as unknown as { marks: Marks }).marks);
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => (window as unknown as { marks: Marks }).marks.answerable !== null, undefined, {
      timeout: 120_000,
    });
    return await work(page, marks);
  } finally {
    await context.close();
  }
}
