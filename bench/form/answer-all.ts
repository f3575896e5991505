import type { Page } from 'playwright-core';
import type { onSlowDevice } from './measure-page.ts';

/** Milliseconds from events to the frames that follow them. */
export interface AnsweringTimes {
  readonly median: number;
  readonly percentile98: number;
  readonly longest: number;
  /** of the 98th percentile kind: from the event to the first thing done about it */
  readonly delay98: number;
}

type Work = Parameters<typeof onSlowDevice<AnsweringTimes>>[2];

/** What Event Timing does not tell is shorter than this. */
const SHORTEST = 16;

/**
 * Answers every item by pointer, then every one again by a key: a digit that moves on in the element, an arrow elsewhere.
 *
 * @throws Error where an item was left without an answer: then nothing was measured
 */
export const answerAll: Work = async (page, marks) => {
  const groups = page.getByRole('radiogroup');
  const count = await groups.count();
  const digits = (await page.locator('peerscale-survey').count()) > 0;
  for (let item = 0; item < count; item++) {
    const option = groups
      .nth(item)
      .getByRole('radio')
      .nth(item % 5);
    await option.scrollIntoViewIfNeeded();
    const box = (await option.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await settled(page);
  }
  const checked = await page.locator('input:checked').count();
  if (checked !== count) throw new Error(`${checked} of ${count} items are answered.`);
  await groups.first().locator('input:checked').focus();
  for (let item = 0; item < count; item++) {
    if (!digits) await groups.nth(item).locator('input:checked').focus();
    await page.keyboard.press(digits ? String(1 + ((item + 2) % 5)) : 'ArrowDown');
    await settled(page);
  }
  await page.waitForTimeout(500);
  const told = Object.values((await marks()).interactions);
  const silent = Array.from({ length: Math.max(0, 2 * count - told.length) }, () => SHORTEST);
  const durations = [...told.map(({ duration }) => duration), ...silent].sort((a, b) => a - b);
  const delays = [...told.map(({ delay }) => delay), ...silent.map(() => 0)].sort((a, b) => a - b);
  const at = (values: readonly number[], share: number) => values[Math.ceil(share * values.length) - 1]!;
  return {
    median: at(durations, 0.5),
    percentile98: at(durations, 0.98),
    longest: at(durations, 1),
    delay98: at(delays, 0.98),
  };
};

/** Two frames later nothing of the last event is left to do. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
