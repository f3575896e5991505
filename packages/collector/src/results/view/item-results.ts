import { type Instrument, scaleKey } from '@peerscale/core';
import type { ReleasedInstrument } from '../release/wave-release.ts';
import type { ItemResults, QualityResults } from '../results-types.ts';
import { codingOf } from '../tally/empty-tally.ts';
import { shownOf } from './mean-figure.ts';

/** The items of an instrument, of everybody or of a group. */
export function itemResults(
  instrument: Instrument,
  released: ReleasedInstrument,
  group: string | null,
  tellsReasons: boolean,
): ItemResults {
  const reversed = new Set(
    released.tables.flatMap(({ scales }) =>
      scales.flatMap(({ id }) =>
        scaleKey(instrument, id, codingOf(instrument)).flatMap((key) => (key.reversed ? [key.item] : [])),
      ),
    ),
  );
  const found = released.tables.flatMap(({ items, groups }) => {
    const isAsked = group === null || groups.includes(group);
    // with one group there is nothing by group beside what is about all
    const figure = shownOf(
      isAsked ? items.groups[group === null || groups.length === 1 ? '' : group] : 0,
      tellsReasons,
    );
    return items.items.map((id, place): ItemResults['items'][number] => {
      const { number, label } = instrument.items.find((item) => item.id === id)!;
      return {
        id,
        number,
        label,
        reversed: reversed.has(id),
        n: figure.status === 'shown' ? { status: 'shown', value: figure.value[0] } : figure,
        mean: figure.status === 'shown' ? figure.value[1][place]! : null,
        codes: group === null ? shownOf(items.codes[place], tellsReasons) : { status: 'suppressed', reason: null },
        rest: items.rest[place] ?? null,
      };
    });
  });
  return {
    schema: 'peerscale/item-results@1',
    instrument: instrument.id,
    items: found.sort((a, b) => a.number - b.number),
  };
}

export function qualityResults(released: readonly ReleasedInstrument[], tellsReasons: boolean): QualityResults {
  return {
    schema: 'peerscale/quality-results@1',
    instruments: released.map(({ id, quality: { n, straight, fast, sparse, secondsPerItem } }) => ({
      instrument: id,
      n: shownOf(n, tellsReasons),
      straightlining: shownOf(straight, tellsReasons),
      tooFast: shownOf(fast, tellsReasons),
      incomplete: shownOf(sparse, tellsReasons),
      medianSecondsPerItem: secondsPerItem,
    })),
  };
}
