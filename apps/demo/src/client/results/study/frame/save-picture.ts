/** What a drawing takes from the stylesheet of the page: written into the drawing, because a file has no stylesheet. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'stroke-linejoin',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const TITLE_HEIGHT = 34;
const PIXELS = 2;

/**
 * A drawing as a file of its own: light whatever the page looks like, with the title above it and every style written out.
 *
 * @param drawing an SVG that is part of the page
 */
export function svgText(drawing: SVGElement, title: string): string {
  const { width, height } = sizeOf(drawing);
  const host = document.createElement('div');
  host.className = 'for-paper';
  host.setAttribute('aria-hidden', 'true');
  const copy = drawing.cloneNode(true) as SVGElement;
  host.append(copy);
  document.body.append(host);
  try {
    for (const element of [copy, ...copy.querySelectorAll<SVGElement>('*')]) {
      const style = getComputedStyle(element);
      for (const name of STYLES) element.setAttribute(name, style.getPropertyValue(name));
      element.removeAttribute('class');
      element.removeAttribute('style');
    }
    const { color: ink, backgroundColor: paper, fontFamily } = getComputedStyle(host);
    copy.setAttribute('color', ink);
    copy.setAttribute('y', String(TITLE_HEIGHT));
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    const file = svgElement('svg', {
      width,
      height: height + TITLE_HEIGHT,
      viewBox: `0 0 ${width} ${height + TITLE_HEIGHT}`,
    });
    file.append(
      svgElement('title', {}, title),
      svgElement('rect', { width: '100%', height: '100%', fill: paper }),
      svgElement(
        'text',
        { x: 8, y: 22, 'font-size': 15, 'font-weight': 600, 'font-family': fontFamily, fill: ink },
        title,
      ),
      copy,
    );
    return new XMLSerializer().serializeToString(file);
  } finally {
    host.remove();
  }
}

/** An SVG as a bitmap, at twice its size so that it stays sharp in print. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * PIXELS;
  canvas.height = image.naturalHeight * PIXELS;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture has no bitmap.')) : resolve(blob)),
      'image/png',
    );
  });
}

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** @example fileName('Peer team: Autumn', 'wave 3') // 'peer-team-autumn-wave-3' */
export function fileName(...parts: readonly string[]): string {
  return parts
    .join(' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

function sizeOf(drawing: SVGElement): { width: number; height: number } {
  const [, , width = 640, height = 320] = (drawing.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  return { width, height };
}
