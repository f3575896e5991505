import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RealCollector, realCollector } from '../../faults/src/real-collector.ts';
import { english } from '../../form/fixtures/text-packs.ts';
import { type AccessibleNode, accessibleTree } from '../../test-utils/src/accessible-tree.ts';
import { axeObjections } from '../../test-utils/src/axe.ts';
import { type FirefoxBrowser, findFirefox, launchFirefox } from '../../test-utils/src/firefox.ts';
import { buildReactPage } from '../browser/support/build-react-page.ts';
import { BUNDLES } from '../browser/support/bundles.ts';
import { type PageServer, servePages } from '../browser/support/serve-pages.ts';
import { type FirefoxPage, openInFirefox } from './support/firefox-page.ts';

const HOST = `<section id="host"><h2>Title</h2><p>Text <label>Label <input name="q1"></label> <button>Button</button></p>
<fieldset><legend>Legend</legend><label><input type="radio" name="q1"> A</label></fieldset></section>`;

const REACT = '<script type="module" src="/react/page.js"></script>';
const DOORS = [
  {
    door: 'the element',
    body: (endpoint: string) => `<peerscale-survey src="/day.json" endpoint="${endpoint}"></peerscale-survey>`,
    head: '',
    place: 'peerscale-survey',
  },
  {
    door: 'the React form',
    body: (endpoint: string) => `<div id="react" data-endpoint="${endpoint}"></div>${REACT}`,
    head: '<link rel="stylesheet" href="/react/styles.css">',
    place: '#react',
  },
];

const executable = findFirefox();
if (executable === null) process.stdout.write('No Firefox on this machine: nothing is tested in it.\n');

describe.skipIf(executable === null)('in Firefox', () => {
  let browser: FirefoxBrowser;
  let pages: PageServer;
  let collector: RealCollector;
  let opened: FirefoxPage[] = [];

  beforeAll(async () => {
    pages = await servePages();
    Object.assign(pages.json, BUNDLES);
    Object.assign(pages.files, await buildReactPage());
    browser = await launchFirefox();
    process.stdout.write(`In ${await browser.version()}\n`);
  });
  beforeEach(async () => {
    pages.lang = 'en';
    pages.head = '';
    pages.reports.length = 0;
    collector = await realCollector();
    pages.endpoint = collector.answer;
  });
  afterEach(async () => {
    for (const { page } of opened) await page.close();
    opened = [];
    await collector.close();
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });
  const open = async (body: string, within = browser): Promise<FirefoxPage> => {
    const page = await openInFirefox(within, pages, body);
    opened.push(page);
    return page;
  };

  describe.each(DOORS)('$door', ({ body, head, place }) => {
    beforeEach(() => {
      pages.head = head;
    });

    test('answered by keys and by mouse, resumed after a reload, sent to the collector once', async () => {
      const form = await open(body(collector.endpoint));
      const { page } = form;
      await form.tabTo(0);
      await page.keyboard.press(' ');
      expect(await form.focused()).toEqual({ group: 0, place: 0 });
      for (const place of [1, 2, 3, 4, 0, 1]) {
        await page.keyboard.press('ArrowDown');
        expect(await form.focused()).toEqual({ group: 0, place });
      }
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Tab');
      expect(await form.focused()).toEqual({ group: 1, place: 0 });
      await page.keyboard.press('ArrowUp'); // round to the last
      await form.click(2, 3);
      await form.click(3, 1);
      await expect.poll(() => form.places()).toEqual([0, 4, 3, 1, -1, -1]);
      await form.shows('4 of 6');
      await new Promise((resolve) => setTimeout(resolve, 500)); // encrypted and on the disk
      await page.reload();
      await expect.poll(() => form.places(), { timeout: 20_000 }).toEqual([0, 4, 3, 1, -1, -1]);
      await form.shows('4 of 6');
      await form.click(4, 2);
      await form.click(5, 0);
      await form.tabTo('Send answers');
      await page.keyboard.press('Enter');
      await form.shows('Your answers have been sent');
      expect(await collector.stored()).toEqual([{ breaks: 0, hurry: 4, help: 3, noise: 1, say: 2, late: 0 }]);
      await page.reload();
      await form.shows('0 of 6');
      expect(await collector.stored()).toHaveLength(1);
      expect(form.complaints).toEqual([]);
      expect(pages.reports).toEqual([]);
    });

    test('a screen reader is told: each item is a group named by its text, and each option "n of 5"', async () => {
      const form = await open(body(collector.endpoint));
      await form.page.bringToFront();
      const named = Object.values(english.items);
      const tree = await accessibleTree(browser, (nodes) => nodes.some(({ name }) => name === named.at(-1)));
      const starts = tree.flatMap((node, at) => (node.role === 'grouping' && named.includes(node.name!) ? [at] : []));
      expect(starts.map((at) => tree[at]!.name)).toEqual(named);
      const labels = Object.values(english.responseScales.often!.labels);
      for (const at of starts) {
        const end = tree.findIndex(({ depth }, later) => later > at && depth <= tree[at]!.depth);
        const radios = tree.slice(at, end).filter(({ role }) => role === 'radiobutton');
        expect(radios.map(({ name, position, size }) => [name, position, size])).toEqual(
          labels.map((label, place) => [label, place + 1, 5]),
        );
      }
    });

    test('right to left: what comes first is on the right', async () => {
      pages.lang = 'ar';
      const form = await open(body(collector.endpoint));
      await form.shows('تمت الإجابة');
      await form.click(0, 1);
      expect((await form.places())[0]).toBe(1);
      const sides = await form.page.evaluate((selector) => {
        const door = document.querySelector(selector)!;
        const inputs = [...(door.shadowRoot ?? door).querySelectorAll('[role=radiogroup] input')].slice(0, 5);
        return inputs.map((input) => input.getBoundingClientRect().x);
      }, place);
      expect(sides).toEqual(sides.toSorted((a, b) => b - a));
      expect(new Set(sides).size).toBe(5);
    });

    test('the host’s own styles are what they are without it', async () => {
      const form = await open(`${HOST}${body(collector.endpoint)}`);
      await form.page.evaluate(() => {
        document.body.style.minHeight = '300vh'; // a bar to scroll with, before and after
      });
      const styles = () =>
        form.page.evaluate(() =>
          [...document.querySelectorAll('#host, #host *')].map((element) => {
            const style = getComputedStyle(element);
            // SurveyJS sets variables of its own on the root: names that only it reads
            const names = [...style].filter((name) => !/^--(sjs|sv|sd)/.test(name));
            return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
          }),
        );
      const beside = await styles();
      expect(beside.length).toBeGreaterThan(8);
      await form.page.evaluate((selector) => document.querySelector(selector)!.remove(), place);
      expect(await styles()).toEqual(beside);
    });

    test.each(['light', 'dark', 'forced'] as const)('axe has nothing to say: %s colours', async (colours) => {
      const other = colours === 'light' ? browser : await launchFirefox(colours);
      try {
        const form = await open(body(collector.endpoint), other);
        const forcedColors = colours === 'forced';
        expect(await form.page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(forcedColors);
        expect(await form.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
          colours === 'dark',
        );
        const passes = async (screen: string) => {
          for (const width of [1280, 320]) {
            await form.page.setViewport({ width, height: 900 });
            await form.page.evaluate(() => scrollTo(0, 0));
            expect(await axeObjections(form.page, { include: place, forcedColors }), `${screen}, ${width} px`).toEqual(
              [],
            );
            expect(
              await form.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            ).toBeLessThanOrEqual(0);
          }
        };
        await form.click(0, 4);
        await passes('questions');
        await form.tabTo('Send answers');
        await form.page.keyboard.press('Enter');
        await form.shows('5 questions have no answer yet');
        await passes('open questions');
        await form.tabTo('Send anyway');
        await form.page.keyboard.press('Enter');
        await form.shows('Your answers have been sent');
        await passes('thanks');
        expect(form.complaints).toEqual([]);
        expect(pages.reports).toEqual([]);
      } finally {
        if (other !== browser) {
          opened = [];
          await other.close();
        }
      }
    });
  });

  test('what must be answered is said to be required, and what is wrong is said with it', async () => {
    const form = await open('<peerscale-survey src="/plan.json" mode="list"></peerscale-survey>');
    await form.page.bringToFront();
    await form.tabTo('I agree');
    await form.page.keyboard.press(' ');
    await form.tabTo('Send answers');
    await form.page.keyboard.press('Enter');
    await form.shows('Please answer this question.');
    const shifts = (tree: readonly AccessibleNode[]) => tree.find(({ name }) => name === 'Which shifts do you work?');
    const tree = await accessibleTree(
      browser,
      (nodes) => shifts(nodes)?.description === 'Please answer this question.',
    );
    expect(shifts(tree)).toMatchObject({ role: 'grouping', states: expect.arrayContaining(['required', 'invalid']) });
    const consent = tree.find(({ role }) => role === 'checkbutton');
    expect(consent).toMatchObject({ name: 'I agree', states: expect.arrayContaining(['required', 'checked']) });
  });

  test('two forms by the element’s door and one by React’s on a page: each answers by itself', async () => {
    pages.head = DOORS[1]!.head;
    const one = DOORS[0]!.body(collector.endpoint);
    const form = await open(`${one}${one}${DOORS[1]!.body(collector.endpoint)}`);
    await form.page.waitForSelector('#react [role=radiogroup]');
    await form.click(0, 4);
    const checked = await form.page.evaluate(() =>
      [...document.querySelectorAll('peerscale-survey, #react')].map(
        (door) => [...(door.shadowRoot ?? door).querySelectorAll('input')].filter((input) => input.checked).length,
      ),
    );
    expect(checked).toEqual([1, 0, 0]);
    expect(form.complaints).toEqual([]);
    expect(pages.reports).toEqual([]);
  });
});
