import * as Plot from '@observablehq/plot';
import type { Formats } from '../formats.ts';
import { pictureHeight } from './picture-height.ts';
import type { IntervalRow, SpecOf } from './picture-spec.ts';
import { twoLines } from './room-for-labels.ts';

/** Means of the waves from left to right with their intervals, on the whole possible range or the part of it that is used. */
export function wavesPlot(spec: SpecOf<'waves'>, width: number, { short, figure }: Formats): SVGElement {
  const points = spec.points.map((point, place) => ({ ...point, place }));
  const characters = Math.max(6, Math.floor(width / Math.max(1, points.length) / 7.5));
  return Plot.plot({
    className: 'plot-svg',
    width: Math.min(width, 160 + 150 * points.length),
    height: pictureHeight(spec),
    marginTop: 18,
    marginRight: 40,
    marginBottom: 46,
    marginLeft: 44,
    x: { type: 'point', domain: points.map(({ place }) => place), axis: null, padding: 0.4 },
    y: { domain: [...spec.domain], label: null, nice: false },
    marks: [
      Plot.gridY({ ticks: 5, className: 'plot-grid' }),
      Plot.axisY({ ticks: 5, tickFormat: short, tickSize: 0, label: null }),
      Plot.line(points, { x: 'place', y: 'value', strokeWidth: 1.5, className: 'plot-thread' }),
      Plot.ruleX(
        points.filter(({ lower, upper }) => lower !== null && upper !== null),
        { x: 'place', y1: 'lower', y2: 'upper', strokeWidth: 2.5, className: 'plot-line' },
      ),
      Plot.dot(points, { x: 'place', y: 'value', r: 5, className: 'plot-dot' }),
      Plot.text(points, {
        x: 'place',
        y: 'value',
        dx: 8,
        dy: -11,
        textAnchor: 'start',
        text: ({ value }: IntervalRow) => figure(value),
        className: 'plot-value',
      }),
      Plot.text(points, {
        x: 'place',
        frameAnchor: 'bottom',
        dy: 26,
        text: ({ label }: IntervalRow) => twoLines(label, characters),
        lineHeight: 1.15,
        className: 'plot-label',
      }),
    ],
  }) as SVGElement;
}
