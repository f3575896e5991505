import * as Plot from '@observablehq/plot';
import type { Formats } from '../formats.ts';
import { evenTicks } from './even-ticks.ts';
import { pictureHeight } from './picture-height.ts';
import type { SpecOf } from './picture-spec.ts';

const MARGIN = 14;
const DIGIT = 9;

/**
 * A histogram of bins that may be of unequal width, because bins of few people were joined: the area is people, so the
 * height is people per point. Its numbers are written on the bars; an axis of densities would tell nobody anything.
 */
export function binsPlot(spec: SpecOf<'bins'>, width: number, { whole, short }: Formats): SVGElement {
  const bars = spec.bins.map(({ from, to, count }) => ({ from, to, count, density: count / (to - from) }));
  const domain = [Math.min(bars[0]!.from, spec.domain[0]), Math.max(bars.at(-1)!.to, spec.domain[1])] as const;
  const highest = Math.max(...bars.map(({ density }) => density)) || 1;
  const pixels = (width - 2 * MARGIN) / (domain[1] - domain[0]);
  const means = spec.mean === null ? [] : [spec.mean];
  return Plot.plot({
    className: 'plot-svg',
    width,
    height: pictureHeight(spec),
    marginTop: 40,
    marginRight: MARGIN,
    marginBottom: 46,
    marginLeft: MARGIN,
    x: { domain: [...domain], label: spec.axis },
    y: { domain: [0, highest * 1.08], axis: null },
    marks: [
      Plot.rectY(bars, { x1: 'from', x2: 'to', y: 'density', insetLeft: 1, insetRight: 1, className: 'plot-bars' }),
      Plot.axisX({
        tickFormat: short,
        ticks: evenTicks(spec.domain, width < 420 ? 4 : 8),
        tickSize: 5,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      Plot.ruleY([0]),
      Plot.ruleX(means, { x: 'value', className: 'plot-mean', strokeWidth: 2, insetTop: -12 }),
      Plot.text(
        // a number that is wider than its bar would run into the next one; the table has it
        bars.filter(({ from, to, count }) => count > 0 && (to - from) * pixels >= DIGIT * whole(count).length),
        {
          x: ({ from, to }) => (from + to) / 2,
          y: 'density',
          dy: -9,
          text: ({ count }) => whole(count),
          className: 'plot-count',
        },
      ),
      Plot.text(means, { x: 'value', frameAnchor: 'top', dy: -24, text: 'label', className: 'plot-mean-label' }),
    ],
  }) as SVGElement;
}
