import { svgElement } from '../frame/saved/svg-element.ts';
import { type ParticipationRow, responseRate } from './response-rate.ts';

const ROW = 30;
const NAMES = 210;
const BARS = 300;

/** The bars of response rates as a drawing, for the file they are saved as. */
export function rateDrawing(rows: readonly ParticipationRow[], textOf: (row: ParticipationRow) => string): SVGElement {
  const [width, height] = [NAMES + BARS + 190, rows.length * ROW + 10];
  const drawing = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, class: 'plot-svg' });
  rows.forEach((row, place) => {
    const y = place * ROW;
    const rate = responseRate(row.responses, row.expected);
    drawing.append(svgElement('text', { x: 8, y: y + 20, class: 'plot-label' }, row.name));
    if (rate !== null) {
      drawing.append(
        svgElement('rect', { x: NAMES, y: y + 7, width: BARS, height: 16, class: 'plot-track' }),
        svgElement('rect', { x: NAMES, y: y + 7, width: BARS * rate, height: 16, class: 'plot-bars' }),
      );
    }
    drawing.append(svgElement('text', { x: NAMES + BARS + 12, y: y + 20, class: 'plot-label' }, textOf(row)));
  });
  return drawing;
}
