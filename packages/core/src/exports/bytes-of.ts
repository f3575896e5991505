import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Text as UTF-8. */
export const bytesOf = (text: string): Uint8Array => utf8ToBytes(text);

/** The longest beginning of a text that fits into so many bytes of UTF-8, with an ellipsis where something was cut. */
export function cutToBytes(text: string, most: number): string {
  if (bytesOf(text).length <= most) return text;
  let cut = '';
  let length = bytesOf('…').length;
  for (const character of text) {
    length += bytesOf(character).length;
    if (length > most) break;
    cut += character;
  }
  return `${cut}…`;
}

/** One line: breaks and other control characters become blanks. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();
