import { svgElement } from './svg-element.ts';
import { textWidth, wrappedLines } from './text-width.ts';

/** What a drawing takes from the stylesheet of the page: written into the drawing, because a file has no stylesheet. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'stroke-linejoin',
] as const;

const PADDING = 16;
const LEAST_WIDTH = 640;
/** Longer lines are hard to read, however wide the drawing is. */
const MOST_WIDTH = 920;

/** What stands around a drawing, so that the file needs no page to explain it. */
export interface FileText {
  readonly title: string;
  /** what nobody who sees the picture may miss, as that the answers are simulated; null where there is nothing */
  readonly warning: string | null;
  /** under the title: what it is from, and how to read it */
  readonly above: readonly string[];
  /** under the drawing: what is not shown */
  readonly below: readonly string[];
}

/**
 * A drawing as an SVG file of its own: light whatever the page looks like, with all that has to be known about it above and
 * below, and every style written out.
 *
 * @param drawing an SVG element, part of a page or not
 */
export function svgFile(drawing: SVGElement, { title, warning, above, below }: FileText): string {
  const host = document.createElement('div');
  host.className = 'for-paper';
  host.setAttribute('aria-hidden', 'true');
  const copy = drawing.cloneNode(true) as SVGElement;
  host.append(copy);
  document.body.append(host);
  try {
    writeStyles(copy);
    const { color: ink, backgroundColor: paper, fontFamily } = getComputedStyle(host);
    copy.setAttribute('color', ink);
    const size = sizeOf(drawing);
    const room = Math.max(size.width, LEAST_WIDTH);
    const pen = penOf({ fontFamily, fill: ink, width: Math.min(room, MOST_WIDTH) });
    if (warning !== null) pen.box(warning, getComputedStyle(host).getPropertyValue('--warning'));
    pen.write(title, { size: 17, weight: 700 });
    for (const line of above) pen.write(line);
    pen.skip(10);
    copy.setAttribute('overflow', 'visible');
    copy.setAttribute('x', String(PADDING));
    copy.setAttribute('y', String(pen.y()));
    copy.setAttribute('width', String(size.width));
    copy.setAttribute('height', String(size.height));
    pen.skip(size.height + (below.length > 0 ? 10 : 0));
    for (const line of below) pen.write(line);
    const [width, height] = [room + 2 * PADDING, pen.y() + PADDING];
    const file = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
    file.append(
      svgElement('title', {}, title),
      svgElement('desc', {}, [warning, ...above, ...below].filter((line) => line !== null).join('\n')),
      svgElement('rect', { width: '100%', height: '100%', fill: paper }),
      ...pen.written,
      copy,
    );
    return new XMLSerializer().serializeToString(file);
  } finally {
    host.remove();
  }
}

function writeStyles(drawing: SVGElement): void {
  const elements = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  for (const element of elements) {
    const style = getComputedStyle(element);
    for (const name of STYLES) element.setAttribute(name, style.getPropertyValue(name));
  }
  // a class may be what a rule about the elements within begins with
  for (const element of elements) {
    element.removeAttribute('class');
    element.removeAttribute('style');
  }
}

/** Writes lines one below the other. */
function penOf({ fontFamily, fill, width }: { fontFamily: string; fill: string; width: number }) {
  const written: SVGElement[] = [];
  let y = PADDING;
  const write = (text: string, { size = 14, weight = 400, inset = 0 } = {}) => {
    const style = { 'font-family': fontFamily, 'font-size': size, 'font-weight': weight, fill };
    for (const line of wrappedLines(text, width - 2 * inset, (part) => textWidth(part, size, weight))) {
      y += Math.round(size * 1.4);
      written.push(svgElement('text', { x: PADDING + inset, y: y - Math.round(size * 0.35), ...style }, line));
    }
    y += 2;
  };
  return {
    written,
    write,
    y: () => y,
    skip: (height: number) => {
      y += height;
    },
    box: (text: string, colour: string) => {
      const [top, place] = [y, written.length];
      y += 5;
      write(text, { weight: 700, inset: 10 });
      y += 5;
      written.splice(place, 0, svgElement('rect', { x: PADDING, y: top, width, height: y - top, fill: colour }));
      y += 6;
    },
  };
}

function sizeOf(drawing: SVGElement): { width: number; height: number } {
  const [, , width = 640, height = 320] = (drawing.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  return { width, height };
}
