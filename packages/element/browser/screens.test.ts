import { expect, test } from 'vitest';
import { axeObjections } from '../../test-utils/src/axe.ts';
import { passesEverywhere } from './support/objections.ts';
import { openScreen, SCREENS } from './support/screens.ts';
import { choose, surveyUnderTest } from './support/survey-under-test.ts';

const site = surveyUnderTest({ clears: true });

test.each(SCREENS)('axe has nothing to say, in any look, left to right and right to left: $name', async (screen) => {
  for (const lang of ['en', 'ar']) {
    const kept = await site.clear();
    const page = screen.before === undefined ? kept : await site.context.newPage();
    await openScreen(page, site.pages, screen, lang);
    await passesEverywhere(page, `${screen.name}, ${lang}`);
  }
});

test('nor to the page in a frame, with a form and where it refuses one', async () => {
  for (const query of ['src=/day.json', 'src=/day.json&locale=ar', 'src=https://example.com/day.json']) {
    site.pages.body = `<iframe id="s" title="Survey" data-peerscale-survey src="/frame.html?${query.replace('&', '&amp;')}"></iframe><script type="module" src="/embed-frame.js"></script>`;
    const page = await site.context.newPage();
    await page.goto(site.pages.origin);
    await page.frameLocator('#s').locator('.form:not(.loading), [role=alert]').first().waitFor();
    await passesEverywhere(page, query, 'html'); // what a page needs once, the page around has
    await page.close();
  }
});

test('the check finds what it is there for', async () => {
  const page = await site.open();
  await page.locator('#s').evaluate((element) => {
    const root = element.shadowRoot!;
    root.querySelector<HTMLElement>('.note')!.style.color = '#999';
    root.querySelector<HTMLElement>('.prose')!.style.color = '#666';
    root.querySelector('input')!.closest('label')!.replaceWith(root.querySelector('input')!);
  });
  const rules = (await axeObjections(page, { include: '#s' })).map(([rule]) => rule);
  expect(rules).toEqual(expect.arrayContaining(['color-contrast', 'color-contrast-enhanced', 'label']));
  const looks = (await axeObjections(page, { include: '#s', looksAlone: true })).map(([rule]) => rule);
  expect(looks).toEqual(expect.arrayContaining(['color-contrast', 'color-contrast-enhanced']));
  expect(looks).not.toContain('label');
  const forced = await axeObjections(page, { include: '#s', looksAlone: true, forcedColors: true });
  expect(forced).toEqual([]);
});

test('right to left: what comes first is on the right', async () => {
  site.pages.lang = 'ar';
  const page = await site.open();
  await page.getByText('تمت الإجابة').first().waitFor();
  const looks = (form: Element) => [
    form.getAttribute('dir'),
    form.getAttribute('lang'),
    getComputedStyle(form).direction,
  ];
  expect(await page.locator('.form').evaluate(looks)).toEqual(['rtl', 'ar', 'rtl']);
  const [first, last] = [page.locator('.anchors span').first(), page.locator('.anchors span').last()];
  expect((await first.boundingBox())!.x).toBeGreaterThan((await last.boundingBox())!.x);
});

test('with forced colours an answer and the focus are seen by more than a tint', async () => {
  const page = await site.open();
  await page.emulateMedia({ forcedColors: 'active' });
  await choose(page, 'breaks', 4);
  const outlines = () =>
    page.locator('.option').evaluateAll((options) =>
      options.slice(0, 5).map((option) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(option);
        return `${outlineStyle} ${outlineWidth}`;
      }),
    );
  await page.keyboard.press('Tab'); // away from it
  expect((await outlines()).map((outline) => outline.startsWith('solid'))).toEqual([false, false, false, false, true]);
  await page.keyboard.press('Shift+Tab');
  expect((await outlines())[4]).toBe('solid 3px');
});
