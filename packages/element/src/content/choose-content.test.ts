import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instrument } from '../../../form/fixtures/instrument.ts';
import { czech, english } from '../../../form/fixtures/text-packs.ts';
import { arabic } from '../../fixtures/arabic.ts';
import { plan } from '../../fixtures/plan.ts';
import { chooseContent } from './choose-content.ts';
import { ContentError } from './content-error.ts';

const bundle = { instrument, textPacks: [english, czech, arabic] };

describe('language', () => {
  test.each([
    [null, null, 'en'],
    [null, 'cs-CZ', 'cs'],
    [null, 'fr', 'en'],
    ['ar', 'cs', 'ar'],
  ] as const)('asked for %s on a page in %s: %s', async (wanted, ofPage, locale) => {
    expect((await chooseContent(bundle, wanted, ofPage)).content.locale).toBe(locale);
  });

  test('one that was asked for and is not there is an error; a text of the plan counts', async () => {
    const missing = { code: 'text-pack-missing-language' };
    await expect(chooseContent(bundle, 'fr', null)).rejects.toMatchObject(missing);
    await expect(chooseContent({ ...bundle, plan }, 'cs', null)).rejects.toMatchObject(missing);
    expect((await chooseContent({ ...bundle, plan }, null, 'cs')).content.locale).toBe('en');
  });
});

test('where no language is whole, what is missing is told of the languages there are, not of the page', async () => {
  const parts = [
    { kind: 'text', id: 'hello', text: { cs: 'Vítejte' } },
    { kind: 'instrument', id: 'day', instrument: 'working-day', version: '1.2.0' },
  ];
  const torn = chooseContent({ instrument, textPacks: [english], plan: { ...plan, parts } }, null, 'fr');
  await expect(torn).rejects.toThrow('plan.hello.text is not there in en');
});

test('blocks: anchors once for a run of items with the same answers, a heading once a part', async () => {
  const seven = {
    id: 'seven',
    measure: 'agreement',
    codes: [1, 2, 3, 4, 5, 6, 7, 8],
    highCodeMeans: 'endorsement',
  } as const;
  const mixed = {
    ...instrument,
    responseScales: [...instrument.responseScales, seven],
    items: instrument.items.map((item, at) => (at === 2 ? { ...item, responseScale: 'seven' } : item)),
  };
  const labels = Object.fromEntries(seven.codes.map((code) => [code, `step ${code}`]));
  const pack = {
    ...english,
    responseScales: { ...english.responseScales, seven: { highCodeMeans: 'endorsement', labels } },
  };
  const { blocks } = await chooseContent({ instrument: mixed, textPacks: [pack] }, 'en', null);
  expect(blocks.map(({ title, anchors, questions }) => [title, anchors?.length ?? null, questions.length])).toEqual([
    ['A working day', 5, 2],
    [null, null, 1],
    [null, 5, 3],
  ]);
});

test('scales of an instrument: only their items are asked', async () => {
  const part = { kind: 'instrument', id: 'day', instrument: 'working-day', version: '1.2.0' };
  const scales = [{ ...instrument.scales[0]!, items: ['hurry', 'late'] }];
  const some = { ...plan, parts: [{ ...part, scales: ['ease'] }] };
  const { blocks } = await chooseContent({ ...bundle, instrument: { ...instrument, scales }, plan: some }, 'en', null);
  expect(blocks.flatMap(({ questions }) => questions.map(({ item }) => item))).toEqual(['hurry', 'late']);
  const unknown = { ...plan, parts: [{ ...part, scales: ['hardship'] }] };
  await expect(chooseContent({ ...bundle, plan: unknown }, 'en', null)).rejects.toMatchObject({ code: 'plan-invalid' });
});

test('the questions of a code come from the default set where the plan has none', async () => {
  const parts = [{ kind: 'code', id: 'code', key: 'sixteen characters' }];
  const { blocks } = await chooseContent({ textPacks: [], plan: { ...plan, parts } }, 'uk', null);
  const [question] = blocks[0]!.questions;
  expect(question?.kind === 'code' && question.elements.length).toBe(6);
});

test('wording that is licensed per use is not shown', async () => {
  const withheld = { ...instrument, rights: { ...instrument.rights, wording: 'withheld' as const } };
  await expect(chooseContent({ ...bundle, instrument: withheld }, null, null)).rejects.toMatchObject({
    code: 'instrument-invalid',
  });
});

test('anything else that is not a form is a content error, whatever it is', async () => {
  const wrong = fc.oneof(
    fc.jsonValue(),
    fc.record({ instrument: fc.jsonValue(), textPacks: fc.jsonValue(), plan: fc.jsonValue() }),
    fc.record({ instrument: fc.constant(instrument), textPacks: fc.array(fc.jsonValue()) }),
    fc.record({ instrument: fc.constant(instrument), textPacks: fc.constant([english]), plan: fc.jsonValue() }),
    fc.jsonValue().map((parts) => ({ ...bundle, plan: { ...plan, parts } })),
  );
  await fc.assert(
    fc.asyncProperty(wrong, fc.constantFrom(null, 'en'), async (value, wanted) => {
      await expect(chooseContent(value, wanted, null)).rejects.toBeInstanceOf(ContentError);
    }),
  );
});
