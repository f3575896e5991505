/** A table as text, and how its bytes were read. */
export interface DecodedTable {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1250';
}

/** Controls that no text has; Windows-1250 has them where it has no letter. */
const NO_TEXT = /(?![\t\n\r])\p{Cc}/u;

/**
 * Reads a file that a spreadsheet has written: UTF-8, UTF-16 with its mark, and, where bytes are not UTF-8, Windows-1250, in
 * which Czech spreadsheets save CSV.
 *
 * @returns undefined where it is no text in any of them
 * @example decodeTable(Uint8Array.of(0xe8)) // { text: 'č', encoding: 'windows-1250' }
 */
export function decodeTable(bytes: Uint8Array): DecodedTable | undefined {
  const [first, second] = bytes;
  const mark = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const decoded =
    mark !== null
      ? { text: decode(bytes, mark), encoding: 'utf-16' as const }
      : { text: decode(bytes, 'utf-8'), encoding: 'utf-8' as const };
  const { text, encoding } =
    decoded.text === undefined && mark === null
      ? { text: decode(bytes, 'windows-1250'), encoding: 'windows-1250' as const }
      : decoded;
  return text === undefined || NO_TEXT.test(text) ? undefined : { text, encoding };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
