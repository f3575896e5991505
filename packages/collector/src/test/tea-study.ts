import type { Instrument, ResponseRecord, TextPack } from '@peerscale/core';
import type { Catalogue } from '../catalogue.ts';
import type { Study } from '../store/study.ts';

const rights = { holder: 'Peerscale', licence: 'MIT' };
const items = ['tea-calms', 'tea-spoils', 'cups-daily'];

/** Three items on two response scales: the least that tells items, scales and codings apart. */
export const teaInstrument: Instrument = {
  format: 'peerscale/instrument@1',
  id: 'tea',
  version: '1.2.0',
  name: { en: 'Attitude to tea' },
  construct: 'tea-attitude',
  validation: 'none yet',
  poles: { positive: { en: 'likes tea' }, negative: { en: 'dislikes tea' } },
  responseScales: [
    { id: 'agreement', measure: 'agreement', codes: [1, 2, 3, 4, 5], highCodeMeans: 'endorsement' },
    { id: 'frequency', measure: 'frequency', codes: [0, 1, 2, 3], highCodeMeans: 'endorsement' },
  ],
  items: [
    { id: 'tea-calms', number: 1, polarity: 'positive', responseScale: 'agreement', label: { en: 'calms' } },
    { id: 'tea-spoils', number: 2, polarity: 'negative', responseScale: 'agreement', label: { en: 'spoils' } },
    { id: 'cups-daily', number: 3, polarity: 'positive', responseScale: 'frequency', label: { en: 'cups' } },
  ],
  scales: [
    {
      id: 'liking',
      name: { en: 'Liking' },
      highMeans: { en: 'likes tea' },
      direction: 'positive',
      method: 'mean',
      missing: { rule: 'complete' },
      items: ['tea-calms', 'tea-spoils'],
    },
    {
      id: 'habit',
      name: { en: 'Habit' },
      highMeans: { en: 'drinks tea' },
      direction: 'positive',
      method: 'sum',
      missing: { rule: 'complete' },
      items: ['cups-daily', 'tea-calms'],
    },
  ],
  rights: { wording: 'included', ...rights, terms: 'MIT', wordingSource: 'here', commercialUse: 'allowed' },
  sources: [
    { supports: ['structure', 'key'], citation: 'Written for tests.', confidence: 'high', checkedOn: '2026-01-01' },
  ],
};

const labels = (codes: readonly number[]) => Object.fromEntries(codes.map((code) => [code, `answer ${code}`]));

function textPack(locale: string, agreement: 'endorsement' | 'rejection'): TextPack {
  return {
    format: 'peerscale/text-pack@1',
    instrument: 'tea',
    version: '1.2.0',
    locale,
    title: `Tea (${locale})`,
    instructions: 'Answer.',
    items: Object.fromEntries(items.map((id) => [id, `text of ${id}`])),
    responseScales: {
      agreement: { highCodeMeans: agreement, labels: labels([1, 2, 3, 4, 5]) },
      frequency: { highCodeMeans: 'endorsement', labels: labels([0, 1, 2, 3]) },
    },
    rights,
    unmodified: true,
  };
}

/** English as in the definition; the Brazilian wording counts agreement down, as some published translations do. */
export const teaTextPacks: readonly TextPack[] = [
  textPack('en', 'endorsement'),
  textPack('cs', 'endorsement'),
  textPack('pt-BR', 'rejection'),
];

export const teaCatalogue: Catalogue = {
  findInstrument: (id, version) => (id === 'tea' && version === '1.2.0' ? teaInstrument : undefined),
  findTextPack: (_instrument, locale) => teaTextPacks.find((pack) => pack.locale === locale),
};

export const teaStudy: Study = {
  id: 'tea-2026',
  title: { en: 'Tea at work', cs: 'Čaj v práci' },
  instrument: 'tea',
  version: '1.2.0',
  locales: ['en', 'cs', 'pt-BR'],
  minimumGroupSize: 5,
  simulated: false,
};

/** A record that fits; the number makes its key. */
export function teaRecord(number = 1, changes: Partial<ResponseRecord> = {}): ResponseRecord {
  return {
    schema: 'peerscale/response@1',
    instrument: 'tea',
    version: '1.2.0',
    locale: 'en',
    answers: { 'tea-calms': 4, 'tea-spoils': 2, 'cups-daily': 'skipped' },
    startedAt: '2026-11-20T08:00:00.000Z',
    finishedAt: '2026-11-20T08:01:30.400Z',
    idempotencyKey: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    ...changes,
  };
}
