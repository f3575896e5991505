import type { CollectorStore, Study } from '@peerscale/collector';
import { findInstrument } from '@peerscale/instruments';
import { simulateResponses } from './simulate-responses.ts';

/** People enough for a distribution and an interval, few enough to show that the interval is wide. */
const SIMULATED_RESPONDENTS = 24;
/** The day the simulated answers bear; a store keeps days, not times. */
const SIMULATED_DAY = '2026-01-12';

const common = { version: '1.0.0', locales: ['en', 'cs'], minimumGroupSize: 5 } as const;

/** The seeds are dates with which a few answers are missing, so that the demo shows what becomes of those. */
const studies: readonly { readonly study: Study; readonly seed?: number }[] = [
  {
    study: {
      ...common,
      id: 'example-team-burnout',
      title: { en: 'Example team: burnout at work', cs: 'Ukázkový tým: vyhoření v práci' },
      instrument: 'work-burnout',
      simulated: true,
    },
    seed: 20_260_122,
  },
  {
    study: {
      ...common,
      id: 'example-team-role',
      title: { en: 'Example team: role in peer work', cs: 'Ukázkový tým: role v peer práci' },
      instrument: 'peer-role',
      simulated: true,
    },
    seed: 20_260_114,
  },
  {
    study: {
      ...common,
      id: 'your-team-burnout',
      title: { en: 'Your team: burnout at work', cs: 'Váš tým: vyhoření v práci' },
      instrument: 'work-burnout',
      simulated: false,
    },
  },
  {
    study: {
      ...common,
      id: 'your-team-role',
      title: { en: 'Your team: role in peer work', cs: 'Váš tým: role v peer práci' },
      instrument: 'peer-role',
      simulated: false,
    },
  },
];

/**
 * Adds the demo's studies where they are missing, and their simulated answers where one is missing: the answers carry the
 * same idempotency keys every time, so a start that was cut short is completed and any other start adds nothing.
 */
export async function addDemoStudies(store: CollectorStore): Promise<void> {
  for (const { study, seed } of studies) {
    if ((await store.study(study.id)) === undefined) await store.createStudy(study);
    if (seed === undefined) continue;
    const instrument = findInstrument(study.instrument, study.version);
    if (instrument === undefined) throw new RangeError(`Unexpected instrument: ${study.instrument}@${study.version}.`);
    const responses = simulateResponses(instrument, {
      respondents: SIMULATED_RESPONDENTS,
      seed,
      locale: 'en',
      startedAt: `${SIMULATED_DAY}T09:00:00Z`,
    });
    for (const response of responses) await store.addResponse(study.id, response, SIMULATED_DAY);
  }
}
