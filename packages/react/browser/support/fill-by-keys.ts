import type { Page } from 'playwright-core';

/** What the keyboard is on. */
interface Focused {
  readonly kind: 'radio' | 'checkbox' | 'text' | 'button' | 'other';
  /** what a screen reader would say it belongs to: the name of its group, else its own */
  readonly name: string;
  /** how many options there are in its group */
  readonly options: number;
}

/** Only looks. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement!;
    const group = element.closest('[role=radiogroup]') ?? element;
    const label = group.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const name = label.map((id) => document.getElementById(id)!.textContent).join(' ') || element.textContent!;
    const options = group.querySelectorAll('input').length;
    if (element instanceof HTMLInputElement && element.type !== 'text') {
      return { kind: element.type as 'radio' | 'checkbox', name, options };
    }
    if (element.matches('input, textarea')) return { kind: 'text', name, options };
    return { kind: element.matches('button') ? 'button' : 'other', name, options };
  });

/**
 * Fills in a form as somebody does who has a keyboard and nothing else: Tab from one question to the next, Space and arrows
 * to choose, letters to write, until the button that sends, and Enter.
 *
 * @param type what to write in a field, by what it asks
 * @returns the places of the options chosen, in order
 */
export async function fillByKeys(page: Page, type: (name: string) => string): Promise<number[]> {
  const places: number[] = [];
  for (let step = 0; step < 500; step++) {
    await page.keyboard.press('Tab');
    const { kind, name, options } = await focused(page);
    if (kind === 'button') {
      await page.keyboard.press('Enter');
      return places;
    }
    if (kind === 'checkbox') await page.keyboard.press('Space');
    if (kind === 'text') await page.keyboard.type(type(name));
    if (kind !== 'radio') continue;
    const place = (3 * places.length + 1) % options;
    await page.keyboard.press('Space');
    for (let key = 0; key < place; key++) await page.keyboard.press(key % 2 === 0 ? 'ArrowDown' : 'ArrowRight');
    places.push(place);
  }
  throw new Error(`Tab has not come to the end of the form after ${places.length} questions.`);
}
