import { expect, test } from 'vitest';
import { fits, objections, passesEverywhere } from './support/objections.ts';
import { choose, send, surveyUnderTest, thanked } from './support/survey-under-test.ts';

const site = surveyUnderTest();
const survey = (src: string, more = '') => `<peerscale-survey id="s" src="/${src}.json" ${more}></peerscale-survey>`;

// every screen there is, one after the other, as a person meets them
test('axe has nothing to say: all kinds of questions, what is wrong, what is open, refused, thanks with scores', async () => {
  site.pages.answers.push({ status: 422, body: { title: 'No', errors: [{ path: 'a', message: 'is wrong' }] } });
  const page = await site.open(survey('plan', 'endpoint="/responses"'));
  await passesEverywhere(page, 'consent');
  await page.getByRole('checkbox').check();
  await choose(page, 'breaks', 3);
  await page.getByRole('textbox', { name: 'For how many years' }).fill('90');
  await page.getByRole('textbox', { name: 'On which day' }).fill('31');
  await send(page);
  await passesEverywhere(page, 'something is wrong');
  await page.getByRole('textbox', { name: 'For how many years' }).fill('9');
  await page.getByRole('textbox', { name: 'On which day' }).fill('');
  await page.getByRole('radio', { name: 'Days only' }).check();
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).waitFor();
  await passesEverywhere(page, 'open questions');
  await page.getByRole('button', { name: 'Show me' }).click();
  await passesEverywhere(page, 'open questions marked');
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByText('did not accept').waitFor();
  await passesEverywhere(page, 'refused');
  await page.getByRole('button', { name: 'Delete my answers' }).click();
  await page.getByRole('checkbox').waitFor();
  await page.getByRole('checkbox').check();
  for (const item of ['breaks', 'hurry', 'help', 'noise', 'say', 'late']) await choose(page, item, 2);
  await page.getByRole('radio', { name: 'Days only' }).check();
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(page);
  await page.getByText('on a scale from 0 to 4').waitFor();
  await passesEverywhere(page, 'thanks');
});

test('nor to single questions, clearing, waiting, being offline, and what cannot be shown', async () => {
  site.pages.answers.push(...Array.from({ length: 9 }, () => ({ status: 503 })));
  let page = await site.open(survey('day', 'mode="single" endpoint="/responses"'));
  await passesEverywhere(page, 'single');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Next' }).click();
  for (let step = 1; step < 6; step++) await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await passesEverywhere(page, 'clearing');
  await page.getByRole('button', { name: 'No, keep them' }).click();
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByText('Next try').waitFor();
  await passesEverywhere(page, 'waiting');
  await site.context.setOffline(true);
  await page.getByText('no connection').waitFor();
  await passesEverywhere(page, 'offline');
  await site.context.setOffline(false);
  await page.close();
  page = await site.open(survey('nothing'));
  await passesEverywhere(page, 'not found');
});

test('nor right to left; with type twice the size it still fits', async () => {
  site.pages.lang = 'ar';
  let page = await site.open();
  await page.getByText('تمت الإجابة').first().waitFor();
  const looks = (form: Element) => [
    form.getAttribute('dir'),
    form.getAttribute('lang'),
    getComputedStyle(form).direction,
  ];
  expect(await page.locator('.form').evaluate(looks)).toEqual(['rtl', 'ar', 'rtl']);
  const [first, last] = [page.locator('.anchors span').first(), page.locator('.anchors span').last()];
  expect((await first.boundingBox())!.x).toBeGreaterThan((await last.boundingBox())!.x);
  expect(await objections(page)).toEqual([]);
  await page.close();
  site.pages.lang = 'en';
  page = await site.open(survey('plan'));
  await page.getByRole('checkbox').check();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  for (const width of [1440, 640]) {
    await page.setViewportSize({ width, height: 900 });
    await fits(page);
  }
});
