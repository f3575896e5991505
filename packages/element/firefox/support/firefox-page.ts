import type { FirefoxBrowser, FirefoxTab } from '../../../test-utils/src/firefox.ts';
import type { PageServer } from '../../browser/support/serve-pages.ts';

/** A host's page in Firefox. What is done to the form goes through the keyboard and the mouse, as a person's does. */
export interface FirefoxPage {
  readonly page: FirefoxTab;
  /** what the page complained of: errors, warnings, violations of its policy */
  readonly complaints: string[];
  /** places of the answers chosen, group by group, counted from 0; -1 for none */
  places(): Promise<number[]>;
  /** text of the form, as it is seen */
  text(): Promise<string>;
  /** what has the focus: its group, counted from 0, and place; else its text */
  focused(): Promise<{ group: number; place: number } | string>;
  /** Presses Tab until something else than a radio button, or a radio button of that group, has the focus. */
  tabTo(wanted: number | string): Promise<void>;
  /** Clicks an option by the mouse. */
  click(group: number, place: number): Promise<void>;
  shows(words: string): Promise<void>;
}

/** Runs in the page: what is inside of the form, wherever the door puts it. */
const IN_FORM = `
  const form = () => document.querySelector('peerscale-survey')?.shadowRoot.querySelector('.form') ?? document.querySelector('#react');
  const groups = () => [...form().querySelectorAll('[role=radiogroup]')];
  const active = () => document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
`;

/** Opens the host's page with this in its body, and waits for the questions (or what stands in their place). */
export async function openInFirefox(browser: FirefoxBrowser, pages: PageServer, body: string): Promise<FirefoxPage> {
  pages.body = body;
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  const run = <T>(script: string) => page.evaluate(`(() => {${IN_FORM} return ${script}})()`) as Promise<T>;
  const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
    for (let attempt = 0; attempt < 200; attempt++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`After 10 s there is no ${what}, but: ${await run<string>('form().innerText')}`);
  };
  const opened: FirefoxPage = {
    page,
    complaints,
    places: () => run('groups().map((group) => [...group.querySelectorAll("input")].findIndex((one) => one.checked))'),
    text: () => run('form().innerText'),
    focused: () =>
      run(`(() => {
        const group = groups().findIndex((one) => one.contains(active()));
        if (group < 0) return active()?.innerText || active()?.labels?.[0]?.innerText || '';
        return { group, place: [...groups()[group].querySelectorAll('input')].indexOf(active()) };
      })()`),
    tabTo: async (wanted) => {
      for (let step = 0; step < 30; step++) {
        await page.keyboard.press('Tab');
        const at = await opened.focused();
        if (typeof at === 'string' ? at === wanted : at.group === wanted) return;
      }
      throw new Error(`Tab does not come to ${wanted}, but to ${JSON.stringify(await opened.focused())}`);
    },
    click: async (group, place) => {
      const at = await run<{ x: number; y: number }>(`(() => {
        const input = groups()[${group}].querySelectorAll('input')[${place}];
        input.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = (input.closest('label') ?? input).getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })()`);
      await page.mouse.click(at.x, at.y);
    },
    shows: (words) => until(`“${words}”`, async () => (await opened.text()).includes(words)),
  };
  await page.goto(pages.origin);
  await until('question', () => run<boolean>('form()?.querySelector("input") != null'));
  return opened;
}
