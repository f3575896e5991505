import type { Instrument, TextPack } from '@peerscale/core';
import fc from 'fast-check';
import { instrument } from '../../fixtures/instrument.ts';
import { czech, english } from '../../fixtures/text-packs.ts';
import type { FormErrorCode, FormPlan } from '../../src/index.ts';

/** What a host gives a form, whichever way: much of it is not what the types say. */
export interface Given {
  readonly instrument?: unknown;
  readonly instruments?: unknown;
  readonly textPacks?: unknown;
  readonly plan?: unknown;
  readonly locale?: string;
}

/** A row of the table that both doors answer alike. */
export interface BadInput {
  readonly name: string;
  readonly given: Given;
  readonly code: FormErrorCode;
  /** what the person reads, below "This questionnaire cannot be shown" */
  readonly words: string;
  /** what the message for the host names */
  readonly names: RegExp;
}

const NOT_FOUND = 'The questionnaire was not found.';
const INVALID = 'Something is wrong with the questionnaire.';
const LANGUAGE = 'The questionnaire is not available in this language.';
const UNSUPPORTED = 'The questionnaire has a kind of question that cannot be shown here.';

const good = { instrument, textPacks: [english] };
const without = <T extends object>(from: T, key: keyof T) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));
const item = instrument.items[0]!;
const part = { kind: 'instrument', id: 'day', instrument: instrument.id, version: instrument.version } as const;
const question = { en: 'How many?' };

/** A plan of these parts around, or in place of, the instrument. */
const planned = (...parts: readonly unknown[]) => ({
  instruments: [instrument],
  textPacks: [english],
  plan: { format: 'peerscale/form-plan@1', id: 'bad', version: '1.0.0', parts },
});
const withItems = (items: Record<string, unknown>) => ({ instrument, textPacks: [{ ...english, items }] });
const withLabels = (labels: unknown) => ({
  instrument,
  textPacks: [{ ...english, responseScales: { often: { highCodeMeans: 'endorsement', labels } } }],
});

const row = (name: string, given: Given, code: FormErrorCode, words: string, names: RegExp): BadInput => ({
  name,
  given,
  code,
  words,
  names,
});

export const badInputs: readonly BadInput[] = [
  row('an instrument that is a text', { ...good, instrument: 'olbi' }, 'instrument-invalid', INVALID, /./),
  row('an instrument that is empty', { ...good, instrument: {} }, 'instrument-invalid', INVALID, /./),
  row(
    'items that are no list',
    { ...good, instrument: { ...instrument, items: { breaks: item } } },
    'instrument-invalid',
    INVALID,
    /items/,
  ),
  row(
    'an item that is there twice',
    { ...good, instrument: { ...instrument, items: [item, item] } },
    'instrument-invalid',
    INVALID,
    /items/,
  ),
  row(
    'an item of no response scale',
    { ...good, instrument: { ...instrument, items: [{ ...item, responseScale: 'never' }] } },
    'instrument-invalid',
    INVALID,
    /responseScale|never/,
  ),
  row(
    'wording that is licensed per use',
    { ...good, instrument: { ...instrument, rights: { ...instrument.rights, wording: 'withheld' } } },
    'instrument-invalid',
    INVALID,
    /working-day@1\.2\.0/,
  ),
  row('no wording', { instrument, textPacks: [] }, 'text-pack-invalid', INVALID, /working-day@1\.2\.0/),
  row(
    'wording of another instrument',
    { instrument, textPacks: [{ ...english, instrument: 'olbi' }] },
    'text-pack-invalid',
    INVALID,
    /working-day@1\.2\.0/,
  ),
  row(
    'wording that lacks an item',
    withItems(without(english.items, 'breaks')),
    'text-pack-invalid',
    INVALID,
    /breaks/,
  ),
  row('an item text that is none', withItems({ ...english.items, breaks: 7 }), 'text-pack-invalid', INVALID, /breaks/),
  row('wording that lacks a label', withLabels({ 0: 'Never', 1: 'Seldom' }), 'text-pack-invalid', INVALID, /often/),
  row(
    'wording that lacks the language',
    { instrument, textPacks: [english, czech], locale: 'fr' },
    'text-pack-missing-language',
    LANGUAGE,
    /fr/,
  ),
  row(
    'a plan whose consent lacks the language',
    {
      ...planned({ kind: 'consent', id: 'c', title: { cs: 'Ano' }, text: { cs: 'Ano' }, mustAgree: true }, part),
      locale: 'en',
    },
    'text-pack-missing-language',
    LANGUAGE,
    /c\.t/,
  ),
  row(
    'a kind of part that there is not',
    planned({ kind: 'signature', id: 'sign' }, part),
    'unsupported-item',
    UNSUPPORTED,
    /parts\[0\]\.kind.*signature/,
  ),
  row('a plan without parts', planned(), 'plan-invalid', INVALID, /parts/),
  row('a plan that is a text', { ...planned(), plan: 'day' }, 'plan-invalid', INVALID, /./),
  row(
    'a key of a code that is too short',
    planned(part, { kind: 'code', id: 'code', key: 'short' }),
    'plan-invalid',
    INVALID,
    /parts\[1\]\.key/,
  ),
  row(
    'a choice of nothing',
    planned(part, { kind: 'choice', id: 'x', question, options: [] }),
    'plan-invalid',
    INVALID,
    /options/,
  ),
  row(
    'a plan with an instrument that is not there',
    planned({ ...part, version: '9.9.9' }),
    'plan-invalid',
    INVALID,
    /working-day@9\.9\.9/,
  ),
  row('a plan with a scale that is not there', planned({ ...part, scales: ['calm'] }), 'plan-invalid', INVALID, /calm/),
];

/** What has no instrument at all, for a door that is given objects. */
export const nothingGiven = row(
  'no instrument',
  { textPacks: [english] },
  'instrument-not-found',
  NOT_FOUND,
  /instrument/,
);

/** What shows a form again. */
export const goodInput: { readonly instrument: Instrument; readonly textPacks: readonly TextPack[] } = good;

const nasty = (what: string) =>
  `<img src=x onerror="document.title='broken'"><script>document.title=1</script>{${what}} \u202e${what}\u2066 **${what}**`;

/** Wording of a plan that tries to be more than text, one of it 10,000 characters long. */
export const hostileTexts = {
  title: nasty('title'),
  text: nasty('text'),
  agree: nasty('agree'),
  question: nasty('question'),
  long: 'long '.repeat(2_000).trim(),
  hint: nasty('hint'),
  option: nasty('option'),
  unit: nasty('unit'),
  contacts: nasty('contacts'),
} as const;

const english1 = (en: string) => ({ en });

/** None of it stands before a gate: all is on the first screen. */
export const hostilePlan: FormPlan = {
  format: 'peerscale/form-plan@1',
  id: 'hostile',
  version: '1.0.0',
  parts: [
    { kind: 'text', id: 'a', title: english1(hostileTexts.title), text: english1(hostileTexts.text) },
    {
      kind: 'consent',
      id: 'b',
      title: english1(hostileTexts.title),
      text: english1(hostileTexts.text),
      agree: english1(hostileTexts.agree),
      mustAgree: false,
    },
    part,
    {
      kind: 'choice',
      id: 'c',
      question: english1(hostileTexts.question),
      hint: english1(hostileTexts.hint),
      options: [
        { value: 'x', text: english1(hostileTexts.option) },
        { value: '{x}', text: english1('plain') },
      ],
    },
    { kind: 'number', id: 'd', question: english1(hostileTexts.long), unit: english1(hostileTexts.unit) },
    { kind: 'short-text', id: 'e', question: english1(hostileTexts.question), hint: english1(hostileTexts.hint) },
    { kind: 'long-text', id: 'f', question: english1(hostileTexts.question) },
  ],
  helpContacts: { title: english1(hostileTexts.title), text: english1(hostileTexts.contacts) },
};

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, 1e308, true, [], {}, '__proto__', '\ud800', '<b>', [null], { en: null }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant(undefined),
);
const change = fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), odd);

/** Good input with something odd at up to three places: JSON that no check foresaw. */
export function oddInputs(seed: number, count: number): Given[] {
  const arbitrary = fc
    .tuple(fc.boolean(), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([isPlan, changes]) => {
      const from = isPlan ? { ...planned(...hostilePlan.parts), plan: hostilePlan } : good;
      const given = JSON.parse(JSON.stringify(from)) as Record<string, unknown>;
      for (const [steps, value] of changes) put(given, steps, value);
      return given as Given;
    });
  return fc.sample(arbitrary, { seed, numRuns: count });
}

function put(target: Record<string, unknown>, steps: readonly number[], value: unknown): void {
  const keys = Object.keys(target);
  const key = keys[steps[0]! % Math.max(keys.length, 1)];
  if (key === undefined) return;
  const inner = target[key];
  if (steps.length > 1 && typeof inner === 'object' && inner !== null) put(inner as never, steps.slice(1), value);
  else target[key] = value;
}
