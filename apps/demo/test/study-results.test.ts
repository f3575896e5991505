import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import type { StudyResults } from '../src/client/api/results.ts';
import { formats } from '../src/client/results/formats.ts';
import { resultsWords } from '../src/client/words/results.ts';
import { leadResults, openWaveResults, studyResults } from './fixtures/study-results/study-results.ts';
import { answerResults, MADE_UP } from './helpers/answer-results.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { expectAccessible } from './helpers/expect-accessible.ts';
import { visitDemonstration } from './helpers/staff.ts';
import { type Watched, watchContext } from './helpers/watch-page.ts';

let server: DemoServer;
let browser: Browser;
const contexts: BrowserContext[] = [];
const watches: Watched[] = [];
/** A device for the tests that ask for nothing special: it has the scripts of the page already. */
let usual: { readonly context: BrowserContext; readonly watched: Watched } | undefined;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
});
afterEach(async () => {
  const watched = watches.splice(0);
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  for (const page of usual?.context.pages() ?? []) {
    await page.evaluate(() => localStorage.clear());
    await page.close();
  }
  await usual?.context.unrouteAll();
  for (const { violations, foreignRequests } of watched) {
    expect(violations.splice(0), 'violations of the Content-Security-Policy').toEqual([]);
    expect(foreignRequests.splice(0)).toEqual([]);
  }
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

interface Opening {
  readonly query?: string;
  readonly options?: BrowserContextOptions;
  readonly results?: Parameters<typeof answerResults>[1];
}

async function newDevice(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  return { context, watched: await watchContext(context, server.origin) };
}

/** The results page of the made-up study, once its first figures are there. */
async function open({ query = '', options, results }: Opening = {}): Promise<Page> {
  if (options === undefined) usual ??= await newDevice();
  const { context, watched } = options === undefined ? usual! : await newDevice(options);
  if (options !== undefined) contexts.push(context);
  watches.push(watched);
  await answerResults(context, results);
  const page = await context.newPage();
  await page.goto(`${server.origin}/studies/${MADE_UP}/results${query}`);
  await page.locator('.participation-lead').waitFor();
  return page;
}

const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const frame = (page: Page, name: string | RegExp) => page.getByRole('figure', { name }).first();

/** Opens everything that can be opened, also in what comes with it, and waits until all of it is drawn. */
async function openAll(page: Page): Promise<void> {
  await page.locator('#quality').waitFor(); // the last part, which comes after the first painting
  const closed = page.locator('main [aria-expanded=false]');
  const coming = page.locator('main').getByText(/^(Loading…|Načítá se…)$/);
  while ((await closed.count()) > 0) {
    await closed.first().click();
    // what was opened says that it is loading from the moment on in which its button is an open one
    await expect.poll(() => coming.count(), { timeout: 30_000 }).toBe(0);
  }
  await expect.poll(() => page.locator('.plot:not(:has(svg))').count(), { timeout: 30_000 }).toBe(0);
}

/** Cells of the table behind a picture, as text, row by row. */
async function tableOf(picture: Locator): Promise<string[][]> {
  const button = picture.getByRole('button', { name: /as a table$/ });
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  await picture.locator('.data-table tbody tr').first().waitFor();
  return picture
    .locator('.data-table tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)));
}

const svgTexts = (picture: Locator, selector: string) =>
  picture.locator(`.plot-svg ${selector} text`).evaluateAll((texts) => texts.map((text) => text.textContent));

describe('what is chosen', () => {
  test('stands in the address: it survives a reload, and Back takes it back', async () => {
    const page = await open();
    const summary = page.locator('.filter-summary');
    await page.getByLabel('Group', { exact: true }).selectOption('Staff');
    await summary.getByText('You are looking at Staff').waitFor();
    await page.getByRole('navigation', { name: 'Wave' }).getByRole('link', { name: 'Summer' }).click();
    await summary.getByText('You are looking at Staff, Summer').waitFor();
    await page.getByRole('link', { name: 'Overall satisfaction' }).last().click();
    await page.locator('[data-detail="work-satisfaction/overall"]').waitFor();
    expect(new URL(page.url()).search).toBe('?group=staff&wave=2&scale=work-satisfaction%2Foverall');
    await page.reload();
    await summary.getByText('You are looking at Staff, Summer').waitFor();
    await page.locator('[data-detail="work-satisfaction/overall"]').waitFor();
    expect(await page.getByLabel('Group', { exact: true }).inputValue()).toBe('staff');
    await page.goBack();
    await page.locator('[data-detail="work-burnout/exhaustion"]').waitFor();
    await page.goBack();
    await summary.getByText('You are looking at Staff, Autumn').waitFor();
    await page.goBack();
    await summary.getByText('You are looking at everybody, Autumn').waitFor();
    expect(await page.getByLabel('Group', { exact: true }).inputValue()).toBe('');
  });

  test('the list that was used keeps the focus while new figures come, and a team takes its setting back', async () => {
    const page = await open();
    await page.getByLabel('Setting', { exact: true }).selectOption('inpatient');
    await page.locator('.filter-summary').getByText('You are looking at inpatient').waitFor();
    await page.getByLabel('Team', { exact: true }).focus();
    await page.getByLabel('Team', { exact: true }).selectOption('Birch ward');
    await page.locator('.filter-summary').getByText('You are looking at Birch ward,').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    expect(await page.getByLabel('Setting', { exact: true }).inputValue()).toBe('');
    await page.getByRole('link', { name: 'Show everybody again' }).click();
    await page.locator('.filter-summary').getByText('You are looking at everybody').waitFor();
  });

  test('answers to questions that were left behind are not shown', async () => {
    const page = await open();
    await page.getByLabel('Group', { exact: true }).selectOption('Staff');
    await page.getByLabel('Group', { exact: true }).selectOption('Peer workers');
    await page.locator('.filter-summary').getByText('You are looking at Peer workers').waitFor();
    expect(await page.locator('.scale-lead strong').textContent()).toContain('from 36 people');
  });
});

test('the whole page works by keyboard alone', async () => {
  const page = await open();
  const press = async (until: () => Promise<boolean>, key = 'Tab') => {
    for (let i = 0; i < 120; i++) {
      if (await until()) return;
      await page.keyboard.press(key);
    }
    throw new Error('Not reached by keyboard.');
  };
  const focused = (text: string) => () =>
    page.evaluate((wanted) => document.activeElement?.textContent?.startsWith(wanted) === true, text);
  await press(focused('Summer'));
  await page.keyboard.press('Enter');
  await page.locator('.filter-summary').getByText('Summer').waitFor();
  await press(() => page.evaluate(() => document.activeElement?.classList.contains('heat-heading') === true));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('[data-detail="work-burnout/distance"]').waitFor();
  // who chose a scale stands at its details
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Distance from people/);
  await press(focused('The picture as a table'));
  await page.keyboard.press('Space');
  await page.getByRole('table', { name: 'How the scores are spread: Distance from people' }).waitFor();
  await press(focused('Show the remarks'));
  await page.keyboard.press('Enter');
  await page.getByText('A quiet room for talks.').waitFor();
});

// as the page comes in one colour, with everything open in the other: that it is open changes what is there, colours do not
test.each([
  [390, 'cs', 'light', 'dark'],
  [1440, 'en', 'dark', 'light'],
] as const)('axe finds nothing: %i px, %s, as it comes (%s) and with everything open (%s)', async (...look) => {
  const [width, lang, first, then] = look;
  const page = await open({
    query: `?lang=${lang}`,
    options: { colorScheme: first, viewport: { width, height: 900 } },
  });
  const passes = async (name: string) => {
    await expectAccessible(page, name);
    const low = await page
      .locator('main :is(a, button, select, input)')
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.checkVisibility() && Math.min(target.clientWidth, target.clientHeight) < 40)
          .map((target) => target.outerHTML),
      );
    expect(low, name).toEqual([]);
  };
  await passes('as it comes');
  await openAll(page);
  await page.emulateMedia({ colorScheme: then });
  await passes('everything open');
});

test('Czech: words, decimal commas and plurals', async () => {
  const page = await open({ query: '?lang=cs' });
  expect(await page.locator('html').getAttribute('lang')).toBe('cs');
  await page.getByText('Odpovědělo 465 lidí z 598: 78 %.').waitFor();
  const scale = studyResults().instruments[0]!.scales[0]!.figure;
  const mean = scale.status === 'shown' ? scale.value.mean : NaN;
  await page.getByText(`Průměr je ${mean.toFixed(2).replace('.', ',')} na škále od 1 do 5 (251 lidí).`).waitFor();
  await page.getByText('Odpovědělo tu méně než 5 lidí.').first().waitFor();
  expect(await page.locator('main').textContent()).not.toMatch(/undefined|NaN|\[object|null/);
});

describe('pictures and the tables behind them say the same', () => {
  test('the heat map: every cell is the mean drawn towards all, or says by a letter why it is not shown', async () => {
    const page = await open();
    const picture = frame(page, 'Mean of each team on each scale');
    const names = await picture.locator('.heat thead th').allTextContents();
    const cells = await picture
      .locator('.heat tbody tr[data-team]')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
      );
    const table = await tableOf(picture);
    let figures = 0;
    for (const [team, ...values] of cells) {
      values.forEach((text, place) => {
        const row = table.find(([name, , scale]) => name === team && scale === names[place + 1]);
        if (text.startsWith('No answers')) return expect(row).toBe(undefined);
        const [, , , shrunken] = row!;
        if (text.includes('not shown')) return expect(shrunken).toMatch(/^not shown/);
        figures++;
        expect(text.startsWith(shrunken!), `${team}, ${names[place + 1]}: ${text}, ${shrunken}`).toBe(true);
      });
    }
    expect(figures).toBeGreaterThan(50);
    const shown = studyResults().instruments.flatMap(({ scales }) => scales.flatMap(({ teams }) => teams));
    expect(figures).toBe(shown.filter(({ figure }) => figure.status === 'shown').length);
  });

  test('bars of response rates are as long as the rates', async () => {
    const page = await open();
    const picture = frame(page, 'By team');
    const lengths = await picture.locator('.rates li:has(.rate-bar)').evaluateAll((rows) =>
      rows.map((row) => {
        const [bar, filled] = [row.querySelector('.rate-bar')!, row.querySelector('.rate-bar > span')!];
        return Math.round((100 * filled.getBoundingClientRect().width) / bar.getBoundingClientRect().width);
      }),
    );
    const table = await tableOf(picture);
    const rates = table.flatMap((row) => (row.at(-1)!.endsWith('%') ? [Number.parseInt(row.at(-1)!, 10)] : []));
    expect(rates).toHaveLength(11);
    expect(lengths).toEqual(rates);
  });

  test('the histogram has the counts of its bins, and areas in their proportion', async () => {
    const page = await open();
    const picture = frame(page, 'How the scores are spread');
    await picture.locator('svg.plot-svg').waitFor();
    const table = await tableOf(picture);
    expect(await svgTexts(picture, '.plot-count')).toEqual(table.map(([, , people]) => people));
    const areas = await picture
      .locator('.plot-bars rect')
      .evaluateAll((bars) =>
        bars.map((bar) => (Number(bar.getAttribute('width')) + 2) * Number(bar.getAttribute('height'))),
      );
    const counts = table.map(([, , people]) => Number(people));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    areas.forEach((area, place) => {
      expect(area / sum(areas)).toBeCloseTo(counts[place]! / sum(counts), 2);
    });
  });

  test.each([
    ['From wave to wave', 3],
    ['Groups compared', 3],
    ['Settings compared', 3],
  ])('%s: dots stand at the means, lines reach over the intervals', async (name, count) => {
    const page = await open();
    const picture = frame(page, name);
    await picture.locator('svg.plot-svg').waitFor();
    const table = (await tableOf(picture)).filter(([, mean]) => /^\d/.test(mean!));
    expect(table).toHaveLength(count);
    expect(await svgTexts(picture, '.plot-value')).toEqual(table.map(([, mean]) => mean));
    // positions are linear in the numbers: the same slope and intercept give every dot and every end
    const isUpright = name === 'From wave to wave';
    const lines = await picture
      .locator('.plot-line line')
      .evaluateAll(
        (all, upright) =>
          all.map((line) => (upright ? ['y1', 'y2'] : ['x1', 'x2']).map((end) => Number(line.getAttribute(end)))),
        isUpright,
      );
    const numbers = table.map(([, , lower, upper]) => [Number(lower), Number(upper)] as const);
    const [first, last] = [lines[0]!, numbers[0]!];
    const slope = (first[1]! - first[0]!) / (last[1] - last[0]);
    lines.forEach((ends, place) => {
      ends.forEach((end, side) => {
        expect(Math.abs(end - (first[0]! + slope * (numbers[place]![side]! - last[0])))).toBeLessThan(6);
      });
    });
  });
});

describe('pictures are taken along', () => {
  const save = async (page: Page, picture: Locator, format: 'SVG' | 'PNG' | 'CSV') => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      picture.getByRole('button', { name: new RegExp(`^Save as ${format}`) }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  test.each([
    ['Mean of each team on each scale', 'simulated-example-wave-3-teams'],
    ['By team', 'simulated-example-wave-3-participation-teams'],
    ['How the scores are spread', 'simulated-example-wave-3-work-burnout-exhaustion-distribution'],
    ['Groups compared', 'simulated-example-wave-3-work-burnout-exhaustion-groups'],
  ])('%s as SVG, PNG and CSV', async (name, file) => {
    // in the dark, because a saved picture is light all the same
    const page = await open({ options: { colorScheme: 'dark' } });
    const picture = frame(page, name);
    if (name !== 'By team' && !name.startsWith('Mean')) await picture.locator('svg.plot-svg').waitFor();
    const svg = await save(page, picture, 'SVG');
    expect(svg.name).toBe(`${file}.svg`);
    const text = svg.bytes.toString('utf8');
    expect(text).not.toMatch(/class=|var\(|style=/);
    const drawn = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        error: read.querySelector('parsererror')?.textContent ?? null,
        title: read.querySelector('title')?.textContent,
        texts: [...read.querySelectorAll('text')].map((written) => written.textContent),
        size: ['width', 'height'].map((side) => Number(read.documentElement.getAttribute(side))),
        paper: read.querySelector('rect')?.getAttribute('fill'),
      };
    }, text);
    expect(drawn).toMatchObject({ error: null, paper: 'rgb(255, 255, 255)' });
    expect(drawn.title).toContain(name === 'By team' ? 'Response rates by team' : name);
    // the words of the picture as they are drawn, and not only those of its description
    const written = drawn.texts.join(' ');
    expect(written).toContain(drawn.title);
    expect(written).toContain(
      'Simulated answers: they were drawn by a random number generator and say nothing about real people.',
    );
    expect(written).toContain('How are we doing? Hospital and community teams · Autumn (September 7 – 25, 2026)');
    expect(written).toContain('Figures are shown only where at least 5 people answered');
    if (name !== 'How the scores are spread') expect(written).toContain('Fewer than 5 people answered here.');
    const png = await save(page, picture, 'PNG');
    expect(png.name).toBe(`${file}.png`);
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    const colours = await page.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const found = new Set<number>();
        for (let at = 0; at < data.length; at += 4) found.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
        return { size: [image.width, image.height], colours: found.size, corner: [...data.subarray(0, 4)] };
      },
      `data:image/png;base64,${png.bytes.toString('base64')}`,
    );
    expect(colours.size).toEqual(drawn.size.map((side) => 2 * side));
    expect(colours.size[0]).toBeGreaterThan(1200);
    expect(colours.colours).toBeGreaterThan(10);
    expect(colours.corner).toEqual([255, 255, 255, 255]);
    const csv = await save(page, picture, 'CSV');
    expect(csv.name).toBe(`${file}.csv`);
    const lines = csv.bytes.toString('utf8').replace('\uFEFF', '').trim().split('\r\n');
    expect(lines).toHaveLength((await tableOf(picture)).length + 1);
    expect(lines[0]).toMatch(/,Answers,Table,Study,Wave of the study,Days of the wave(?:,About)?$/);
    expect(new Set(lines[0]!.split(',')).size).toBe(lines[0]!.split(',').length);
    for (const line of lines.slice(1)) {
      expect(line).toContain(
        `,simulated,${drawn.title},How are we doing? Hospital and community teams,Autumn,2026-09-07/2026-09-25`,
      );
    }
    expect(lines.some((line) => /^[=+@]/.test(line) || /,"?[=+@]/.test(line))).toBe(false);
  });

  test('a heat map brings its colours, its cells without a figure and their reasons along', async () => {
    const page = await open();
    const svg = await save(page, frame(page, 'Mean of each team on each scale'), 'SVG');
    const texts = await page.evaluate(
      (source) =>
        [...new DOMParser().parseFromString(source, 'image/svg+xml').querySelectorAll('text')].map(
          (text) => text.textContent,
        ),
      svg.bytes.toString('utf8'),
    );
    const { heat, saved } = resultsWords.en;
    expect(texts).toEqual(expect.arrayContaining([heat.legend, ...Object.values(heat.steps), saved.hiddenCell]));
    const notes = await page.locator('.hidden-notes').first().locator('li').allTextContents();
    expect(notes.length).toBeGreaterThan(1);
    for (const note of notes) expect(texts.join(' ')).toContain(note);
    // each colour of the legend is one that cells have, and the other way round
    const fills = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      const boxes = [...read.querySelectorAll('svg svg rect')];
      const fillsOf = (width: string) =>
        boxes.filter((box) => box.getAttribute('width') === width).map((box) => box.getAttribute('fill'));
      return { cells: fillsOf('64'), legend: fillsOf('40') };
    }, svg.bytes.toString('utf8'));
    expect(fills.legend.length).toBeGreaterThanOrEqual(8);
    expect([...new Set(fills.cells)].toSorted()).toEqual([...new Set(fills.legend)].toSorted());
  });

  test('a saved picture is the same from a phone, and says nothing of simulation where there is none', async () => {
    const results = () => ({ ...studyResults(), study: { ...studyResults().study, simulated: false } });
    const widths = [1440, 390];
    const files: string[] = [];
    for (const width of widths) {
      const page = await open({ options: { viewport: { width, height: 900 } }, results });
      const picture = frame(page, 'Groups compared');
      await picture.locator('svg.plot-svg').waitFor();
      const svg = await save(page, picture, 'SVG');
      expect(svg.name).toBe('example-wave-3-work-burnout-exhaustion-groups.svg');
      files.push(svg.bytes.toString('utf8'));
      const csv = await save(page, picture, 'CSV');
      expect(csv.bytes.toString('utf8')).toContain(',given by people,');
    }
    expect(files[0]).toContain('Groups compared: ');
    expect(files[0]).not.toMatch(/simulated/i);
    expect(files[1]).toBe(files[0]);
  });

  test('remarks too, and none of them runs in a spreadsheet', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Show the remarks' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the remarks (CSV)' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://example.org""`);
    expect(text.split('\r\n')[1]).toMatch(/,simulated,.*,Autumn,2026-09-07\/2026-09-25$/);
  });
});

describe('what is not shown is said', () => {
  test('with its reason as visible text, for those who look after the study', async () => {
    const page = await open();
    const notes = page.locator('.hidden-notes').first();
    const text = (await notes.textContent())!;
    expect(text).toContain('Fewer than 5 people answered here.');
    expect(text).toContain('about too few people: Night line.');
    expect(text).toContain('Nearly everybody here answered at the same end');
    expect(await page.locator('[data-row=night-line]').textContent()).toContain('Fewer than 5 people answered here.');
    const cell = page.locator('tr[data-team=night-line] .heat-suppressed').first();
    expect(await cell.getAttribute('title')).toBe('Fewer than 5 people answered here.');
    await page.getByText('Without figures of teams, because all of them have too few answers: Role clarity.').waitFor();
    await part(page, 'Scale by scale').getByText('Managers: Fewer than 5 people answered here.').waitFor();
  });

  test('a lead sees the own team and the whole, and one sentence for all reasons', async () => {
    const page = await open({ results: () => leadResults('night-line') });
    await page.getByText('You see the organisation as a whole and your own team, Night line.').waitFor();
    expect(await page.locator('.heat [data-team]').count()).toBe(1);
    const text = await page.locator('.hidden-notes').first().textContent();
    expect(text).toContain('Kept back so that nobody can be recognised: fewer than 5 people answered, or');
  });

  test('a choice without a figure says so in place of the figure', async () => {
    const page = await open({ query: '?group=manager' });
    await page.locator('.scale-detail > .note').getByText('Fewer than 5 people answered here.').waitFor();
    expect(await page.locator('.scale-detail [data-figure=mean]').count()).toBe(0);
  });
});

test('an open wave shows who has answered, is renewed while it is looked at, and has no figures yet', async () => {
  let answered = 40;
  const page = await open({ results: () => openWaveResults(answered) });
  await page.getByText('40 of 598 people answered').waitFor();
  await page.getByText('the figures appear when the wave is closed').waitFor();
  expect(await page.locator('.heat').count()).toBe(0);
  answered = 47;
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('47 of 598 people answered').waitFor();
  await page.getByRole('status').getByText('New answers: 47 people so far.').waitFor();
  answered = 48;
  await page.clock.install();
  await page.reload();
  await page.getByText('48 of 598 people answered').waitFor();
  answered = 53;
  await page.clock.runFor(10_500);
  await page.getByText('53 of 598 people answered').waitFor();
});

test('a server that fails is said, and the page recovers', async () => {
  let isBroken = false;
  const page = await open({ results: () => (isBroken ? 'broken' : studyResults()) });
  isBroken = true;
  await page.getByLabel('Group', { exact: true }).selectOption('Staff');
  await page.getByRole('alert').getByText('The server could not answer this request.').waitFor();
  isBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.participation-lead').waitFor();
});

test('before the first wave there is a page that says so', async () => {
  const empty: StudyResults = { ...studyResults(), waves: [], wave: null, participation: null, instruments: [] };
  const context = await browser.newContext({ locale: 'en-GB' });
  contexts.push(context);
  await answerResults(context, () => empty);
  const page = await context.newPage();
  await page.goto(`${server.origin}/studies/${MADE_UP}/results`);
  await page.getByRole('heading', { name: 'No wave has started yet' }).waitFor();
});

test('linked people, others and everybody are kept apart', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Compare two waves' }).click();
  const picture = frame(page, 'Change of the mean, Burnout, all items');
  await picture.locator('svg.plot-svg').waitFor();
  const table = await tableOf(picture);
  expect(table.map((row) => row.slice(0, 3))).toEqual([
    ['The same people, found in both waves', '168 people', '−0.21'],
    ['People who answered in one of the waves only', '82 before, 80 after', '−0.08'],
    ['Everybody who answered', '250 before, 248 after', '−0.17'],
  ]);
  await page.getByLabel('Scale', { exact: true }).selectOption('Overall satisfaction');
  await frame(page, 'Change of the mean, Overall satisfaction')
    .getByText('Not shown: too few people, or somebody could be recognised by subtraction.')
    .first()
    .waitFor();
  // what was chosen is in the address, and opens for whoever is sent it
  expect(new URL(page.url()).searchParams.get('change')).toMatch(/satisfaction/);
  await page.reload();
  await frame(page, 'Change of the mean, Overall satisfaction').waitFor();
  expect(await page.getByRole('button', { name: 'Compare two waves' }).getAttribute('aria-expanded')).toBe('true');
  expect(await page.getByRole('button', { name: 'Show what goes along with it' }).getAttribute('aria-expanded')).toBe(
    'false',
  );
});

test('drivers are told by their intervals: what may be nothing is called unclear', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Show what goes along with it' }).click();
  const drivers = part(page, 'What goes along with burnout and satisfaction');
  await drivers
    .getByText(
      'People one point higher in “Overall satisfaction” are on average 0.41 points lower in “Burnout, all items”',
    )
    .waitFor();
  await drivers.getByText('“Associative stigma”: no clear contribution of its own.').waitFor();
});

test('the demonstration organisation, from the server itself', async () => {
  const visitor = await visitDemonstration(server);
  const { study } = await visitor.ask<{ study: string }>('GET', '/demonstration');
  const results = await visitor.ask<StudyResults>('GET', `/studies/${study}/results`);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  contexts.push(context);
  const watched = await watchContext(context, server.origin);
  watches.push(watched);
  await context.addCookies(visitor.cookies());
  const page = await context.newPage();
  await page.goto(`${server.origin}/studies/${study}/results`);
  await page.getByText('drawn by a random number generator').waitFor();
  const { responses, expected } = results.participation!;
  const answered = responses.status === 'shown' ? responses.value : NaN;
  await page.getByText(`${answered} of ${expected} people answered`).waitFor();
  expect(await page.locator('.heat tbody tr[data-team]').count()).toBe(12);
  const { instrument, scales } = results.instruments.find(({ instrument: { id } }) => id === 'work-burnout')!;
  const { figure } = scales.find(({ id }) => id === 'burnout')!;
  const mean = figure.status === 'shown' ? formats('en').figure(figure.value.mean) : '';
  const line = page.locator(`[data-scale="${instrument.id}/burnout"]`);
  expect(await line.textContent()).toContain(mean);
  await openAll(page);
  expect(await page.locator('.plot').count()).toBeGreaterThan(6);
  expect(await page.getByText('This part could not be loaded.').count()).toBe(0);
  expect(await page.locator('main').textContent()).not.toMatch(/undefined|NaN|\[object/);
  expect(watched.errors).toEqual([]);
});
