import type { Instrument, TextPack } from '@peerscale/core';
import type { FormPlan } from '@peerscale/form';
import { instruments, textPacksOf } from '@peerscale/instruments';
import { everyFeature } from '../../../../instruments/src/every-feature.ts';
import { plan } from '../../../element/fixtures/plan.ts';
import { instrument } from '../../fixtures/instrument.ts';
import { czech, czechReversed, english } from '../../fixtures/text-packs.ts';

/** A form that both doors are put to: an instrument alone, or a plan. */
export interface ConformanceForm {
  readonly name: string;
  readonly instruments: readonly Instrument[];
  readonly textPacks: readonly TextPack[];
  readonly plan?: FormPlan;
  /** languages to begin in; a sequence may change to another of them half-way */
  readonly locales: readonly string[];
}

const alone = (one: Instrument, textPacks: readonly TextPack[]): ConformanceForm => ({
  name: `${one.id}@${one.version}`,
  instruments: [one],
  textPacks,
  locales: textPacks.map(({ locale }) => locale),
});

/** Wording for an instrument that has none; `reversed`: a high code means rejection. */
function wordingFor(one: Instrument, locale: string, reversed: boolean): TextPack {
  const coding = reversed ? 'rejection' : 'endorsement';
  return {
    ...english,
    instrument: one.id,
    version: one.version,
    locale,
    items: Object.fromEntries(one.items.map(({ id }) => [id, `${locale} item {${id}} <b>`])),
    responseScales: Object.fromEntries(
      one.responseScales.map(({ id, codes }) => [
        id,
        { highCodeMeans: coding, labels: Object.fromEntries(codes.map((code) => [code, `${locale} ${code}`])) },
      ]),
    ),
  };
}

/** Ids that an object has anyway. */
const trickyIds: Instrument = {
  ...instrument,
  id: 'tricky-ids',
  items: ['toString', 'valueOf', 'length', 'name'].map((id, at) => ({
    ...instrument.items[at]!,
    id,
    number: at + 1,
  })),
  scales: [{ ...instrument.scales[0]!, items: ['toString', 'valueOf', 'length', 'name'] }],
};

const two: FormPlan = {
  format: 'peerscale/form-plan@1',
  id: 'two-instruments',
  version: '1.0.0',
  parts: [
    { kind: 'instrument', id: 'first', instrument: everyFeature.id, version: '1.0.0', scales: ['weighted', 'apart'] },
    {
      kind: 'choice',
      id: 'tea',
      question: { en: 'Tea?' },
      options: [
        { value: 'yes', text: { en: 'Yes' } },
        { value: 'no', text: { en: 'No' } },
      ],
    },
    { kind: 'instrument', id: 'second', instrument: instrument.id, version: '1.2.0', required: true },
    { kind: 'consent', id: 'later', title: { en: 'Later?' }, text: { en: 'May we ask again?' }, mustAgree: false },
    { kind: 'code', id: 'code', key: 'a key for tests only' },
  ],
};

/** Every instrument that comes with wording, and made-up ones with what no shipped one has at present. */
export const forms: readonly ConformanceForm[] = [
  ...instruments.flatMap((one) => (textPacksOf(one).length === 0 ? [] : [alone(one, textPacksOf(one))])),
  alone(instrument, [english, czechReversed, czech]),
  alone(everyFeature, [wordingFor(everyFeature, 'en', false), wordingFor(everyFeature, 'de', true)]),
  alone(trickyIds, [wordingFor(trickyIds, 'en', false)]),
  { name: 'every kind of part', instruments: [instrument], textPacks: [english], plan, locales: ['en'] },
  {
    name: 'two instruments',
    instruments: [instrument, everyFeature],
    textPacks: [english, wordingFor(everyFeature, 'en', true)],
    plan: two,
    locales: ['en'],
  },
];
