import type { Locale } from '../../../catalogue.ts';
import type { ResultsWords } from '../../../words/results.ts';
import { formats } from '../../formats.ts';
import { svgElement } from '../frame/saved/svg-element.ts';
import { textWidth } from '../frame/saved/text-width.ts';
import { drawLegend } from './heat-drawing-legend.ts';
import { type HeatCell, type HeatMapData, type HeatRow, teamsBySetting } from './heat-map-of.ts';
import { heatMark } from './heat-step.ts';

const CELL = { width: 66, height: 30 };
const GAP = 16;
/** Names of scales lean by so many degrees. */
const LEAN = 45;

export interface HeatDrawingOptions {
  readonly words: ResultsWords;
  readonly locale: Locale;
  /** what stands in a cell that is not shown */
  readonly letterOf: (cell: Extract<HeatCell, { status: 'suppressed' }>) => string;
}

/** The heat map with its legend as a drawing, for the file it is saved as; colours are those of the page's stylesheet. */
export function heatDrawing({ columns, rows }: HeatMapData, options: HeatDrawingOptions): SVGElement {
  const { words, locale, letterOf } = options;
  const { figure } = formats(locale);
  const groups = teamsBySetting(rows);
  const hasSettings = rows.some(({ setting }) => setting !== null);
  const names = Math.ceil(
    Math.max(...[words.heat.everybody, ...rows.map(({ name }) => name)].map((text) => textWidth(text))),
  );
  const left = names + GAP;
  const part = Math.SQRT1_2; // sine and cosine of the lean
  const longest = columns.map(({ name }) => textWidth(name) * part);
  const top = Math.ceil(Math.max(...longest)) + GAP;
  const right = Math.max(...longest.map((length, place) => left + (place + 0.5) * CELL.width + length)) + GAP;
  const drawing = svgElement('svg', { class: 'plot-svg heat-drawing' });
  const text = (x: number, y: number, content: string, attributes: Record<string, string | number> = {}) =>
    drawing.append(svgElement('text', { x, y, class: 'plot-label', ...attributes }, content));
  columns.forEach(({ name }, place) => {
    const [x, y] = [left + (place + 0.5) * CELL.width, top - 6];
    text(x, y, name, { transform: `rotate(-${LEAN} ${x} ${y})` });
  });
  let y = top;
  const line = (name: string, cells: readonly { label: string; className: string }[]) => {
    text(0, y + 20, name);
    cells.forEach(({ label, className }, place) => {
      const x = left + place * CELL.width;
      const box = { x: x + 1, y: y + 1, width: CELL.width - 2, height: CELL.height - 2 };
      drawing.append(svgElement('rect', { ...box, class: className }));
      text(x + CELL.width / 2, y + 20, label, { class: 'plot-label plot-middle' });
    });
    y += CELL.height;
  };
  const labelOf = (cell: HeatCell) => {
    if (cell.status === 'shown') return `${figure(cell.value)} ${heatMark(cell.step)}`.trim();
    return cell.status === 'suppressed' ? `(${letterOf(cell)})` : '·';
  };
  const classOf = (cell: HeatCell) => (cell.status === 'shown' ? `heat-${cell.step}` : `heat-${cell.status}`);
  const lineOf = ({ name, cells }: HeatRow) =>
    line(
      name,
      cells.map((cell) => ({ label: labelOf(cell), className: classOf(cell) })),
    );
  line(
    words.heat.everybody,
    columns.map(({ whole }) => ({ label: figure(whole), className: 'heat-neutral' })),
  );
  for (const [setting, teams] of groups) {
    if (hasSettings) {
      y += 4;
      text(0, y + 19, setting ?? words.heat.noSetting, { class: 'plot-label plot-heading' });
      y += CELL.height - 4;
    }
    teams.forEach(lineOf);
  }
  const width = Math.ceil(Math.max(right, left + columns.length * CELL.width));
  const height = drawLegend(drawing, { rows, words, from: y + GAP, width });
  drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return drawing;
}
