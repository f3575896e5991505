/** Marks that turn the direction of what follows, and can so make a name read as another one. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LONGEST = 2000;

/**
 * Text from outside on one line: line ends and tabs are spaces, control characters, marks of direction and halves of
 * characters show as a replacement mark. Letters of every script, and what joins them, are left as they are.
 *
 * @example plainText('a\nb\u202e') // 'a b\ufffd'
 */
export function plainText(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut
    .replace(/[\r\n\t]+/g, ' ')
    .replace(CONTROL, '\ufffd')
    .replace(DIRECTION, '\ufffd');
}
