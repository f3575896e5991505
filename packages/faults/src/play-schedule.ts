import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fillUp, giveDevice, moveClock, setClock } from './device.ts';
import type { FaultLines, Line } from './fault-line.ts';
import { kindsIn, type Schedule } from './fault-schedule.ts';
import { instrumentOfFaults } from './form-of-faults.ts';

/** A page with a form of Peerscale, whichever way it came there. */
export interface Door {
  readonly origin: string;
  /** path and query of a page with the form of the schedules */
  readonly path: (form: { readonly endpoint: string; readonly keep: string; readonly planned: boolean }) => string;
  /** selector of the form, once there is something to do or to read */
  readonly ready: string;
}

export interface Outcome {
  /** the kinds of faults that it met */
  readonly kinds: readonly string[];
  /** copies at the collector beyond the first */
  readonly twice: number;
  /** no copy, or one with other answers */
  readonly lost: boolean;
  /** what else was wrong: a form that threw, or that did not say what it must; null for nothing */
  readonly wrong: string | null;
}

/** Longer than any schedule takes on a slow machine. */
const DEADLINE = 90_000;
const PATIENCE = 20_000;

/** Plays one schedule on a device of its own, to its end or to the deadline: it always comes back. */
export async function playSchedule(
  browser: Browser,
  door: Door,
  lines: FaultLines,
  schedule: Schedule,
): Promise<Outcome> {
  const line = await lines.open(schedule.planned, schedule.line);
  const visit = new Visit(await browser.newContext(), door, line, schedule);
  const deadline = new AbortController();
  let wrong: string | null = null;
  try {
    await Promise.race([
      visit.play(),
      late(deadline.signal).then(() => Promise.reject(new Error('it does not come to an end'))),
    ]);
  } catch (error) {
    wrong = `${visit.doing}: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
  } finally {
    deadline.abort();
    // a browser that does not even close a page holds nobody up
    await Promise.race([visit.context.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5_000))]);
  }
  const stored = await line.stored();
  if (wrong === null && visit.thrown.length > 0) wrong = `the page threw: ${visit.thrown[0]}`;
  return {
    kinds: kindsIn(schedule, line.met),
    twice: Math.max(stored.length - 1, 0),
    lost: !isDeepStrictEqual(stored.slice(0, 1), [visit.expected]),
    wrong,
  };
}

/** Rejects never: a schedule that is over has no deadline any more. */
const late = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, DEADLINE);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });

/** Polls until something is so. @throws Error where it never is */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25))) {
    if (await isSo()) return;
  }
  throw new Error(`not so after ${PATIENCE / 1000} s: ${what}`);
}

/** One answer of the person. */
interface Step {
  readonly give: (page: Page) => Promise<void>;
  /** Gives it and reloads the page before the browser has done anything else; a text takes longer. */
  readonly giveAndReload?: (page: Page) => Promise<void>;
  /** at this moment: a form may give way to another screen any time */
  readonly isGiven: (page: Page) => Promise<boolean>;
}

function stepsOf({ places, planned }: Schedule): Step[] {
  const radio = (group: number, place: number): Step => {
    const at = (page: Page) => page.getByRole('radiogroup').nth(group).getByRole('radio').nth(place);
    return {
      give: (page) => at(page).check(),
      async giveAndReload(page) {
        const loaded = page.waitForEvent('load');
        await at(page).evaluate((one) => {
          (one as HTMLInputElement).click();
          location.reload();
        });
        await loaded;
      },
      isGiven: (page) => at(page).evaluateAll((found) => found.some((one) => (one as HTMLInputElement).checked)),
    };
  };
  const field = (label: string, text: string): Step => {
    const at = (page: Page) => page.getByLabel(label);
    return {
      async give(page) {
        await at(page).fill(text);
        await at(page).blur();
      },
      isGiven: (page) =>
        at(page).evaluateAll((found, wanted) => found.some((one) => (one as HTMLInputElement).value === wanted), text),
    };
  };
  const items = places.map((place, item) => radio(item, place));
  if (!planned) return items;
  return [
    ...items,
    radio(places.length, 1),
    field('For how many years?', '7'),
    field('One word for your team?', 'klid'),
  ];
}

class Visit {
  readonly thrown: string[] = [];
  readonly context: BrowserContext;
  /** for the message, should it fail */
  doing = 'opening the page';
  readonly #door: Door;
  readonly #line: Line;
  readonly #schedule: Schedule;
  readonly #steps: readonly Step[];
  readonly #clocks: number[];
  #page!: Page;

  constructor(context: BrowserContext, door: Door, line: Line, schedule: Schedule) {
    this.context = context;
    this.#door = door;
    this.#line = line;
    this.#steps = stepsOf(schedule);
    this.#schedule = { ...schedule, fullAfter: Math.min(schedule.fullAfter, this.#steps.length - 1) };
    this.#clocks = [...schedule.clocks];
  }

  /** What the collector must have in the end, once. */
  get expected() {
    const { places, planned } = this.#schedule;
    return {
      answers: Object.fromEntries(instrumentOfFaults.items.map(({ id }, at) => [id, places[at]])),
      values: planned ? { shifts: 'night', years: 7, word: 'klid' } : {},
    };
  }

  async play(): Promise<void> {
    const { storage, fullAfter, leftAfter, leaving, leftWhileSending, offline } = this.#schedule;
    await giveDevice(this.context, storage);
    await this.#enter();
    for (const [at, step] of this.#steps.entries()) {
      this.doing = `answer ${at + 1}`;
      if (storage === 'full' && at === fullAfter) await fillUp(this.#page);
      const isLeft = leftAfter.includes(at + 1);
      const atOnce = isLeft && leaving === 'reload' ? step.giveAndReload : undefined;
      if (atOnce === undefined) await this.#give(step);
      if (isLeft) await this.#returnTo(at + 1, atOnce);
    }
    if (storage !== 'works') {
      this.doing = 'being told that nothing is kept';
      await this.#page.getByText('This browser does not keep your answers.').first().waitFor({ timeout: PATIENCE });
    }
    this.doing = 'sending';
    if (offline > 0) await this.context.setOffline(true);
    await this.#send();
    if (offline > 0) {
      await this.#page.waitForTimeout(offline);
      await this.context.setOffline(false);
    }
    for (const milliseconds of leftWhileSending) {
      this.doing = `leaving ${milliseconds} ms after sending`;
      await this.#page.waitForTimeout(milliseconds);
      await this.#leave();
      await this.#sendAgain();
    }
    this.doing = 'waiting until it has arrived';
    await until('the collector has it', async () => (await this.#line.stored()).length > 0);
    await until('the form is thanked for', () => this.#isOver());
    this.doing = 'coming back once more';
    await this.#leave();
    // what was not yet taken off the device in the moment of leaving is sent once more, and thanked for once more
    let isOver = false;
    await until('nothing is left on the device', async () => {
      isOver = await this.#isOver();
      return isOver || (storage === 'full' && (await this.#has(fullAfter)));
    });
    if (isOver) return;
    // of a full device's draft, the part that it had room for: the person answers the rest again and sends it again
    for (const step of this.#steps) await step.give(this.#page);
    await this.#send();
    await until('the form is thanked for again', () => this.#isOver());
  }

  /** The tab is there, and its clock is wrong by something else. */
  async #enter(): Promise<void> {
    await setClock(this.context, this.#door.origin, this.#clocks.shift() ?? 0);
    this.#page = await this.context.newPage();
    this.#page.on('pageerror', (error) => this.thrown.push(String(error)));
    const { keep, planned } = this.#schedule;
    await this.#page.goto(`${this.#door.origin}${this.#door.path({ endpoint: this.#line.endpoint, keep, planned })}`);
    await this.#page.locator(this.#door.ready).waitFor({ timeout: PATIENCE });
  }

  async #leave(reload: (page: Page) => Promise<unknown> = (page) => page.reload()): Promise<void> {
    if (this.#schedule.leaving === 'close') {
      await this.#page.close({ runBeforeUnload: false });
      return this.#enter();
    }
    await setClock(this.context, this.#door.origin, this.#clocks.shift() ?? 0);
    await reload(this.#page);
    await this.#page.locator(this.#door.ready).waitFor({ timeout: PATIENCE });
  }

  async #give(step: Step): Promise<void> {
    const clock = this.#clocks.length > 1 ? this.#clocks.shift() : undefined;
    if (clock !== undefined) await moveClock(this.#page, clock);
    await step.give(this.#page);
  }

  async #returnTo(count: number, reload?: (page: Page) => Promise<void>): Promise<void> {
    this.doing = `leaving after ${count} answers`;
    await this.#leave(reload);
    await until(`${count} answers are back`, () => this.#has(count));
  }

  /** Whether the first so many answers are in the form, and no others. */
  async #has(count: number): Promise<boolean> {
    for (const [at, step] of this.#steps.entries()) {
      if ((await step.isGiven(this.#page)) !== at < count) return false;
    }
    return true;
  }

  #send(timeout = PATIENCE): Promise<void> {
    return this.#page.getByRole('button', { name: 'Send answers' }).click({ timeout });
  }

  /** Left before the record was on the disk, all the answers still are, and the person sends them again. */
  async #sendAgain(): Promise<void> {
    await until('the answers are back, or on their way', async () => {
      if (!(await this.#canAnswer()) || (await this.#line.stored()).length > 0) return true;
      if (!(await this.#has(this.#steps.length))) return false;
      return this.#send(1_000).then(
        () => true,
        () => false, // what was left from before has taken the place of the form
      );
    });
  }

  async #canAnswer(): Promise<boolean> {
    return (await this.#page.getByRole('button', { name: 'Send answers' }).count()) > 0;
  }

  /** Thanked; or back at an empty form, because the thanks were on the page before. */
  async #isOver(): Promise<boolean> {
    if ((await this.#page.getByRole('heading', { name: 'Thank you' }).count()) > 0) return true;
    return (await this.#canAnswer()) && (await this.#page.getByText(/^0 of \d answered/).count()) > 0;
  }
}
