import type { FormPlan } from '@peerscale/form';
import { instrument } from '../../form/fixtures/instrument.ts';
import { english } from '../../form/fixtures/text-packs.ts';

/** What is asked in the schedules of faults: the instrument alone, or with three questions of other kinds. */
export const planOfFaults: FormPlan = {
  format: 'peerscale/form-plan@1',
  id: 'faults',
  version: '1.0.0',
  parts: [
    { kind: 'instrument', id: 'day', instrument: instrument.id, version: instrument.version },
    {
      kind: 'choice',
      id: 'shifts',
      question: { en: 'Which shifts do you work?' },
      options: [
        { value: 'day', text: { en: 'Days only' } },
        { value: 'night', text: { en: 'Nights as well' } },
      ],
    },
    { kind: 'number', id: 'years', question: { en: 'For how many years?' }, minimum: 0, maximum: 60 },
    { kind: 'short-text', id: 'word', question: { en: 'One word for your team?' } },
  ],
};

export const instrumentOfFaults = instrument;
export const textPackOfFaults = english;
