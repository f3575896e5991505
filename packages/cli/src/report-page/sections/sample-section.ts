import type { ItemDistribution } from '@peerscale/core';
import type { Bars, Block, Section } from '../document/document.ts';
import { text } from '../document/text.ts';
import type { View } from '../view.ts';
import { distributionGroupSize, shownOf } from '../withheld.ts';
import { itemName } from './item-names.ts';

/** Ends of the axis of missing answers: the first that no bar passes. */
const AXIS_ENDS = [0.05, 0.1, 0.2, 0.5, 1];

/** Every item of any scale, once, in the order of the questionnaire. */
function itemsOf({ report }: View): ItemDistribution[] {
  const items = new Map<string, ItemDistribution>();
  for (const { details } of report.scales) for (const item of details?.items ?? []) items.set(item.item, item);
  return [...items.values()].sort((a, b) => a.number - b.number);
}

function missingBars(view: View, items: readonly ItemDistribution[]): Bars {
  const { format, sample } = view.words;
  const some = items.filter(({ missing }) => missing > 0);
  const largest = Math.max(...some.map(({ missingShare }) => missingShare ?? 0));
  const end = AXIS_ENDS.find((candidate) => largest <= candidate) ?? 1;
  return {
    kind: 'bars',
    caption: text`${sample.bars(format.level(end))}.${sample.withoutMissing(items.length - some.length)}`,
    key: [],
    rows: some.map(({ item, n, missing, missingShare }) => {
      const share = format.percent(missingShare);
      return {
        name: itemName(view, item, false),
        parts: [{ share: (missingShare ?? 0) / end, label: '', shade: 0.72 }],
        title: sample.barTitle(format.count(missing), format.count(n + missing), share),
        note: `${format.count(missing)} (${share})`,
      };
    }),
  };
}

/** Who answered, and what is missing. */
export function sampleSection(view: View): Section {
  const { report, words, minimumGroupSize: minimum } = view;
  const { sample, format } = words;
  const { rows } = report.input;
  const distribution = distributionGroupSize(minimum);
  const blocks: Block[] = [];
  const paragraph = (sentence: string) => blocks.push({ kind: 'paragraph', text: text`${sentence}` });
  const notes = (tone: 'warning' | 'note', title: string, sentence: string) =>
    blocks.push({ kind: 'notes', tone, title, items: [text`${sentence}`] });
  const shown = shownOf(rows, minimum);
  if (shown === 'nobody') paragraph(sample.nobody);
  else if (shown === 'nothing') notes('warning', sample.fewTitle, sample.few(minimum));
  else {
    const items = itemsOf(view);
    const cells = items.length * rows;
    const missing = items.reduce((sum, item) => sum + item.missing, 0);
    const sentences = [`${sample.respondents(rows)}.`];
    if (cells > 0) {
      sentences.push(sample.missing(missing, cells, format.percent(missing / cells)));
      if (missing > 0) sentences.push(sample.rule[report.scales[0]!.missing]);
    }
    paragraph(sentences.join(' '));
    if (shown === 'no-distribution') notes('warning', sample.fewTitle, sample.noDistribution(distribution));
    else {
      if (missing > 0) blocks.push(missingBars(view, items));
      notes('note', sample.privacyTitle, sample.privacy(minimum, distribution));
    }
  }
  return { id: 'sample', heading: text`${sample.heading}`, blocks };
}
