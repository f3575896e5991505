import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { instrument } from '../../form/fixtures/instrument.ts';
import { hostile } from '../../form/fixtures/text-packs.ts';
import { all, choose, events, group, send, surveyUnderTest, thanked } from './support/survey-under-test.ts';

const site = surveyUnderTest({ clears: true });
const survey = (id: string, more = '') => `<peerscale-survey id="${id}" src="/day.json" ${more}></peerscale-survey>`;

test('is styled under a strict policy without a violation, and asks nobody else for anything', async () => {
  const page = await site.open(survey('s', 'endpoint="/responses" locale="cs"'));
  for (const place of Object.values(all)) {
    if (place === all.breaks) await page.getByRole('radiogroup').first().locator('input').first().focus();
    await page.keyboard.press(String(place + 1));
  }
  await page.getByRole('button', { name: 'Odeslat odpovědi' }).click();
  await page.getByRole('heading', { name: 'Děkujeme' }).waitFor();
  expect(site.pages.received).toHaveLength(1);
  expect(await page.locator('.form').evaluate((form) => getComputedStyle(form).borderTopLeftRadius)).toBe('12px');
  expect(site.requests.filter((url) => !url.startsWith(site.pages.origin))).toEqual([]);
  expect(site.complaints).toEqual([]);
  expect(site.pages.reports).toEqual([]);
});

test('the host’s styles and globals are the same before and after', async () => {
  const host = '<h2>Title</h2><p>Text <label>Label <input></label></p>';
  const page = await site.open(`${host}${survey('s')}`);
  const look = () =>
    page.evaluate(() => {
      const styles = [...document.querySelectorAll('body, main > :not(peerscale-survey), main > p *')].map((element) =>
        Object.fromEntries(
          [...getComputedStyle(element)].map((name) => [name, getComputedStyle(element).getPropertyValue(name)]),
        ),
      );
      return {
        styles,
        sheets: document.styleSheets.length,
        adopted: document.adoptedStyleSheets.length,
        globals: Object.keys(window).sort(),
      };
    });
  const after = await look();
  await page.locator('#s').evaluate((element) => element.remove());
  const alone = await look();
  // the block sizes of the page itself follow what is in it
  const sizes = /^(block-size|height|perspective-origin|transform-origin)$/;
  const still = (all: typeof alone) =>
    all.styles.map((style) => Object.entries(style).filter(([name]) => !sizes.test(name)));
  expect(still(after)).toEqual(still(alone));
  expect([after.sheets, after.adopted]).toEqual([1, 0]);
  expect(after.globals.filter((name) => /peerscale/i.test(name))).toEqual([]);
  // and the host's rules for `label` and `input` do not reach into the form
  await page.evaluate(() =>
    document
      .querySelector('main')!
      .insertAdjacentHTML('beforeend', '<peerscale-survey id="t" src="/day.json"></peerscale-survey>'),
  );
  const label = page.locator('#t .option').first();
  expect(await label.evaluate((one) => getComputedStyle(one).color)).not.toBe('rgb(255, 0, 0)');
});

test('two on a page do not touch each other; one that is moved or comes back loses nothing', async () => {
  const page = await site.open(`${survey('one')}${survey('two')}<div id="elsewhere"></div>`);
  const [one, two] = [page.locator('#one'), page.locator('#two')];
  await choose(one, 'breaks', 4);
  await choose(two, 'breaks', 0);
  await choose(two, 'say', 1);
  expect(await group(one, 'breaks').locator('input:checked').inputValue()).toBe('4');
  expect((await events(page, 'change')).map(({ id }) => id)).toEqual(['one', 'two', 'two']);

  await page.evaluate(() => document.querySelector('#elsewhere')!.append(document.querySelector('#one')!));
  expect(await group(one, 'breaks').locator('input:checked').inputValue()).toBe('4');
  await choose(one, 'hurry', 1);

  await page.evaluate(async () => {
    const element = document.querySelector('#one')!;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.querySelector('main')!.append(element);
  });
  await expect.poll(() => one.locator('input:checked').count()).toBe(2);
  await choose(one, 'help', 2);
  await send(one);
  await one.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(one);
  expect((await events(page, 'submit')).map(({ id, detail }) => [id, detail.record.answers])).toEqual([
    ['one', { breaks: 4, hurry: 1, help: 2, noise: 'skipped', say: 'skipped', late: 'skipped' }],
  ]);
  expect(await two.locator('input:checked').count()).toBe(2);
  expect(site.complaints).toEqual([]);
});

test('one that is taken away while it loads, or waits to send, stops', async () => {
  const page = await site.open();
  await page.evaluate(async () => {
    const element = document.createElement('peerscale-survey');
    element.setAttribute('src', '/never.json');
    document.body.append(element);
    await new Promise((resolve) => setTimeout(resolve, 20));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(await events(page, 'error')).toEqual([]);
  site.pages.answers.push(...Array.from({ length: 20 }, () => ({ status: 503 })));
  await page.locator('#s').evaluate((element) => element.setAttribute('endpoint', '/responses'));
  await page.locator('.form:not(.loading)').waitFor();
  await choose(page, 'say', 1);
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByText('Next try').waitFor();
  await page.evaluate(() => {
    const element = document.querySelector('#s')!;
    element.remove();
    Object.assign(window, { taken: element });
  });
  const sent = site.pages.received.length;
  await page.waitForTimeout(1_500); // the first retry would have come within a second
  expect(site.pages.received.length).toBe(sent);
  site.pages.answers.length = 0;
  await page.evaluate(() => document.body.append((window as unknown as { taken: HTMLElement }).taken));
  await thanked(page);
  const keys = site.pages.received.map((record) => (record as { idempotencyKey: string }).idempotencyKey);
  expect(new Set(keys).size).toBe(1);
});

test('hostile wording is shown and does nothing', async () => {
  const page = await site.open('<peerscale-survey id="s" src="/hostile.json"></peerscale-survey>');
  expect(await page.title()).toBe('Host');
  expect(await page.locator('#s :is(img, script, b, a, svg)').count()).toBe(0);
  const names = await page
    .getByRole('radiogroup')
    .evaluateAll((groups) =>
      groups.map(
        (one) => (one.getRootNode() as ShadowRoot).getElementById(one.getAttribute('aria-labelledby')!)!.textContent,
      ),
    );
  expect(names).toEqual(instrument.items.map(({ id }) => hostile.items[id]));
  const labels = page.getByRole('radiogroup').first().locator('.label');
  expect(await labels.allTextContents()).toEqual(Object.values(hostile.responseScales.often!.labels));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  // an override of direction ends with the text it is in
  const help = page.getByRole('radiogroup').nth(2).locator('.text .wording');
  expect(await help.evaluate((one) => getComputedStyle(one).unicodeBidi)).toBe('isolate');
  expect(site.complaints).toEqual([]);
});

test('a browser without constructed style sheets gets the file that the host names', async () => {
  await (await site.renew()).addInitScript(() => Reflect.deleteProperty(window, 'CSSStyleSheet'));
  const page = await site.open(survey('s', 'stylesheet="/peerscale-survey.css"'));
  await expect
    .poll(() => page.locator('.form').evaluate((form) => getComputedStyle(form).borderTopLeftRadius))
    .toBe('12px');
  expect(site.pages.reports).toEqual([]);
});

test('themes by attribute, by custom property and by part', async () => {
  const page = await site.open(`${survey('s', 'theme="dark"')}${survey('t')}`);
  await page.locator('#t .form:not(.loading)').waitFor();
  const background = (id: string) =>
    page.locator(`#${id} .form`).evaluate((form) => getComputedStyle(form).backgroundColor);
  expect(await background('s')).not.toBe(await background('t'));
  await page.locator('#t').evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect.poll(async () => (await background('s')) === (await background('t'))).toBe(true);
  await page.evaluate(() => {
    document.body.style.setProperty('--peerscale-surface', 'rgb(1, 2, 3)');
    document.styleSheets[0]!.insertRule('peerscale-survey::part(title) { letter-spacing: 5px }');
  });
  expect(await background('s')).toBe('rgb(1, 2, 3)');
  expect(await page.locator('#s h2').evaluate((title) => getComputedStyle(title).letterSpacing)).toBe('5px');
});

test('nothing of the host moves while the form arrives', async () => {
  await (await site.renew()).addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const page = await site.open(`<p>Before</p><div>${survey('s')}</div><footer>After</footer>`);
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
});

test('a server may import it', () => {
  const file = fileURLToPath(new URL('../dist/index.js', import.meta.url));
  const script = `const m = await import(${JSON.stringify(file)}); m.definePeerscaleSurvey(); process.stdout.write(typeof HTMLElement + ' ' + Object.keys(m))`;
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })).toBe(
    'undefined definePeerscaleSurvey',
  );
});
