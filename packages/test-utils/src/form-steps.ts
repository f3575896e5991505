import type { Page } from 'playwright-core';

/** Where a form has what: selectors, by place and part and never by words, which are others in every language. */
export interface FormParts {
  /** a question with options */
  readonly question: string;
  /** a field to write into */
  readonly field: string;
  /** the button that hands over */
  readonly main: string;
  /** the buttons of the box that asks about open questions; the second hands over all the same */
  readonly boxButton: string;
}

/** What a person does with a form of the six questions of the fixtures, or of their plan, in whichever door. */
export function formSteps({ question, field: fields, main: button, boxButton }: FormParts) {
  const main = (page: Page) => page.locator(button).click();
  const field = (page: Page, at: number) => page.locator(fields).nth(at);
  /** chooses the option at a place, counted from 0, of each question */
  const answer = async (page: Page, places: readonly number[]): Promise<void> => {
    const groups = page.locator(question);
    for (const [at, place] of places.entries()) await groups.nth(at).locator('input').nth(place).check();
  };
  const answerAll = (page: Page) => answer(page, [4, 1, 3, 1, 2, 0]);
  /** the six questions of the plan, and its choice */
  const answerPlan = (page: Page) => answer(page, [4, 1, 3, 1, 2, 0, 0]);
  /** hands over, also with questions open */
  const send = async (page: Page): Promise<void> => {
    await main(page);
    const anyway = page.locator(boxButton).nth(1);
    if (await anyway.isVisible()) await anyway.click();
  };
  const answerAllAndSend = async (page: Page): Promise<void> => {
    await answerAll(page);
    await send(page);
  };
  return {
    main,
    field,
    answer,
    answerAll,
    answerPlan,
    send,
    answerAllAndSend,
    /** answers, and has no connection any more when handing over */
    async answerAllAndSendOffline(page: Page): Promise<void> {
      await answerAll(page);
      await page.context().setOffline(true);
      await send(page);
    },
    /** every kind of question of the plan, after its consent */
    async fillEveryKind(page: Page): Promise<void> {
      await field(page, 0).fill('7');
      await field(page, 1).fill('Z');
      await answerPlan(page);
      await field(page, 2).fill('9');
      await field(page, 3).fill('kind');
      await field(page, 4).fill('We could do with a quiet room.');
    },
    /** fields of the plan that refuse what is written, after its consent */
    async fillWrongly(page: Page): Promise<void> {
      await field(page, 0).fill('31');
      await field(page, 2).fill('90');
      await field(page, 3).fill('much longer than twenty');
    },
  };
}

/** Before a page is opened: its browser refuses to keep anything, as in some private windows. */
export const refuseKeeping = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
