import { createHmac } from 'node:crypto';

/**
 * What somebody typed for an element in the one form that is hashed: letters and digits alone, no case, no diacritics, and
 * numbers without zeros in front, so that "Žatec", " zatec" are one answer, and "07." and "7".
 *
 * @returns '' where there is nothing
 */
export function plainElement(entry: string): string {
  const bare = entry.normalize('NFKD').toLowerCase().normalize('NFKD');
  const text = bare.replace(/[^\p{L}\p{Nd}]/gu, '');
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text;
}

/**
 * The keyed hash of an element: HMAC-SHA-256 under the key of the study over the name of the column, a line feed and the
 * plain entry, in hexadecimal; null for an empty one.
 *
 * @see RFC 2104 (HMAC)
 */
export function elementHash(column: string, entry: string, key: string): string | null {
  const text = plainElement(entry);
  return text === '' ? null : createHmac('sha256', key).update(`${column}\n${text}`, 'utf8').digest('hex');
}
