import type { Locale } from '../../../catalogue.ts';
import { formats } from '../../formats.ts';
import { svgElement } from '../frame/save-picture.ts';
import type { HeatCell, HeatMapData } from './heat-map-of.ts';
import { heatMark } from './heat-step.ts';

const CELL = { width: 66, height: 30 };
const NAMES = 190;
const HEADINGS = 170;

/** The heat map as a drawing, for the file it is saved as; colours are those of the page's stylesheet. */
export function heatDrawing({ columns, rows }: HeatMapData, locale: Locale, everybody: string): SVGElement {
  const { figure } = formats(locale);
  const lines = rows.length + 1;
  const width = NAMES + columns.length * CELL.width + 90;
  const height = HEADINGS + lines * CELL.height + 8;
  const drawing = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, class: 'plot-svg heat-drawing' });
  const text = (x: number, y: number, content: string, attributes: Record<string, string | number> = {}) =>
    drawing.append(svgElement('text', { x, y, class: 'plot-label', ...attributes }, content));
  columns.forEach(({ name }, place) => {
    const [x, y] = [NAMES + (place + 0.5) * CELL.width, HEADINGS - 8];
    text(x, y, name, { transform: `rotate(-38 ${x} ${y})` });
  });
  const line = (at: number, name: string, cells: readonly { label: string; className: string }[]) => {
    const y = HEADINGS + at * CELL.height;
    text(8, y + 20, name);
    cells.forEach(({ label, className }, place) => {
      const x = NAMES + place * CELL.width;
      const box = { x: x + 1, y: y + 1, width: CELL.width - 2, height: CELL.height - 2 };
      drawing.append(svgElement('rect', { ...box, class: className }));
      text(x + CELL.width / 2, y + 20, label, { class: 'plot-label plot-middle' });
    });
  };
  line(
    0,
    everybody,
    columns.map(({ whole }) => ({ label: whole === null ? '–' : figure(whole), className: 'heat-neutral' })),
  );
  const labelOf = (cell: HeatCell) =>
    cell.status === 'shown' ? `${figure(cell.value)} ${heatMark(cell.step)}` : cell.status === 'suppressed' ? '×' : '';
  const classOf = (cell: HeatCell) => (cell.status === 'shown' ? `heat-${cell.step}` : `heat-${cell.status}`);
  rows.forEach(({ name, cells }, place) => {
    line(
      place + 1,
      name,
      cells.map((cell) => ({ label: labelOf(cell), className: classOf(cell) })),
    );
  });
  return drawing;
}
