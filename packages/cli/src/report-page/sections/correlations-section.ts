import { itemOf, type ReliabilityReportScale } from '@peerscale/core';
import type { Cell, Section } from '../document/document.ts';
import { text } from '../document/text.ts';
import { localized, type View } from '../view.ts';
import { itemName } from './item-names.ts';

/** From here on a table is set narrowly. */
const MANY_ITEMS = 12;

/** The correlations of the items as a table whose cells are coloured: the lower triangle, as papers have it. */
export function correlationsSection(view: View, scale: ReliabilityReportScale, id: string): Section {
  const { correlations, format, items } = view.words;
  const { itemStatistics, details } = scale;
  const rows = itemStatistics.map(({ item, reversed }, i): Cell[] => {
    const cells = itemStatistics.slice(0, -1).map((_, j): Cell => {
      if (j >= i) return { text: [] };
      const r = details?.correlations[i]?.[j] ?? null;
      return r === null ? { text: text`${format.bounded(null)}` } : { text: text`${format.bounded(r)}`, shade: r };
    });
    return [{ text: itemName(view, item, reversed) }, ...cells];
  });
  const number = (item: string) => String(itemOf(view.instrument, item).number);
  return {
    id,
    heading: text`${correlations.heading}`,
    blocks: [
      {
        kind: 'table',
        table: {
          id: `${id}-table`,
          caption: correlations.caption(localized(view, scale.name)),
          colours: correlations.colours,
          columns: [
            { heading: text`${items.item}`, align: 'left' },
            ...itemStatistics
              .slice(0, -1)
              .map(({ item }) => ({ heading: text`${number(item)}`, align: 'right' as const })),
          ],
          rows,
          ...(rows.length > MANY_ITEMS ? { density: 'dense' as const } : {}),
        },
      },
    ],
  };
}
