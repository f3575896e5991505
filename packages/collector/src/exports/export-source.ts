import type { Instrument } from '@peerscale/core';
import { askedItems } from '@peerscale/form';
import { frozenOf } from '../answers/open-wave.ts';
import type { Catalogue } from '../catalogue.ts';
import type { FrozenWave } from '../model/frozen-wave.ts';
import { Refusal } from '../refusal.ts';
import { type AskedInstrument, askedInstruments } from '../results/tally/asked-instrument.ts';
import type { Store } from '../store/store.ts';
import type { WaveRecord } from '../studies/wave-of.ts';

/** What is asked for: a wave by its number, an instrument by its id, or id@version. */
export interface ExportChoice {
  readonly wave?: number | undefined;
  readonly instrument?: string | undefined;
}

export interface ExportedWave {
  readonly record: WaveRecord;
  readonly number: number;
  readonly name: string;
  /** for each group that was asked the instrument: the ids of the items, and what figures are about */
  readonly asked: ReadonlyMap<string, AskedOfGroup>;
  readonly groups: ReadonlyMap<string, string>;
}

export interface AskedOfGroup {
  readonly items: string;
  readonly instrument: AskedInstrument;
}

export interface ExportSource {
  readonly instrument: Instrument;
  /** closed waves in which it was asked, by number */
  readonly waves: readonly ExportedWave[];
}

/**
 * The one instrument and the closed waves that an export is about. Records of an open wave are not handed out: of two files
 * the second would tell who answered in between.
 *
 * @throws Refusal for a wave that is not closed, an instrument that was not asked, or where it is to be said which
 */
export async function exportSource(
  { db }: Pick<Store, 'db'>,
  catalogue: Catalogue,
  studyId: string,
  choice: ExportChoice,
): Promise<ExportSource> {
  const closed = await closedWaves({ db }, studyId, choice.wave);
  if (closed.length === 0) {
    throw new Refusal('wave-state', { detail: 'Records are handed out of waves that are closed.' });
  }
  const asked = new Set(closed.flatMap(({ groups }) => askedIn(groups)));
  const chosenOne = chosen([...asked].sort(), choice.instrument);
  const [id = '', version = ''] = chosenOne.split('@');
  const instrument = catalogue.findInstrument(id, version);
  if (instrument === undefined) throw new Refusal('study-unavailable');
  const waves = closed.map(({ record, groups }): ExportedWave => {
    const own = groups.flatMap(({ id: group, plan }) => {
      const part = plan.parts.find(
        (one) => one.kind === 'instrument' && one.instrument === id && one.version === version,
      );
      if (part?.kind !== 'instrument') return [];
      const items = askedItems(instrument, part).map((item) => item.id);
      return [
        [group, { items: items.join(' '), instrument: askedInstruments(plan, catalogue).get(chosenOne)! }] as const,
      ];
    });
    const { number, name } = record;
    return { record, number, name, asked: new Map(own), groups: namesOf(groups) };
  });
  return { instrument, waves: waves.filter((wave) => wave.asked.size > 0) };
}

export interface ClosedWave extends FrozenWave {
  readonly record: WaveRecord;
}

/**
 * The closed waves of a study with what was asked in them, by number.
 *
 * @param wave the number of one of them
 * @throws Refusal for a wave that there is not
 */
export async function closedWaves(
  { db }: Pick<Store, 'db'>,
  studyId: string,
  wave?: number,
): Promise<readonly ClosedWave[]> {
  let query = db.selectFrom('wave').selectAll().where('study_id', '=', studyId).orderBy('number');
  if (wave !== undefined) query = query.where('number', '=', wave);
  const rows = await query.execute();
  if (wave !== undefined && rows.length === 0) throw queryRefusal('wave', 'is no wave of the study');
  const closed = rows.filter(({ state, frozen }) => state === 'closed' && frozen !== null);
  return closed.map((record) => ({ record, ...frozenOf(record.frozen) }));
}

/** The instruments that groups were asked as id@version, each once. */
export function askedIn(groups: FrozenWave['groups']): readonly string[] {
  const all = groups.flatMap(({ plan }) =>
    plan.parts.flatMap((part) => (part.kind === 'instrument' ? [`${part.instrument}@${part.version}`] : [])),
  );
  return [...new Set(all)];
}

const namesOf = (all: readonly { readonly id: string; readonly name: string }[]) =>
  new Map(all.map(({ id, name }) => [id, name]));

function chosen(asked: readonly string[], wanted: string | undefined): string {
  const fitting = wanted === undefined ? asked : asked.filter((one) => one === wanted || one.split('@')[0] === wanted);
  if (fitting.length === 1) return fitting[0]!;
  const all = (fitting.length === 0 ? asked : fitting).join(', ');
  throw queryRefusal('instrument', fitting.length === 0 ? `was not asked; there are ${all}` : `say which of ${all}`);
}

function queryRefusal(field: string, message: string): Refusal {
  return new Refusal('invalid-request', { errors: [{ path: `query.${field}`, code: 'invalid-value', message }] });
}
