import { expect, test } from 'vitest';
import { events, surveyUnderTest } from './support/survey-under-test.ts';

const site = surveyUnderTest();

test('a frame grows with its form, and tells how it goes but nothing that was answered', async () => {
  site.pages.body =
    '<iframe id="f" title="Survey" data-peerscale-survey src="/frame.html?src=/day.json&endpoint=/responses"></iframe><script type="module" src="/embed-frame.js"></script>';
  const page = await site.context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(site.pages.origin);
  const frame = page.frameLocator('#f');
  await frame.locator('.form:not(.loading)').waitFor();
  const height = () => page.locator('#f').evaluate((element) => element.clientHeight);
  await expect.poll(height).toBeGreaterThan(500);
  const scrolls = () =>
    page.frames()[1]!.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  await expect.poll(scrolls).toBeLessThanOrEqual(0);
  const before = await height();
  await frame.locator('button.main').click();
  await expect.poll(height).toBeGreaterThan(before + 50);
  await frame.getByRole('button', { name: 'Send anyway' }).click();
  await frame.getByRole('heading', { name: 'Thank you' }).waitFor();
  await expect.poll(height).toBeLessThan(before);
  const told = (await events(page, 'peerscale')).map(({ detail }) => detail);
  expect([...new Set(told.map(({ event }) => event))].sort()).toEqual(['height', 'progress', 'ready', 'saved']);
  expect(JSON.stringify(told)).not.toMatch(/breaks|answers/);
  // somebody else's message, or an absurd height, changes nothing
  let settled = Number.NaN;
  const same = async () => {
    const last = settled;
    settled = await height();
    return settled === last;
  };
  await expect.poll(same, { interval: 100, timeout: 10_000 }).toBe(true);
  await page.evaluate(() => postMessage({ source: 'peerscale-survey', event: 'height', height: 9999 }, '*'));
  await page.waitForTimeout(100);
  expect(await height()).toBe(settled);
  expect(complaints).toEqual([]);
});

test('a frame takes forms and sends answers where its server allows, and nowhere else', async () => {
  const page = await site.context.newPage();
  for (const query of [
    'src=https://example.com/day.json',
    'src=/day.json&endpoint=https://example.com/',
    'src=data:application/json,1',
  ]) {
    await page.goto(`${site.pages.origin}/frame.html?${query}`);
    expect(await page.getByRole('alert').textContent()).toContain('is not on an origin that this page allows');
    expect(await page.locator('peerscale-survey').count()).toBe(0);
  }
  await page.goto(`${site.pages.origin}/frame.html?src=/day.json&locale=cs&theme=dark&mode=single`);
  await page.getByText('Zodpovězeno 0 z 6').first().waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('cs');
});
