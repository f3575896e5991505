const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const CANDIDATES = [',', ';', '\t'] as const;

/**
 * The delimiter of a CSV file by its header line: the most frequent of comma, semicolon and tab outside quotes, the comma
 * where none is there or two are even. Blank lines before the header are passed over.
 *
 * @returns undefined while the header line has not ended, unless `isWhole` says that nothing follows
 * @example sniffDelimiter(Buffer.from('id;A1;A2\n')) // ';'
 */
export function sniffDelimiter(bytes: Uint8Array, isWhole = false): string | undefined {
  const counts = new Map<number, number>(CANDIDATES.map((candidate) => [candidate.charCodeAt(0), 0]));
  let isQuoted = false;
  let hasContent = false;
  let isEnded = isWhole;
  for (const byte of bytes) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (!isQuoted && (byte === LINE_FEED || byte === CARRIAGE_RETURN)) {
      if (!hasContent) continue;
      isEnded = true;
      break;
    }
    hasContent = true;
    const count = counts.get(byte);
    if (!isQuoted && count !== undefined) counts.set(byte, count + 1);
  }
  if (!isEnded) return undefined;
  const most = Math.max(...counts.values());
  return CANDIDATES.find((candidate) => counts.get(candidate.charCodeAt(0)) === most);
}
