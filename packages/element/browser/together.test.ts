import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { buildReactPage } from './support/build-react-page.ts';
import { choose, events, group, surveyUnderTest } from './support/survey-under-test.ts';

const site = surveyUnderTest();

/** Things that a host has on its page, of the kinds that a form is made of as well. */
const HOST = `<section id="host"><h2>Title</h2><p>Text <label>Label <input name="q1"></label> <button>Button</button></p>
<fieldset><legend>Legend</legend><label><input type="radio" name="q1"> A</label></fieldset><progress value="0.3"></progress>
<table><tbody><tr><td>Cell</td></tr></tbody></table><ul><li>Item</li></ul></section>`;

beforeAll(async () => {
  Object.assign(site.pages.files, await buildReactPage());
});

const elements = ['one', 'two']
  .map((id) => `<peerscale-survey id="${id}" src="/day.json"></peerscale-survey>`)
  .join('');
const reactForm = '<div id="react"></div><script type="module" src="/react/page.js"></script>';
const reactStyles = '<link rel="stylesheet" href="/react/styles.css">';

/** Every computed style of everything below. SurveyJS sets variables of its own on the root: names that only it reads. */
const stylesOf = (page: Page, selector: string) =>
  page.evaluate((selector) => {
    const [root, inner] = selector.split(' >>> ');
    const place: ParentNode = inner === undefined ? document : document.querySelector(root!)!.shadowRoot!;
    return [...place.querySelectorAll(`${inner ?? root}, ${inner ?? root} *`)].map((element) => {
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !/^--(sjs|sv|sd)/.test(name));
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    });
  }, selector);

test('two elements, a React form and the host on one page: each looks and answers as it does alone', async () => {
  const open = async (body: string, head = '') => {
    site.pages.head = head;
    const page = await site.open(`${HOST}${body}`);
    if (body.includes('react')) await page.locator('.peerscale-form [role="radiogroup"]').first().waitFor();
    return page;
  };
  const withElement = await open(elements);
  const [host, alone] = [await stylesOf(withElement, '#host'), await stylesOf(withElement, '#one >>> .form')];
  await withElement.evaluate(() => {
    for (const element of document.querySelectorAll('peerscale-survey')) element.remove();
  });
  expect(host.length).toBeGreaterThan(15);
  expect(alone.length).toBeGreaterThan(80);
  expect(await stylesOf(withElement, '#host')).toEqual(host);
  await withElement.close();

  const page = await open(elements + reactForm, reactStyles);
  expect(await stylesOf(page, '#host')).toEqual(host);
  expect(await stylesOf(page, '#one >>> .form')).toEqual(alone);

  const [one, two, react] = [page.locator('#one'), page.locator('#two'), page.locator('#react')];
  await choose(one, 'breaks', 4);
  await choose(react, 'breaks', 1);
  await choose(two, 'breaks', 0);
  await group(react, 'hurry').getByRole('radio').nth(2).check();
  await group(one, 'hurry').locator('input').first().focus();
  await page.keyboard.press('1');
  const places = async (form: typeof one, item: string) =>
    group(form, item)
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).checked).indexOf(true));
  expect([await places(one, 'breaks'), await places(react, 'breaks'), await places(two, 'breaks')]).toEqual([4, 1, 0]);
  expect([await places(one, 'hurry'), await places(react, 'hurry'), await places(two, 'hurry')]).toEqual([0, 2, -1]);
  const heard = (await events(page, 'change')).map(({ id }) => id);
  expect(heard.filter((id) => id === 'one' || id === 'two')).toEqual(['one', 'two', 'one']);
  expect(site.complaints).toEqual([]);
  expect(site.pages.reports).toEqual([]);
});
