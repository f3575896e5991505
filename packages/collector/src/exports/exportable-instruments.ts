import * as v from 'valibot';
import type { Catalogue } from '../catalogue.ts';
import type { Store } from '../store/store.ts';
import { askedIn, closedWaves } from './export-source.ts';

/** An instrument that can be exported, and the closed waves in which it was asked. */
export const exportableSchema = v.object({
  id: v.string(),
  version: v.string(),
  name: v.record(v.string(), v.string()),
  waves: v.array(v.object({ number: v.number(), name: v.string() })),
});

export type ExportableInstrument = v.InferOutput<typeof exportableSchema>;

/** What there is to choose for an export: instruments of closed waves, in the order in which people were asked them. */
export async function exportableInstruments(
  store: Pick<Store, 'db'>,
  catalogue: Catalogue,
  studyId: string,
): Promise<readonly ExportableInstrument[]> {
  const found = new Map<string, ExportableInstrument>();
  for (const { record, groups } of await closedWaves(store, studyId)) {
    for (const name of askedIn(groups)) {
      const [id = '', version = ''] = name.split('@');
      const instrument = catalogue.findInstrument(id, version);
      if (instrument === undefined) continue;
      const entry = found.get(name) ?? { id, version, name: { ...instrument.name }, waves: [] };
      entry.waves.push({ number: record.number, name: record.name });
      found.set(name, entry);
    }
  }
  return [...found.values()];
}
