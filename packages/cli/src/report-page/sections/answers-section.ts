import type { ItemDistribution, ReliabilityReportScale } from '@peerscale/core';
import { itemOf } from '@peerscale/core';
import type { Bars, Block, Section, Table } from '../document/document.ts';
import { emphasis, outside, type Text, text } from '../document/text.ts';
import { localized, type View } from '../view.ts';
import { shownOf } from '../withheld.ts';
import { itemName } from './item-names.ts';

/** More codes than this have no column each. */
const MOST_COLUMNS = 11;

/** Items with the same codes, which share a picture and a table. */
function groupsOf(items: readonly ItemDistribution[]): ItemDistribution[][] {
  const groups = new Map<string, ItemDistribution[]>();
  for (const item of items) {
    const codes = item.categories.map(({ code }) => code).join(' ');
    const group = groups.get(codes);
    if (group === undefined) groups.set(codes, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

const isShown = ({ minimumGroupSize }: View, { n }: ItemDistribution) => shownOf(n, minimumGroupSize) === 'all';

function codeName(view: View, item: string, code: number): Text {
  const { responseScale } = itemOf(view.instrument, item);
  const label = view.textPack?.responseScales[responseScale]?.labels[String(code)];
  const number = view.words.format.short(code);
  return label === undefined ? text`${number}` : text`${number} = ${outside(label)}`;
}

function picture(view: View, items: readonly ItemDistribution[]): Bars {
  const { answers, format } = view.words;
  const first = items[0]!;
  const last = first.categories.length - 1;
  const key = first.categories.map(({ code }, i) => ({ shade: i / last, name: codeName(view, first.item, code) }));
  return {
    kind: 'bars',
    caption: text`${answers.picture}`,
    key: key.length > MOST_COLUMNS ? [key[0]!, key.at(-1)!] : key,
    rows: items.map(({ item, reversed, n, categories }) => ({
      name: itemName(view, item, reversed),
      note: answers.n(n),
      title: categories
        .filter(({ count }) => count > 0)
        .map(({ code, count, share }) => answers.part(format.short(code), format.count(count), format.percent(share)))
        .join(', '),
      parts: categories.map(({ share }, i) => ({
        share: share ?? 0,
        label: String(Math.round(100 * (share ?? 0))),
        shade: i / last,
      })),
    })),
  };
}

function answersTable(
  view: View,
  name: ReliabilityReportScale['name'],
  items: readonly ItemDistribution[],
  id: string,
): Table {
  const { answers, format, items: words } = view.words;
  const codes = items[0]!.categories.map(({ code }) => code);
  const isWide = codes.length > MOST_COLUMNS;
  const cell = (figure: string) => ({ text: text`${figure}` });
  const counted = (count: number, share: number | null) => `${format.count(count)} (${format.percent(share)})`;
  const headings = [
    ...(isWide ? [answers.given] : codes.map((code) => format.short(code))),
    answers.missing,
    answers.skewness,
    answers.kurtosis,
  ];
  return {
    id,
    caption: answers.caption(localized(view, name)),
    columns: [
      { heading: text`${words.item}`, align: 'left' },
      { heading: text`${emphasis('n')}`, align: 'right' },
      ...headings.map((heading, i) => ({
        heading: text`${heading}`,
        align: isWide && i === 0 ? ('left' as const) : ('right' as const),
      })),
    ],
    rows: items.map((item) => {
      const row = [{ text: itemName(view, item.item, item.reversed) }];
      if (!isShown(view, item))
        return [...row, ...['', ...headings].map((_, i) => cell(i === 0 ? answers.withheld : ''))];
      const given = item.categories.filter(({ count }) => count > 0);
      const cells = isWide
        ? [given.map(({ code, count }) => `${format.short(code)}: ${format.count(count)}`).join(', ')]
        : item.categories.map(({ count, share }) => counted(count, share));
      const shape = [format.figure(item.skewness.type3), format.figure(item.kurtosis.type3)];
      const figures = [format.count(item.n), ...cells, counted(item.missing, item.missingShare), ...shape];
      return [...row, ...figures.map(cell)];
    }),
  };
}

/** How the answers to each item are spread: a picture and a table for the items with the same codes. */
export function answersSection(view: View, scale: ReliabilityReportScale, id: string): Section {
  const blocks = groupsOf(scale.details?.items ?? []).flatMap((items, i): Block[] => {
    const table: Block = { kind: 'table', table: answersTable(view, scale.name, items, `${id}-table-${i + 1}`) };
    const shown = items.filter((item) => isShown(view, item));
    return shown.length === 0 ? [table] : [picture(view, shown), table];
  });
  return { id, heading: text`${view.words.answers.heading}`, blocks };
}
