/** Bytes in hexadecimal, two lower-case digits each. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Random bytes in hexadecimal. */
export const randomHex = (length: number): string => hexOf(crypto.getRandomValues(new Uint8Array(length)));
