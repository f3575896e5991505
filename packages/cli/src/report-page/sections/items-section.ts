import type { ReliabilityReportScale } from '@peerscale/core';
import type { Section, Table } from '../document/document.ts';
import { emphasis, type Text, text } from '../document/text.ts';
import { localized, type View } from '../view.ts';
import { itemName } from './item-names.ts';

type Column<T> = readonly [heading: Text, figure: (row: T) => string];

function table<T>(
  id: string,
  caption: Text,
  rows: readonly (readonly [Text, T])[],
  item: string,
  columns: readonly Column<T>[],
): Table {
  return {
    id,
    caption,
    columns: [
      { heading: text`${item}`, align: 'left' },
      ...columns.map(([heading]) => ({ heading, align: 'right' as const })),
    ],
    rows: rows.map(([name, row]) => [{ text: name }, ...columns.map(([, figure]) => ({ text: text`${figure(row)}` }))]),
  };
}

/**
 * The item tables of one scale: how each item goes with the others, and the scale without it.
 *
 * @param showsEnds whether figures about the few at the ends of the scale may be shown
 */
export function itemsSection(view: View, scale: ReliabilityReportScale, id: string, showsEnds: boolean): Section {
  const { format, items: words } = view.words;
  const { figure, bounded, precise, count } = format;
  const name = localized(view, scale.name);
  const rows = scale.itemStatistics.map((row) => [itemName(view, row.item, row.reversed), row] as const);
  type Row = (typeof scale.itemStatistics)[number];
  const discrimination = (row: Row) =>
    scale.details?.items.find(({ item }) => item === row.item)?.discrimination.value ?? null;
  const own: Column<Row>[] = [
    [text`${emphasis('n')}`, (row) => count(row.n)],
    [words.mean, (row) => figure(row.mean)],
    [words.sd, (row) => figure(row.sd)],
    [words.rawR, (row) => bounded(row.rawR)],
    [words.stdR, (row) => bounded(row.stdR)],
    [words.rCor, (row) => bounded(row.rCor)],
    [words.rDrop, (row) => bounded(row.rDrop)],
  ];
  if (showsEnds && scale.details !== undefined) {
    own.push([text`${words.discrimination}`, (row) => bounded(discrimination(row))]);
  }
  own.push([text`${words.alphaWithout}`, (row) => bounded(row.ifDropped.alpha)]);
  const without: Column<Row>[] = [
    [words.without.alpha, (row) => bounded(row.ifDropped.alpha)],
    [words.without.standardized, (row) => bounded(row.ifDropped.standardized)],
    [words.without.lambda6, (row) => bounded(row.ifDropped.lambda6)],
    [words.without.averageR, (row) => bounded(row.ifDropped.averageR)],
    [words.without.medianR, (row) => bounded(row.ifDropped.medianR)],
    [words.without.varianceR, (row) => precise(row.ifDropped.varianceR)],
    [words.without.signalToNoise, (row) => figure(row.ifDropped.signalToNoise)],
    [words.without.standardError, (row) => precise(row.ifDropped.standardError)],
  ];
  const tables = [table(`${id}-table`, words.caption(name), rows, words.item, own)];
  if (scale.k > 2) tables.push(table(`${id}-without`, words.withoutCaption(name), rows, words.item, without));
  return { id, heading: text`${words.heading}`, blocks: tables.map((each) => ({ kind: 'table', table: each })) };
}
