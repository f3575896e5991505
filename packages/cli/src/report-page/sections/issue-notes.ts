import type { ReliabilityReportScale } from '@peerscale/core';
import { plain, type Text } from '../document/text.ts';
import type { View } from '../view.ts';
import { itemInText } from './item-names.ts';
import { peopleBehind } from './people-behind.ts';

/** What the issues of a scale say, in plain words of the report's language; each said once. */
export function issueNotes(view: View, scale: ReliabilityReportScale): Text[] {
  const { issues, itemStatistics, alpha, k, missing } = scale;
  const { words } = view;
  const { bounded } = words.format;
  const notes = issues.map(({ code, item }) => {
    const row = itemStatistics.find((statistics) => statistics.item === item);
    return words.issues[code]({
      item: itemInText(view, item),
      itemRest: bounded(row?.rDrop ?? null),
      alpha: bounded(alpha.value),
      alphaWithout: bounded(row?.ifDropped.alpha ?? null),
      n: peopleBehind(scale),
      k,
      missing,
    });
  });
  return notes.filter((note, i) => notes.findIndex((other) => plain(other) === plain(note)) === i);
}
