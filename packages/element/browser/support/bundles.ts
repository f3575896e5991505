import { instrument } from '../../../form/fixtures/instrument.ts';
import { czech, czechReversed, english, hostile } from '../../../form/fixtures/text-packs.ts';
import { arabic } from '../../fixtures/arabic.ts';
import { plan } from '../../fixtures/plan.ts';

/** The forms of the tests, by the path they are served under. */
export const BUNDLES = {
  '/day.json': { instrument, textPacks: [english, czech, arabic] },
  '/reversed.json': { instrument, textPacks: [czechReversed] },
  '/hostile.json': { instrument, textPacks: [hostile] },
  '/plan.json': { instrument, textPacks: [english, arabic], plan },
  '/broken.json': { instrument: { ...instrument, items: [] }, textPacks: [english, arabic] },
  '/signature.json': {
    instrument,
    textPacks: [english, arabic],
    plan: { ...plan, parts: [{ kind: 'signature', id: 'sign' }] },
  },
};
