import * as Plot from '@observablehq/plot';
import type { Formats } from '../formats.ts';
import { pictureHeight } from './picture-height.ts';
import type { SpecOf } from './picture-spec.ts';
import { roomForLabels, twoLines } from './room-for-labels.ts';

const TONES = 5;
/** Width of a character of the words below the axis. */
const CHARACTER = 7;
/** A part narrower than this many pixels has no number on it; the table has it. */
const LEAST_WIDTH = 37;

/** Rows of bars that each add up to everybody, in tones from the lowest answer to the highest. */
export function sharesPlot(spec: SpecOf<'shares'>, width: number, { percent }: Formats): SVGElement {
  const { room, characters } = roomForLabels(
    spec.rows.map(({ label }) => label),
    width,
  );
  // on a phone the words below the axis have the whole width, on two lines
  const fits = CHARACTER * spec.axis.length <= width - room;
  const rows = spec.rows.map(({ label }, place) => ({ label, place }));
  const parts = spec.rows.flatMap(({ parts: own }, place) => {
    let from = 0;
    return own.map(({ label, share, at }) => {
      const start = from;
      from += share;
      return { place, label, share, tone: Math.min(TONES - 1, Math.floor(at * TONES)), x1: start, x2: from };
    });
  });
  const pixels = width - room - 14;
  const tones = Array.from({ length: TONES }, (_, tone) => {
    const of = parts.filter((part) => part.tone === tone);
    return [
      Plot.rect(of, {
        x1: 'x1',
        x2: 'x2',
        y1: ({ place }) => place - 0.36,
        y2: ({ place }) => place + 0.36,
        insetLeft: 0.5,
        insetRight: 0.5,
        className: `plot-tone-${tone}`,
        title: ({ label, share }) => `${label}: ${percent(share)}`,
      }),
      Plot.text(
        of.filter(({ share }) => share * pixels >= LEAST_WIDTH),
        {
          x: ({ x1, x2 }) => (x1 + x2) / 2,
          y: 'place',
          text: ({ share }) => percent(share),
          className: `plot-on-tone-${tone}`,
        },
      ),
    ];
  });
  return Plot.plot({
    className: 'plot-svg',
    width,
    height: pictureHeight(spec),
    marginTop: 6,
    marginRight: 14,
    marginBottom: 54,
    marginLeft: room,
    x: { domain: [0, 1], label: fits ? spec.axis : null },
    y: { domain: [rows.length - 0.5, -0.5], axis: null },
    marks: [
      ...tones.flat(),
      Plot.text(rows, {
        y: 'place',
        frameAnchor: 'left',
        dx: -room + 2,
        textAnchor: 'start',
        text: ({ label }) => twoLines(label, characters),
        lineHeight: 1.15,
        className: 'plot-label',
      }),
      Plot.text(fits ? [] : [twoLines(spec.axis, Math.floor(width / CHARACTER))], {
        frameAnchor: 'bottom-left',
        lineAnchor: 'bottom',
        textAnchor: 'start',
        dx: -room + 2,
        dy: 52,
        lineHeight: 1.1,
        text: (words: string) => words,
        className: 'plot-axis-words',
      }),
      Plot.axisX({
        ticks: fits ? [0, 0.25, 0.5, 0.75, 1] : [0, 0.5, 1],
        tickFormat: percent,
        tickSize: 5,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
    ],
  }) as SVGElement;
}
