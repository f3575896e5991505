import type { Instrument } from '@peerscale/core';
import { type Batch, batchesOf, boundBetween, inWholeBatches } from '../batches/batches.ts';
import { groupBy } from '../results/group-by.ts';
import { keepRelease, readRelease } from '../results/release/read-release.ts';
import type { WaveRelease } from '../results/release/wave-release.ts';
import type { StudyRoom } from '../studies/study-room.ts';
import type { WaveRecord } from '../studies/wave-of.ts';
import type { ReadRow, Written } from './export-table.ts';
import { type CountedCell, protectPlaces, type WrittenPlace } from './protect-places.ts';
import { shownPlaces } from './shown-places.ts';

/** What files have of people who were asked the same items in a wave. Of no person: bounds and counts of batches. */
interface DecidedKind {
  /** by team and group of the answers; what is not here is not written */
  readonly places: Readonly<Record<string, WrittenPlace>>;
  /** complete rows below this key stay out; empty for none */
  readonly out: string;
  /** of the rows of a place */
  readonly batches: Readonly<Record<string, readonly Batch[]>>;
}

/** By the items that were asked. */
export type ExportDecision = Readonly<Record<string, DecidedKind>>;

/**
 * What may be written of an instrument in a closed wave: decided when it is first exported, and kept, because a decision made
 * anew after somebody has taken answers back would move others, and tell by them who it was.
 *
 * @param read the rows as they are now
 */
export async function keptDecision(
  { store, catalogue }: Pick<StudyRoom, 'store' | 'catalogue'>,
  instrument: Instrument,
  wave: WaveRecord,
  minimum: number,
  read: () => Promise<readonly ReadRow[]>,
): Promise<ExportDecision> {
  const release = await readRelease({ store, catalogue }, wave, minimum);
  const id = `${wave.id}/export/${instrument.id}@${instrument.version}`;
  const { released } = await keepRelease(store, id, wave, async (): Promise<ExportDecision> => {
    const kinds = groupBy(await read(), kindOf);
    return Object.fromEntries([...kinds].map(([kind, rows]) => [kind, decide(rows, instrument, release, minimum)]));
  });
  return JSON.parse(released) as ExportDecision;
}

/**
 * The rows that are written, in batches that are there as a whole. Each batch has at least the minimum of people with every
 * answer, of one place: so rows that are missing are, in the file and in every figure beside it, nobody or enough people.
 */
export function heldTogether(rows: readonly ReadRow[], decision: ExportDecision): Written[] {
  return [...groupBy(rows, kindOf)].flatMap(([kind, own]) => {
    const decided = Object.hasOwn(decision, kind) ? decision[kind]! : undefined;
    if (decided === undefined) return [];
    const byPlace = groupBy(placed(own, decided.places, decided.out), ({ place }) => nameOf(place));
    return [...byPlace].flatMap(([name, written]) =>
      inWholeBatches(written, ({ key }) => key, decided.batches[name] ?? []),
    );
  });
}

function decide(rows: readonly ReadRow[], instrument: Instrument, release: WaveRelease, minimum: number): DecidedKind {
  const cells = [...groupBy(rows, cellOf).values()];
  const groups = [...new Set(rows.map(({ group }) => group))];
  const shown = shownPlaces(release, instrument, groups);
  const { places: found, dropped } = protectPlaces(cells.map(countsOf), minimum, shown);
  const places: Record<string, WrittenPlace> = {};
  cells.forEach(([row], at) => {
    const place = found[at];
    if (place) places[cellOf(row!)] = place;
  });
  const complete = placed(rows, places, '')
    .filter((row) => row.complete)
    .map(({ key }) => key)
    .sort();
  if (complete.length < dropped) return { places: {}, out: '', batches: {} };
  const last = complete[dropped - 1];
  const out = last === undefined ? '' : boundBetween(last, complete[dropped] ?? '~');
  const batches = [...groupBy(placed(rows, places, out), ({ place }) => nameOf(place))].map(([name, own]) => {
    const counted = new Set(own.flatMap((row) => (row.complete ? [row.key] : [])));
    const keys = own.map(({ key }) => key);
    return [name, batchesOf(keys, minimum, (key) => counted.has(key))] as const;
  });
  return { places, out, batches: Object.fromEntries(batches) };
}

/** Rows of those who agreed, with what is written of where they belong. */
function placed(rows: readonly ReadRow[], places: DecidedKind['places'], out: string): Written[] {
  return rows.flatMap((row) => {
    const place = places[cellOf(row)];
    return place === undefined || !row.agreed || (row.complete && row.key < out) ? [] : [{ ...row, place }];
  });
}

const kindOf = ({ wave, group }: ReadRow): string => wave.asked.get(group)?.items ?? '';
const cellOf = ({ team, group }: ReadRow): string => `${team} ${group}`;
const nameOf = ({ team, group }: WrittenPlace): string => `${team ?? ''} ${group ?? ''}`;

function countsOf(rows: readonly ReadRow[]): CountedCell {
  const { team, group } = rows[0]!;
  const count = (is: (row: ReadRow) => boolean) => rows.filter(is).length;
  return {
    team,
    group,
    people: count(({ agreed }) => agreed),
    absent: count(({ agreed }) => !agreed),
    absentComplete: count(({ agreed, complete }) => !agreed && complete),
    complete: count(({ complete }) => complete),
    scored: count(({ scored }) => scored),
  };
}
