import type { Battery, Instrument } from '@peerscale/core';
import type { FormPlan } from '@peerscale/form';
import { findBattery, findInstrument, findTextPack } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import { events, surveyUnderTest, thanked } from './support/survey-under-test.ts';

const site = surveyUnderTest({ clears: true });

/** One group's part of a battery, as a form. */
function planOf({ id, version, groups }: Battery, respondents: string) {
  const parts = groups.find((group) => group.respondents === respondents)!.parts;
  const instruments = parts.map((part) => findInstrument(part.instrument, part.version)!);
  const plan: FormPlan = {
    format: 'peerscale/form-plan@1',
    id,
    version,
    parts: parts.map((part) => ({ kind: 'instrument', id: part.instrument, ...part })),
  };
  return { plan, instruments, textPacks: instruments.map((instrument) => findTextPack(instrument, 'en')!) };
}

/** Ids of the items that a part asks for. */
function asked({ items, scales }: Instrument, only: readonly string[] | undefined): string[] {
  if (only === undefined) return items.map(({ id }) => id);
  const wanted = new Set(scales.filter(({ id }) => only.includes(id)).flatMap((scale) => scale.items));
  return items.map(({ id }) => id).filter((id) => wanted.has(id));
}

test.each([
  ['list', 'staff'],
  ['single', 'peer-worker'],
  ['list', 'manager'],
] as const)('a battery by keys alone: mode="%s", %s', async (mode, respondents) => {
  const bundle = planOf(findBattery('peer-team-pulse')!, respondents);
  site.pages.json['/pulse.json'] = bundle;
  const page = await site.open(
    `<peerscale-survey id="s" src="/pulse.json" endpoint="/responses" mode="${mode}"></peerscale-survey>`,
  );
  const expected = bundle.plan.parts.flatMap((part, at) =>
    part.kind === 'instrument'
      ? asked(bundle.instruments[at]!, part.scales).map((item, place) => ({
          part: part.id,
          item,
          digit: 1 + (place % 3),
        }))
      : [],
  );
  expect(expected.length).toBeGreaterThan(15);
  const focused = () =>
    page.locator('#s').evaluate((element) => {
      const active = element.shadowRoot!.activeElement;
      return active?.tagName === 'INPUT' ? 'input' : (active?.textContent ?? null);
    });
  for (let step = 0; step < 5 && (await focused()) !== 'input'; step++) await page.keyboard.press('Tab');
  for (const { digit } of expected) {
    expect(await focused()).toBe('input');
    await page.keyboard.press(String(digit));
  }
  expect(await focused()).toBe('Send answers');
  await page.keyboard.press('Enter');
  await thanked(page);
  const changes = (await events(page, 'change')).map(({ detail }) => [detail.part, detail.item]);
  expect(changes).toEqual(expected.map(({ part, item }) => [part, item]));
  const [{ records }] = site.pages.received as [
    { records: { instrument: string; answers: Record<string, unknown> }[] },
  ];
  for (const { part, item, digit } of expected) {
    const { responseScales, items } = bundle.instruments.find(({ id }) => id === part)!;
    const scale = items.find(({ id }) => id === item)!.responseScale;
    const { codes } = responseScales.find(({ id }) => id === scale)!;
    expect(records.find(({ instrument }) => instrument === part)!.answers[item], item).toBe(codes[digit - 1]);
  }
  const answers = records.flatMap((record) => Object.values(record.answers));
  expect(answers.filter((answer) => answer !== 'not-asked')).toHaveLength(expected.length);
});
