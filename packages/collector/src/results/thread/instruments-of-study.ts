import type { Instrument } from '@peerscale/core';
import { frozenOf } from '../../answers/open-wave.ts';
import type { FoldOptions } from '../tally/fold.ts';

/** The definitions that a study asked in any of its waves, each once. Those that are not installed are left out. */
export async function instrumentsOfStudy({ store, catalogue }: FoldOptions, studyId: string): Promise<Instrument[]> {
  const waves = await store.db
    .selectFrom('wave')
    .select('frozen')
    .where('study_id', '=', studyId)
    .where('frozen', 'is not', null)
    .execute();
  const found = new Map<string, Instrument>();
  for (const { frozen } of waves) {
    for (const { plan } of frozenOf(frozen).groups) {
      for (const part of plan.parts) {
        if (part.kind !== 'instrument') continue;
        const instrument = catalogue.findInstrument(part.instrument, part.version);
        if (instrument !== undefined) found.set(`${part.instrument}@${part.version}`, instrument);
      }
    }
  }
  return [...found.values()];
}
