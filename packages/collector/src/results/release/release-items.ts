import { releaseHistogram, suppressTable } from '@peerscale/core';
import { groupBy } from '../group-by.ts';
import { codesOf } from '../tally/empty-tally.ts';
import type { TalliedCell } from '../tally/read-cells.ts';
import type { ScaleSet } from './release-tables.ts';
import { address, type ByAddress, type Released, type ReleasedItems, type TableFigures } from './wave-release.ts';

/**
 * Means and codes of the items of a set of scales, over people with an answer to every item: of everybody and of groups,
 * each only where its means of scales are shown, so that items tell of nobody of whom scales do not.
 *
 * @param without items that another set has
 */
export function releaseItems(
  cells: readonly TalliedCell[],
  { groups, scales }: ScaleSet,
  means: ByAddress<TableFigures>,
  rest: ReadonlyMap<string, number | null>,
  minimumGroupSize: number,
  without: ReadonlySet<string>,
): ReleasedItems {
  const { instrument } = cells[0]!.asked;
  const wanted = new Set(scales.flatMap((scale) => scale.items));
  const items = instrument.items.filter(({ id }) => wanted.has(id) && !without.has(id));
  const codes = items.map(({ responseScale }) => codesOf(instrument, responseScale));
  const byGroup = groupBy(
    cells.filter(({ group }) => groups.includes(group)),
    ({ group }) => group,
  );
  const counted = groups.map((group) => {
    const own = byGroup.get(group) ?? [];
    const counts = items.map(({ id }, i) =>
      codes[i]!.map((_, place) =>
        own.reduce(
          (sum, { asked, tally }) => sum + tally.codes[asked.items.findIndex((item) => item.id === id)]![place]!,
          0,
        ),
      ),
    );
    return { group, n: own.reduce((sum, { tally }) => sum + tally.complete.n, 0), counts };
  });
  const sumsOf = (counts: readonly (readonly number[])[]) =>
    counts.map((own, i) => own.reduce((sum, count, place) => sum + count * codes[i]![place]!, 0));
  const { figures } = suppressTable(
    {
      dimensions: [{ name: 'group', categories: groups.map((id) => ({ id })) }],
      cells: counted.map(({ group, n, counts }) => ({ at: [group], count: n, sums: sumsOf(counts) })),
      scores: items.map(({ id }, i) => ({ name: id, minimum: codes[i]![0]!, maximum: codes[i]!.at(-1)! })),
    },
    { minimumGroupSize },
  );
  const ofGroups: Record<string, ReleasedItems['groups'][string]> = {};
  for (const { at, status, count, means: own, reason } of figures) {
    const group = at[0] ?? '';
    const ofScales = means[address(null, groups.length > 1 ? group : null)];
    if (status !== 'shown') ofGroups[group] = reason ?? 0;
    else if (typeof ofScales !== 'object' || !('is' in ofScales)) ofGroups[group] = ofScales ?? 0;
    else ofGroups[group] = { is: [count!, own as readonly number[]] };
  }
  const whole = ofGroups['']!;
  return {
    items: items.map(({ id }) => id),
    groups: ofGroups,
    codes: items.map((_, i): ReleasedItems['codes'][number] => {
      if (typeof whole !== 'object' || !('is' in whole)) return whole as Exclude<Released<never>, { is: never }>;
      const bins = codes[i]!.map((code, place) => ({
        lower: code,
        upper: code,
        count: counted.reduce((sum, { counts }) => sum + counts[i]![place]!, 0),
      }));
      const { status, bins: joined } = releaseHistogram(bins, { mean: whole.is[1][i]!, minimumGroupSize });
      return status === 'shown' ? { is: joined } : { code: 'too-small', minimum: minimumGroupSize };
    }),
    rest: items.map(({ id }) => rest.get(id) ?? null),
  };
}
