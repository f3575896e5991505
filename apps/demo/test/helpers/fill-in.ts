import { readFileSync } from 'node:fs';
import type { TextPack } from '@peerscale/core';
import type { Locator, Page } from 'playwright-core';

/** Codes by item id; null is a question left open. */
export type GivenAnswers = Readonly<Record<string, number | null>>;

const RESPONSE_SCALE = 'frequency-5';

/** The wording of work-burnout, from the file that ships. */
export function workBurnoutWording(locale: 'en' | 'cs'): TextPack {
  const file = new URL(`../../../../instruments/definitions/work-burnout/1.0.0/text.${locale}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as TextPack;
}

/** The radio button of one answer, found the way a person finds it: by the sentence and by the label of the option. */
export function optionOf(page: Page, wording: TextPack, item: string, code: number): Locator {
  const label = wording.responseScales[RESPONSE_SCALE]!.labels[String(code)]!;
  return page.getByRole('radiogroup', { name: wording.items[item]! }).getByRole('radio', { name: label, exact: true });
}

/** Answers the questions in the order of the form. */
export async function fillIn(page: Page, wording: TextPack, answers: GivenAnswers): Promise<void> {
  for (const [item, code] of Object.entries(answers)) {
    if (code !== null) await optionOf(page, wording, item, code).check();
  }
}

/** Sends the form, confirming where questions are open. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send answers' }).click();
  const anyway = page.getByRole('button', { name: 'Send anyway' });
  const done = page.getByRole('heading', { level: 1, name: 'Thank you' });
  await anyway.or(done).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await done.waitFor();
}
