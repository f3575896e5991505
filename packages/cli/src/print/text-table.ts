import { getBorderCharacters, table } from 'table';
import { safeText } from './safe-text.ts';

/** A column: its heading, and on which side its cells line up (numbers right, text left). */
export interface TextColumn {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

export const textColumn = (heading: string): TextColumn => ({ heading, align: 'left' });
export const numberColumn = (heading: string): TextColumn => ({ heading, align: 'right' });

/**
 * Aligned columns without lines, two spaces apart, no spaces at line ends.
 *
 * @param indent spaces before every line
 * @returns lines, each with its line end
 */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[], indent = 2): string {
  const cells = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map((cell) => safeText(cell, 200)));
  const drawn = table(cells, {
    border: getBorderCharacters('void'),
    drawHorizontalLine: () => false,
    columnDefault: { paddingLeft: 0, paddingRight: 2 },
    columns: columns.map(({ align }) => ({ alignment: align })),
  });
  const margin = ' '.repeat(indent);
  return drawn.replace(/^(.*?) *$/gm, (_, line: string) => (line === '' ? '' : margin + line));
}
