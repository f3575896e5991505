import type { PeerscaleSurveyElement } from '@peerscale/element';
import { expect, test } from 'vitest';
import { instrument } from '../../form/fixtures/instrument.ts';
import { english } from '../../form/fixtures/text-packs.ts';
import { choose, events, send, surveyUnderTest, thanked } from './support/survey-under-test.ts';

const site = surveyUnderTest({ clears: true });

const survey = (more: string) => `<peerscale-survey id="s" ${more}></peerscale-survey>`;

test('a language that is missing is said in that language, where the interface speaks it', async () => {
  site.pages.json['/bad.json'] = { instrument, textPacks: [english] };
  const page = await site.open(survey('src="/bad.json" locale="de"'));
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Dieser Fragebogen');
  expect((await events(page, 'error')).map(({ detail }) => detail)).toEqual([
    { code: 'text-pack-missing-language', message: expect.stringMatching(/no text pack in de, only in en/) },
  ]);
});

test('an address that comes back is tried again when the person asks', async () => {
  delete site.pages.json['/bad.json'];
  const page = await site.open(survey('src="/bad.json"'));
  site.pages.json['/bad.json'] = { instrument, textPacks: [english] };
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('radiogroup').first().waitFor();
});

test.each(['http://', 'data:,no'])('endpoint-invalid: %s is said before anybody answers', async (endpoint) => {
  const page = await site.open(survey(`src="/day.json" endpoint="${endpoint}"`));
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Something is wrong');
  expect((await events(page, 'error')).map(({ detail }) => detail.code)).toEqual(['endpoint-invalid']);
  await page.locator('#s').evaluate((element) => element.setAttribute('endpoint', '/responses'));
  await page.getByRole('radiogroup').first().waitFor();
});

test('an `error` is for those who listen on the element: it does not look like a mistake in the page', async () => {
  const page = await site.open();
  const heard = await page.evaluate(async () => {
    const names: string[] = [];
    const element = document.querySelector<PeerscaleSurveyElement>('peerscale-survey')!;
    window.onerror = () => void names.push('onerror');
    addEventListener('error', () => names.push('window'));
    document.addEventListener('error', () => names.push('document'));
    document.addEventListener('error', () => names.push('capturing'), true);
    element.addEventListener('error', ({ detail }) => names.push(`element ${detail.code}`));
    element.value = { 'working-day': { late: 9 } };
    return names;
  });
  expect(heard).toEqual(['capturing', 'element value-invalid']);
});

test('endpoint-refused: said plainly, the answers can be saved as a file, then deleted', async () => {
  const errors = [{ path: 'answers.late', message: 'is no code' }];
  site.pages.answers.push({ status: 422, body: { title: 'Not valid', errors } });
  const page = await site.open(survey('src="/day.json" endpoint="/responses"'));
  await choose(page, 'say', 2);
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByText('did not accept').waitFor();
  expect(await page.locator('.refusal').textContent()).toContain('answers.late: is no code');
  expect((await events(page, 'error')).map(({ detail }) => detail)).toEqual([
    { code: 'endpoint-refused', message: '422 Not valid' },
  ]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my answers' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
  await page.getByText('has been saved').waitFor();
  await page.getByRole('button', { name: 'Delete my answers' }).click();
  await page.getByText('0 of 6 answered').first().waitFor();
});

test('offline and waiting are said; nothing is lost on a reload; it goes out once', async () => {
  site.pages.answers.push({ status: 500 }, { status: 500 }, { status: 500 });
  const page = await site.open(survey('src="/day.json" endpoint="/responses"'));
  await choose(page, 'say', 2);
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await page.getByText('Next try').waitFor();
  expect((await events(page, 'error'))[0]!.detail.code).toBe('offline');
  await page.reload();
  await page.getByText('Next try').or(page.getByText('Thank you')).first().waitFor();
  site.pages.answers.length = 0;
  // unless its own next try comes first, and takes the button away
  await page
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 1_000 })
    .catch(() => {});
  await thanked(page);
  const keys = site.pages.received.map((record) => (record as { idempotencyKey: string }).idempotencyKey);
  expect(new Set(keys).size).toBe(1);
  await page.reload();
  await page.getByText('0 of 6 answered').first().waitFor();
  expect(site.pages.received.length).toBe(keys.length);
});

test('the host hands over itself: busy while it does, the answers stay where it fails', async () => {
  const page = await site.open(survey('src="/day.json"'));
  await page.evaluate(() => {
    let attempt = 0;
    document.querySelector<PeerscaleSurveyElement>('peerscale-survey')!.addEventListener('submit', ({ detail }) => {
      const failing = attempt++ === 0;
      detail.waitUntil(new Promise((resolve, reject) => setTimeout(failing ? reject : resolve, 1_000)));
    });
  });
  await choose(page, 'say', 2);
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  expect(await page.getByRole('button', { name: 'Sending…' }).getAttribute('aria-busy')).toBe('true');
  await page.getByText('Nothing is lost').waitFor();
  expect(await page.locator('input:checked').inputValue()).toBe('2');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(page);
  const records = (await events(page, 'submit')).map(({ detail }) => detail.record.idempotencyKey);
  expect(records).toHaveLength(2);
  expect(new Set(records).size).toBe(1);
});

test('storage-denied: said once, and the form goes on', async () => {
  await (await site.renew()).addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  const page = await site.open(survey('src="/day.json"'));
  await choose(page, 'say', 2);
  await choose(page, 'late', 2);
  await page.getByText('does not keep your answers').waitFor();
  expect((await events(page, 'error')).map(({ detail }) => detail.code)).toEqual(['storage-denied']);
});

test('answers outlive a reload; on a shared computer nothing is kept', async () => {
  let page = await site.open(survey('src="/day.json"'));
  await choose(page, 'say', 2);
  await choose(page, 'late', 0);
  await page.reload();
  await expect.poll(() => page.locator('input:checked').count()).toBe(2);
  await page.close();
  page = await site.open(survey('src="/day.json" shared-computer endpoint="/responses"'));
  await page.getByText('Nothing is kept on this computer').waitFor();
  await choose(page, 'say', 2);
  await page.reload();
  await page.getByText('0 of 6 answered').first().waitFor();
  await send(page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await thanked(page);
  await page.getByRole('button', { name: 'Fill in another form' }).click();
  await page.getByText('0 of 6 answered').first().waitFor();
});

test.each(['tab', 'device'])(
  'not even the last answer is lost by a reload in the same moment: keep="%s"',
  async (keep) => {
    const page = await site.open(survey(`src="/day.json" keep="${keep}"`));
    await choose(page, 'say', 2);
    await page.waitForTimeout(300);
    const answered = await page.evaluate(() => {
      const root = document.querySelector('peerscale-survey')!.shadowRoot!;
      root.querySelectorAll<HTMLInputElement>('[role="radiogroup"]:last-of-type input')[3]!.click();
      location.reload();
      return root.querySelectorAll('input:checked').length;
    });
    expect(answered).toBe(2);
    await expect
      .poll(() =>
        page
          .locator('input:checked')
          .count()
          .catch(() => 0),
      )
      .toBe(2);
    // and it stays there no longer than needed
    await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).join())).not.toContain('unsaved');
  },
);
