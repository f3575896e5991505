/** The first digit of each script that people type numbers in beside ASCII: Arabic-Indic, Persian, Devanagari, Bengali. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];

/**
 * The number that somebody typed: in the digits of their language, with a decimal point or comma. NaN where it is none;
 * what could be meant in two ways ("1,234.5") is none.
 *
 * @example parseNumber('3,5') // 3.5
 * @example parseNumber('٤٢') // 42
 */
export function parseNumber(text: string): number {
  const ascii = [...text.trim()]
    .map((character) => {
      const zero = ZEROS.find(
        (first) => character >= String.fromCodePoint(first) && character <= String.fromCodePoint(first + 9),
      );
      return zero === undefined ? character : String(character.codePointAt(0)! - zero);
    })
    .join('')
    .replace(/[,\u066b]/, '.')
    .replace(/^[\u2212\u2013]/, '-');
  return /^-?\d+(\.\d+)?$/.test(ascii) ? Number(ascii) : Number.NaN;
}
