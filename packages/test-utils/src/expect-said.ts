import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Whether the focus is on an element, in a shadow tree as well. */
export const isFocused = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element);

/** An alert says these words, under a heading that the focus can go to; the page around keeps its own heading. */
export async function expectSaid(page: Page, words: string): Promise<void> {
  const alert = page.getByRole('alert');
  await expect.poll(() => alert.textContent()).toContain(words);
  const heading = alert.getByRole('heading');
  await heading.focus();
  expect(await isFocused(heading)).toBe(true);
  expect(await page.getByRole('heading', { name: 'Host page' }).count()).toBe(1);
}
