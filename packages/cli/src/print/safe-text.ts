const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  if (!UNPRINTABLE.test(character)) return character;
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0)!;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/**
 * Text from outside, fit for one line of a terminal: control and formatting characters (escape sequences, line ends,
 * right-to-left overrides) are shown as escapes, and what is longer than `limit` characters is cut with "…".
 *
 * @example safeText('3\u001b[2J') // '3\\x1b[2J'
 */
export function safeText(text: string, limit = 80): string {
  let out = '';
  // more than `limit` characters are never looked at: a cell may be megabytes long
  for (const character of text.slice(0, 2 * limit + 2)) {
    const next = escaped(character);
    if (out.length + next.length > limit) return `${out}…`;
    out += next;
  }
  return out;
}

/** `safeText` in double quotes, for values and names that may be empty or hold spaces. */
export const quoted = (text: string, limit = 80): string => `"${safeText(text, limit)}"`;

/** A file as messages name it; "-" is standard input. */
export const fileLabel = (file: string): string => (file === '-' ? 'standard input' : safeText(file, 200));
