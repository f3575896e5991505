/** What other computers' fonts may be wider by than the one that is measured here. */
const SLACK = 1.06;

let measuring: CanvasRenderingContext2D | undefined;

/** Width of a text in pixels, in the typeface of the page. */
export function textWidth(text: string, size = 14, weight = 400): number {
  measuring ??= document.createElement('canvas').getContext('2d')!;
  measuring.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return SLACK * measuring.measureText(text).width;
}

/**
 * A text on as many lines as it needs; a single word that is longer than a line has one of its own.
 *
 * @param widthOf width of a text in pixels
 * @example wrappedLines('one two three', 8, (text) => text.length) // ['one two', 'three']
 */
export function wrappedLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || widthOf(longer) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
