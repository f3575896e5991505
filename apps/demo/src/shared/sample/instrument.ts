import type { Instrument } from '@peerscale/core';
import { SAMPLE_ID } from './sample-id.ts';

const often = { responseScale: 'frequency-5' };

/** Four questions to try the form with, in all its languages. No instrument: nothing is claimed to be measured by it. */
export const sampleInstrument: Instrument = {
  format: 'peerscale/instrument@1',
  id: SAMPLE_ID,
  version: '1.0.0',
  name: {
    en: 'Sample: every kind of question',
    cs: 'Ukázka: každý druh otázky',
    de: 'Muster: jede Art von Frage',
    uk: 'Зразок: кожен вид запитань',
    ar: 'نموذج: كل أنواع الأسئلة',
  },
  construct: 'sample',
  validation: 'none yet',
  poles: {
    positive: { en: 'ease', cs: 'pohoda', de: 'Leichtigkeit', uk: 'легкість', ar: 'السهولة' },
    negative: { en: 'strain', cs: 'zátěž', de: 'Belastung', uk: 'навантаження', ar: 'العبء' },
  },
  responseScales: [{ id: 'frequency-5', measure: 'frequency', codes: [1, 2, 3, 4, 5], highCodeMeans: 'endorsement' }],
  items: [
    {
      id: 'break',
      number: 1,
      polarity: 'positive',
      label: { en: 'time for a break', cs: 'čas na přestávku' },
      ...often,
    },
    { id: 'hurry', number: 2, polarity: 'negative', label: { en: 'work in a hurry', cs: 'práce ve spěchu' }, ...often },
    { id: 'help', number: 3, polarity: 'positive', label: { en: 'help in the team', cs: 'pomoc v týmu' }, ...often },
    { id: 'clear', number: 4, polarity: 'positive', label: { en: 'clear priorities', cs: 'jasné priority' }, ...often },
  ],
  scales: [
    {
      id: 'ease',
      name: {
        en: 'Ease at work',
        cs: 'Pohoda v práci',
        de: 'Leichtigkeit',
        uk: 'Легкість у роботі',
        ar: 'السهولة في العمل',
      },
      highMeans: {
        en: 'the days went easily',
        cs: 'dny plynuly v pohodě',
        de: 'die Tage gingen leicht von der Hand',
        uk: 'дні минали легко',
        ar: 'مرّت الأيام بسهولة',
      },
      direction: 'positive',
      method: 'mean',
      missing: { rule: 'minimum-answered', minimum: 3 },
      items: ['break', 'hurry', 'help', 'clear'],
    },
  ],
  rights: {
    wording: 'included',
    holder: 'Peerscale contributors',
    licence: 'MIT',
    terms: 'Written for this demonstration; free for any use.',
    wordingSource: 'this demonstration',
    commercialUse: 'allowed',
  },
  sources: [
    {
      supports: ['structure', 'key'],
      citation: 'Written for this demonstration.',
      confidence: 'high',
      checkedOn: '2026-11-22',
    },
  ],
};
