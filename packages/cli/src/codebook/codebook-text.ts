import { safeText } from '../print/safe-text.ts';
import type { CodebookSheet, SheetCell } from './codebook-sheet.ts';

const LONGEST = 2000;

const flat = (cell: SheetCell | undefined): string => (typeof cell === 'string' ? cell : (cell ?? []).join(', '));

/** A codebook for a terminal: the facts, then a block a variable without the columns that are empty for it. */
export function codebookText({ title, facts, columns, rows }: CodebookSheet): string {
  const [first, second, ...others] = columns;
  const width = Math.max(...others.map(({ heading }) => heading.length)) + 2;
  const head = facts.map(([name, text]) => `${`${name}:`.padEnd(18)}${safeText(text, LONGEST)}\n`).join('');
  const blocks = rows.map((row) => {
    const variable = flat(row[first!.id]);
    const title = [variable, flat(row[second!.id])].filter((text) => text !== '');
    const lines = others
      .map(({ id, heading }) => [heading.toLowerCase(), flat(row[id])] as const)
      // an item that is named like its column need not be named again
      .filter(([, text]) => text !== '' && text !== variable)
      .map(([heading, text]) => `  ${heading.padEnd(width)}${safeText(text, LONGEST)}\n`);
    return `\n${title.map((text) => safeText(text, 200)).join('  ')}\n${lines.join('')}`;
  });
  return `${safeText(title, 200)}\n\n${head}${blocks.join('')}`;
}
