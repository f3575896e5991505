import type { ResultsWords } from '../../../words/results.ts';
import { svgElement } from '../frame/saved/svg-element.ts';
import { textWidth } from '../frame/saved/text-width.ts';
import type { HeatMapData } from './heat-map-of.ts';
import { HEAT_STEPS, heatMark } from './heat-step.ts';

const SWATCH = { width: 40, height: 22 };
const LINE = 32;
const GAP = 18;

interface LegendOptions extends Pick<HeatMapData, 'rows'> {
  readonly words: ResultsWords;
  /** where it begins */
  readonly from: number;
  readonly width: number;
}

/**
 * What the colours of a heat map mean, and what cells without a figure look like, written below it.
 *
 * @returns where it ends
 */
export function drawLegend(drawing: SVGElement, { rows, words: { heat, saved }, from, width }: LegendOptions): number {
  const cells = rows.flatMap((row) => row.cells);
  const has = (status: (typeof cells)[number]['status']) => cells.some((cell) => cell.status === status);
  const isNeutral = cells.some((cell) => cell.status === 'shown' && cell.step === 'neutral');
  const entries = [
    ...HEAT_STEPS.map((step) => ({ className: `heat-${step}`, mark: heatMark(step), text: heat.steps[step] })),
    ...(isNeutral ? [{ className: 'heat-neutral', mark: '', text: heat.steps.neutral }] : []),
    ...(has('suppressed') ? [{ className: 'heat-suppressed', mark: '(a)', text: saved.hiddenCell }] : []),
    ...(has('no-data') ? [{ className: 'heat-no-data', mark: '·', text: saved.emptyCell }] : []),
  ];
  const write = (x: number, y: number, content: string, className = 'plot-label') =>
    drawing.append(svgElement('text', { x, y, class: className }, content));
  write(0, from + 16, heat.legend, 'plot-label plot-heading');
  let [x, y] = [0, from + 26];
  for (const { className, mark, text } of entries) {
    const length = SWATCH.width + 8 + textWidth(text);
    if (x > 0 && x + length > width) [x, y] = [0, y + LINE];
    drawing.append(svgElement('rect', { x: x + 1, y, ...SWATCH, class: className }));
    write(x + 1 + SWATCH.width / 2, y + 16, mark, 'plot-label plot-middle');
    write(x + SWATCH.width + 9, y + 16, text);
    x += length + GAP;
  }
  return y + LINE;
}
