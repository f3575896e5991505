import type { FormPart } from '@peerscale/form';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { instrument } from '../../form/fixtures/instrument.ts';
import { english } from '../../form/fixtures/text-packs.ts';
import { plan } from '../fixtures/plan.ts';
import { events, surveyUnderTest, thanked } from './support/survey-under-test.ts';

const site = surveyUnderTest({ clears: true });

/** Consent, a code, two instruments, a text, a choice, a number, a line and several lines of text. */
const evening = { ...instrument, id: 'working-evening' };
const battery = {
  instruments: [instrument, evening],
  textPacks: [english, { ...english, instrument: evening.id, title: 'A working evening' }],
  plan: {
    ...plan,
    parts: plan.parts.flatMap((part): readonly FormPart[] =>
      part.kind === 'instrument' ? [part, { ...part, id: 'evening', instrument: evening.id }] : [part],
    ),
  },
};

/** What has the focus, and whether one sees that it has. */
const focus = (page: Page) =>
  page.locator('#s').evaluate((element) => {
    const active = element.shadowRoot!.activeElement;
    if (active === null) return null;
    const shown = active.closest('.option') ?? active;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const { top, bottom } = shown.getBoundingClientRect();
    return {
      id: active.getAttribute('name') ?? active.getAttribute('aria-labelledby') ?? active.id,
      kind: active.getAttribute('type') ?? active.localName,
      text: active.textContent,
      ringed: outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2,
      inView: top >= 0 && bottom <= innerHeight,
    };
  });

/** Every second question by digits, the others by Space and arrows; no mouse, and no focus but what keys bring. */
async function fillInByKeys(page: Page): Promise<{ answered: number; faults: string[] }> {
  const done = new Set<string>();
  const faults: string[] = [];
  const texts = ['7', 'Z', '9', 'kind', 'A quiet room, please.'];
  for (let step = 0; step < 150; step++) {
    const at = await focus(page);
    if (at === null) {
      if (done.size > 0) faults.push(`no focus after ${done.size} answers`);
      await page.keyboard.press('Tab');
      continue;
    }
    if (!at.ringed) faults.push(`no ring: ${JSON.stringify(at)}`);
    if (!at.inView) faults.push(`out of view: ${JSON.stringify(at)}`);
    if (at.kind === 'button') {
      const forward = at.text === 'Next' || at.text === 'Send answers';
      await page.keyboard.press(forward ? 'Enter' : 'Tab');
      if (at.text === 'Send answers') return { answered: done.size, faults };
      continue;
    }
    const isNew = !done.has(at.id);
    if (isNew && at.kind !== 'h2') done.add(at.id);
    if (isNew && at.kind === 'radio' && done.size % 2 === 0) {
      await page.keyboard.press('2'); // and on to the next
      continue;
    }
    if (isNew && at.kind === 'radio') {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    } else if (isNew && at.kind === 'checkbox') await page.keyboard.press('Space');
    else if (isNew && (at.kind === 'text' || at.kind === 'textarea')) await page.keyboard.type(texts.shift()!);
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keys do not come to the end, but to ${JSON.stringify(await focus(page))}`);
}

test.each(['list', 'single'])('the keyboard alone completes a battery of all kinds of parts: %s', async (mode) => {
  site.pages.json['/battery.json'] = battery;
  const page = await site.open(
    `<peerscale-survey id="s" src="/battery.json" endpoint="/responses" mode="${mode}"></peerscale-survey>`,
  );
  await page.evaluate(() => {
    addEventListener('pointerdown', () => document.body.setAttribute('data-pointer', ''), true);
  });
  const { answered, faults } = await fillInByKeys(page);
  await thanked(page);
  expect(faults).toEqual([]);
  // a consent, two fields of the code, six items twice, and four questions
  expect(answered).toBe(19);
  const all = Object.fromEntries(instrument.items.map(({ id }) => [id, 1]));
  const [sent] = site.pages.received as [Record<string, unknown> & { records: unknown; values: unknown }];
  expect(sent.records).toMatchObject([
    { instrument: 'working-day', answers: all },
    { instrument: 'working-evening', answers: all },
  ]);
  expect(sent.values).toEqual({ shifts: 'night', years: 9, word: 'kind', more: 'A quiet room, please.' });
  expect(Object.keys((sent.codes as Record<string, object>).code!)).toHaveLength(2);
  expect((await events(page, 'error')).map(({ detail }) => detail)).toEqual([]);
  expect(await page.locator('body').getAttribute('data-pointer')).toBe(null);
});

test('a mistake by keys: the focus goes to it, and one goes on from there', async () => {
  const page = await site.open('<peerscale-survey id="s" src="/plan.json" endpoint="/responses"></peerscale-survey>');
  const tabTo = async (holds: (at: Awaited<ReturnType<typeof focus>>) => boolean) => {
    for (let step = 0; step < 30 && !holds(await focus(page)); step++) await page.keyboard.press('Tab');
    expect(holds(await focus(page))).toBe(true);
  };
  await tabTo((at) => at?.kind === 'checkbox');
  await page.keyboard.press('Space');
  await tabTo((at) => at?.text === 'Send answers');
  await page.keyboard.press('Enter');
  expect((await focus(page))!.kind).toBe('radio');
  await page.getByText('Please answer this question.').waitFor();
  await page.keyboard.press('1');
  await tabTo((at) => at?.text === 'Send answers');
  await page.keyboard.press('Enter');
  expect((await focus(page))!.kind).toBe('fieldset');
  await tabTo((at) => at?.text === 'Send anyway');
  await page.keyboard.press('Enter');
  await thanked(page);
  expect(site.pages.received).toHaveLength(1);
});
