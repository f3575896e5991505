import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { english } from '../../fixtures/text-packs.ts';

/** What a page handed over, as far as tests look at it. */
export interface Handed {
  readonly answers: Record<string, number | string>;
  readonly idempotencyKey: string;
  readonly startedAt: string;
  readonly locale: string;
  readonly coding?: Record<string, string>;
}

/** An answer to every item, in order. */
export const all: Readonly<Record<string, number>> = { breaks: 4, hurry: 0, help: 3, noise: 1, say: 2, late: 0 };

/** The group of an item, found as a screen reader names it. */
export const group = (page: Page, item: string) =>
  page.getByRole('radiogroup', { name: english.items[item]!, exact: true });

export const choose = (page: Page, item: string, code: number) =>
  group(page, item).getByRole('radio', { name: english.responseScales.often!.labels[code]!, exact: true }).check();

export async function answerAll(page: Page): Promise<void> {
  for (const [item, code] of Object.entries(all)) await choose(page, item, code);
}

export const checkedValue = (page: Page, item: string) => group(page, item).locator('input:checked').inputValue();

export const send = (page: Page) => page.getByRole('button', { name: 'Send answers' }).click();

export const thanked = (page: Page) => page.getByRole('heading', { name: 'Thank you' }).waitFor();

export const handedOver = (page: Page) =>
  page.evaluate(() => (window as unknown as { handedOver: Handed[] }).handedOver);

/** The form is empty, and stays so for as long as something kept, which comes from the browser's database, might take. */
export async function staysEmpty(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  expect(await page.getByText('0 of 6 answered').first().isVisible()).toBe(true);
}

/** What the page was told by events of one name, in order. */
export const toldOf = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) => (window.told as [string, unknown][]).flatMap(([event, detail]) => (event === wanted ? [detail] : [])),
    name,
  );
