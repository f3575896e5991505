import type { ScoreDescription } from '@peerscale/core';
import type { Block, Section, Table } from '../document/document.ts';
import { text } from '../document/text.ts';
import type { View } from '../view.ts';

/** The distribution of the scores of one scale: picture, table, and its shape in a sentence. */
export function histogramSection(view: View, score: ScoreDescription, id: string): Section {
  const { format, histogram } = view.words;
  const { n, mean, sd, distribution, possible, minimum, maximum } = score;
  const number = format.short;
  const bins = distribution.map(({ from, to, lowest, highest, count }) => {
    const name = lowest === highest ? number(lowest) : `${number(lowest)}–${number(highest)}`;
    return { from, to, count, name };
  });
  const table: Table = {
    id: `${id}-table`,
    caption: text`${histogram.tableCaption}`,
    columns: [
      { heading: text`${histogram.score}`, align: 'left' },
      { heading: text`${histogram.respondents}`, align: 'right' },
      { heading: text`${histogram.share}`, align: 'right' },
    ],
    rows: bins.map(({ name, count }) =>
      [name, format.count(count), format.percent(n === 0 ? null : count / n)].map((cell) => ({ text: text`${cell}` })),
    ),
  };
  const blocks: Block[] = [
    {
      kind: 'histogram',
      caption: histogram.caption(n),
      description: histogram.description(
        n,
        number(possible.minimum),
        number(possible.maximum),
        format.figure(mean),
        format.figure(sd),
      ),
      bins,
      mean: mean === null ? null : { value: mean, name: histogram.mean(format.figure(mean)) },
      axis: { score: histogram.score, count: histogram.respondents, number },
      table,
      tableName: histogram.table,
    },
  ];
  if (minimum !== null && maximum !== null) {
    const { skewness, kurtosis, floor, ceiling } = score;
    const shape = [format.figure(skewness.type3), format.figure(kurtosis.type3)] as const;
    const sentence = histogram.shape(
      number(minimum),
      number(maximum),
      ...shape,
      format.percent(floor),
      format.percent(ceiling),
    );
    blocks.push({ kind: 'paragraph', text: text`${sentence}` });
  }
  return { id, heading: text`${histogram.heading}`, blocks };
}
