import * as Plot from '@observablehq/plot';
import type { Formats } from '../../formats.ts';
import { evenTicks } from './even-ticks.ts';
import { pictureHeight } from './picture-height.ts';
import type { SpecOf } from './picture-spec.ts';

/**
 * A histogram of bins of unequal width, because bins of few people were joined: the area is people, so the height is people
 * per point. Its numbers are written on the bars; an axis of densities would tell nobody anything.
 */
export function binsPlot(spec: SpecOf<'bins'>, width: number, { whole, short }: Formats): SVGElement {
  const half = spec.step / 2;
  const bars = spec.bins.map(({ lower, upper, count }) => {
    const [x1, x2] = [lower - half, upper + half];
    return { x1, x2, count, density: count / (x2 - x1) };
  });
  const highest = Math.max(...bars.map(({ density }) => density));
  const [from, to] = spec.domain;
  return Plot.plot({
    className: 'plot-svg',
    width,
    height: pictureHeight(spec),
    marginTop: 40,
    marginRight: 14,
    marginBottom: 46,
    marginLeft: 14,
    x: { domain: [from - half, to + half], label: spec.axis },
    y: { domain: [0, highest * 1.08], axis: null },
    marks: [
      Plot.rectY(bars, { x1: 'x1', x2: 'x2', y: 'density', insetLeft: 1, insetRight: 1, className: 'plot-bars' }),
      Plot.axisX({
        tickFormat: short,
        ticks: evenTicks(spec.domain, width < 420 ? 4 : 8),
        tickSize: 5,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      Plot.ruleY([0]),
      Plot.ruleX([spec.mean], { className: 'plot-mean', strokeWidth: 2, insetTop: -12 }),
      Plot.text(bars, {
        x: ({ x1, x2 }) => (x1 + x2) / 2,
        y: 'density',
        dy: -9,
        text: ({ count }) => whole(count),
        className: 'plot-count',
      }),
      Plot.text([spec.mean], {
        x: (value: number) => value,
        frameAnchor: 'top',
        dy: -24,
        text: () => spec.meanLabel,
        className: 'plot-mean-label',
      }),
    ],
  }) as SVGElement;
}
