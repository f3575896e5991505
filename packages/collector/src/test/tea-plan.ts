import type { Instrument, ResponseRecord } from '@peerscale/core';
import type { FormPlan, FormRecord } from '@peerscale/form';
import type { Catalogue } from '../catalogue.ts';
import type { Study } from '../store/study.ts';
import { teaCatalogue, teaInstrument, teaRecord, teaStudy, teaTextPacks } from './tea-study.ts';

/** A second instrument, to tell the records of one form apart. */
export const biscuitInstrument: Instrument = { ...teaInstrument, id: 'biscuit', version: '1.0.0' };

export const planCatalogue: Catalogue = {
  findInstrument: (id, version) =>
    id === 'biscuit' && version === '1.0.0' ? biscuitInstrument : teaCatalogue.findInstrument(id, version),
  findTextPack(instrument, locale) {
    const pack = teaTextPacks.find((one) => one.locale === locale);
    return pack && { ...pack, instrument: instrument.id, version: instrument.version };
  },
};

const text = (en: string) => ({ en });

/** A part of every kind; of tea, the items of one scale are asked. */
export const teaPlan: FormPlan = {
  format: 'peerscale/form-plan@1',
  id: 'tea-break',
  version: '2.0.0',
  parts: [
    { kind: 'consent', id: 'consent', title: text('Taking part'), text: text('It is up to you.'), mustAgree: true },
    { kind: 'consent', id: 'reuse', title: text('Later use'), text: text('May we?'), mustAgree: false },
    {
      kind: 'code',
      id: 'code',
      key: 'a key that tests may know',
      code: {
        elements: [
          { id: 'birth-day', kind: 'day', question: text('On which day were you born?') },
          { id: 'town', kind: 'letter', question: text('With which letter does your town begin?') },
        ],
      },
    },
    { kind: 'instrument', id: 'first', instrument: 'tea', version: '1.2.0', scales: ['liking'] },
    { kind: 'text', id: 'between', text: text('Nearly done.') },
    { kind: 'instrument', id: 'second', instrument: 'biscuit', version: '1.0.0' },
    {
      kind: 'choice',
      id: 'place',
      question: text('Where?'),
      options: [
        { value: 'kitchen', text: text('In the kitchen') },
        { value: 'desk', text: text('At the desk') },
      ],
    },
    { kind: 'number', id: 'cups', question: text('How many?'), minimum: 0, maximum: 20, whole: true },
    { kind: 'short-text', id: 'word', question: text('One word?'), maximumLength: 20 },
    { kind: 'long-text', id: 'more', question: text('More?') },
  ],
};

export const planStudy: Study = { ...teaStudy, id: 'break-2026', plan: teaPlan };

export const hash = (digit: string): string => digit.repeat(64);

/** The record of a whole form that fits; the number makes its key. */
export function planRecord(number = 1, changes: Partial<FormRecord> = {}): FormRecord {
  const { answers, ...tea } = teaRecord(number);
  const { startedAt, finishedAt, idempotencyKey } = tea;
  const first: ResponseRecord = { ...tea, answers: { ...answers, 'cups-daily': 'not-asked' } };
  const second: ResponseRecord = { ...tea, instrument: 'biscuit', version: '1.0.0', answers };
  return {
    schema: 'peerscale/form-record@1',
    plan: 'tea-break',
    version: '2.0.0',
    locale: 'en',
    records: [first, second],
    values: { reuse: true, place: 'desk', cups: 3, word: 'ještě', more: 'skipped' },
    codes: { code: { 'birth-day': hash('a'), town: hash('0') } },
    startedAt,
    finishedAt,
    idempotencyKey,
    ...changes,
  };
}
