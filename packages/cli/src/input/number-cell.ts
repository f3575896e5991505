import { quoted } from '../print/safe-text.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;

/**
 * The number in a cell; NaN for an empty cell and `NA`.
 *
 * @returns else what is wrong with it, fit for a terminal
 * @example numberCell('3,5') // { wrong: 'has a decimal comma; "3.5" would be read' }
 */
export function numberCell(cell: string): number | { readonly wrong: string } {
  const text = cell.trim();
  if (text === '' || text === 'NA') return NaN;
  if (NUMBER.test(text)) {
    const number = Number(text) + 0; // -0 is 0
    return Number.isFinite(number) ? number : { wrong: 'is too large for a number' };
  }
  if (DECIMAL_COMMA.test(text)) {
    return { wrong: `has a decimal comma; ${quoted(text.replace(',', '.'))} would be read` };
  }
  return { wrong: 'is text where a number belongs' };
}
