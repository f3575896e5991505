import type { Interval, ReliabilityReportScale } from '@peerscale/core';
import type { Block, Cell, Section, Table } from '../document/document.ts';
import { emphasis, joined, link, plain, text } from '../document/text.ts';
import { localized, type View } from '../view.ts';
import { shownOf } from '../withheld.ts';
import { coefficientOf } from './coefficient-of.ts';
import { peopleBehind } from './people-behind.ts';

/** The ends of an interval in brackets, or the sign of "cannot be estimated". */
export function intervalText({ words }: View, { lower, upper }: Interval): string {
  const { format } = words;
  return lower === null || upper === null
    ? format.bounded(null)
    : format.interval(format.bounded(lower), format.bounded(upper));
}

/** The place of a scale's section. */
export const scaleSectionId = (place: number) => `scale-${place + 1}`;

function scaleRow(view: View, scale: ReliabilityReportScale, place: number): Cell[] {
  const { words, minimumGroupSize } = view;
  const { format, scales } = words;
  const name = { text: text`${link(plain([localized(view, scale.name)]), `#${scaleSectionId(place)}`)}` };
  const { k, n, nDropped, alpha, details } = scale;
  const shown = shownOf(peopleBehind(scale), minimumGroupSize);
  const isScored = shownOf(n, minimumGroupSize) !== 'nothing';
  const possible = details?.score.possible;
  const range = possible ? scales.range(format.short(possible.minimum), format.short(possible.maximum)) : '';
  const figures =
    shown === 'nothing'
      ? [scales.fewerThan(minimumGroupSize), scales.withheld, '', '', range, '', '', '', '']
      : [
          isScored ? format.count(n) : scales.fewerThan(minimumGroupSize),
          isScored ? format.count(nDropped) : scales.withheld,
          isScored ? format.figure(details?.score.mean ?? null) : '',
          isScored ? format.figure(details?.score.sd ?? null) : '',
          range,
          format.bounded(alpha.value),
          intervalText(view, alpha.interval),
          format.bounded(coefficientOf(scale, 'omega-ml')?.value ?? null),
          format.figure(coefficientOf(scale, 'standard-error-of-measurement')?.value ?? null),
        ];
  return [name, ...[format.count(k), ...figures].map((figure) => ({ text: text`${figure}` }))];
}

function scaleTable(view: View): Table {
  const { report, words } = view;
  const { scales, format, items } = words;
  const level = format.level(report.scales[0]?.alpha.interval.level ?? 0.95);
  const headings = [
    text`${emphasis('k')}`,
    text`${emphasis('n')}`,
    text`${scales.leftOut}`,
    items.mean,
    items.sd,
    text`${scales.possible}`,
    text`α`,
    text`${scales.interval(level)}`,
    text`${scales.omega}`,
    text`${scales.sem}`,
  ];
  return {
    id: 'scale-table',
    caption: text`${scales.caption}`,
    columns: [
      { heading: text`${scales.scale}`, align: 'left' },
      ...headings.map((heading) => ({ heading, align: 'right' as const })),
    ],
    rows: report.scales.map((scale, place) => scaleRow(view, scale, place)),
  };
}

/** All scales in one table, and which of them have notes. */
export function scalesSection(view: View): Section {
  const { report, words } = view;
  const { scales } = words;
  const noted = report.scales.flatMap(({ issues, name }, place) =>
    issues.length === 0 ? [] : [text`${link(plain([localized(view, name)]), `#${scaleSectionId(place)}`)}`],
  );
  const blocks: Block[] = [
    { kind: 'table', table: scaleTable(view) },
    { kind: 'paragraph', text: scales.legend },
  ];
  if (noted.length > 0) {
    blocks.push({ kind: 'paragraph', text: text`${scales.withNotes} ${joined(noted, ', ')}.` });
  }
  return { id: 'scales', heading: text`${scales.heading}`, blocks };
}
