/**
 * Keeps the groups of a telephone number in their order where the words around are written from right to left, where
 * "555 0100" would be read as "0100 555". Each is put between the marks of a left-to-right isolate (U+2066, U+2069).
 *
 * @example isolateNumbers('اتصلوا: 555 0100') // 'اتصلوا: \u2066555 0100\u2069'
 */
export const isolateNumbers = (text: string): string =>
  text.replace(/\+?\d+(?:[ \u00a0()/.-]+\d+)+/g, '\u2066$&\u2069');
