import * as Plot from '@observablehq/plot';
import type { Formats } from '../formats.ts';
import { pictureHeight } from './picture-height.ts';
import type { IntervalRow, SpecOf } from './picture-spec.ts';
import { roomForLabels, twoLines } from './room-for-labels.ts';

/** Room for the numbers at the right. */
const VALUES = 60;

/** Rows of dots with their intervals, one below the other, so that the eye compares along one axis. */
export function intervalsPlot(spec: SpecOf<'intervals'>, width: number, format: Formats): SVGElement {
  const rows = spec.rows.map((row, place) => ({ ...row, place }));
  const { room, characters } = roomForLabels(
    rows.map(({ label }) => label),
    width,
  );
  const text = spec.percent ? format.percent : spec.signed ? format.signed : format.figure;
  // numbers on the axis need about so many pixels each, above all those with a percent sign
  const ticks = Math.max(2, Math.min(8, Math.floor((width - room - VALUES) / 55)));
  const strongRows = rows.filter(({ strong }) => strong);
  const others = rows.filter(({ strong }) => !strong);
  const rings = rows.filter(({ ring }) => ring !== undefined && ring !== null);
  const inDomain = (value: number) => Math.min(Math.max(value, spec.domain[0]), spec.domain[1]);
  const lines = (of: typeof rows, className: string) =>
    Plot.ruleY(
      of.filter(({ lower, upper }) => lower !== null && upper !== null),
      {
        y: 'place',
        x1: ({ lower }: IntervalRow) => inDomain(lower!),
        x2: ({ upper }: IntervalRow) => inDomain(upper!),
        className,
        strokeWidth: 2.5,
      },
    );
  return Plot.plot({
    className: 'plot-svg',
    width,
    height: pictureHeight(spec),
    marginTop: 6,
    marginRight: VALUES,
    marginBottom: 46,
    marginLeft: room,
    x: { domain: [...spec.domain], label: spec.axis, nice: false },
    y: { type: 'point', domain: rows.map(({ place }) => place), axis: null, padding: 0.5 },
    marks: [
      Plot.gridX({ ticks, className: 'plot-grid' }),
      ...(spec.reference === null
        ? []
        : [Plot.ruleX([spec.reference], { className: 'plot-reference', strokeDasharray: '4 4', strokeWidth: 1.5 })]),
      lines(others, 'plot-line'),
      lines(strongRows, 'plot-line plot-strong'),
      Plot.dot(rings, { y: 'place', x: 'ring', r: 6.5, strokeWidth: 2, className: 'plot-ring' }),
      Plot.dot(others, { y: 'place', x: 'value', r: 4.5, className: 'plot-dot' }),
      Plot.dot(strongRows, { y: 'place', x: 'value', r: 5.5, symbol: 'diamond', className: 'plot-dot plot-strong' }),
      Plot.text(rows, {
        y: 'place',
        frameAnchor: 'left',
        dx: -room + 2,
        textAnchor: 'start',
        text: ({ label }: IntervalRow) => twoLines(label, characters),
        lineHeight: 1.15,
        className: 'plot-label',
      }),
      Plot.text(rows, {
        y: 'place',
        frameAnchor: 'right',
        dx: 56,
        textAnchor: 'end',
        text: ({ value }: IntervalRow) => text(value),
        className: 'plot-value',
      }),
      Plot.axisX({
        ticks,
        tickFormat: (value: number) => (spec.percent ? format.percent : format.short)(value).replace('-', '\u2212'),
        tickSize: 5,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
    ],
  }) as SVGElement;
}
