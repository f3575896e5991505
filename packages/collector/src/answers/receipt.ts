import { createHash } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 22;
const CHECKS = 2;

/**
 * The receipt of a sitting, by which a person can take the answers back: 22 characters, 110 bits, and two that check
 * them, in groups of four. It follows from the idempotency key, so that an answer that was lost on the way gives the same
 * receipt when the record is sent again; the key is not stored, and neither follows from what is.
 *
 * @example receiptOf('6f1c…') // '7QK2-…'
 */
export function receiptOf(idempotencyKey: string): string {
  const code = letters(`peerscale/receipt@1\n${idempotencyKey.toLowerCase()}`, LENGTH);
  return `${code}${checkOf(code)}`.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * What is stored of a receipt that somebody typed: SHA-256, 64 hexadecimal digits. Case, blanks and hyphens do not count,
 * O is 0, I and L are 1.
 *
 * @returns undefined for what is no receipt; one wrong character is noticed in 1023 of 1024 cases
 */
export function receiptDigest(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (code.length !== LENGTH + CHECKS || ![...code].every((letter) => LETTERS.includes(letter))) return undefined;
  const [said, checks] = [code.slice(0, LENGTH), code.slice(LENGTH)];
  return checkOf(said) === checks ? sha256(`peerscale/receipt-digest@1\n${said}`).toString('hex') : undefined;
}

/** Where the answer to a part lies: only whoever has the receipt can tell that two such keys belong together. */
export function otherAnswerKey(receipt: string, part: string): string {
  return sha256(`peerscale/other-answer@1\n${receipt}\n${part}`).toString('hex');
}

const checkOf = (code: string) => letters(`peerscale/receipt-check@1\n${code}`, CHECKS);

/** So many characters of five bits each. */
function letters(text: string, length: number): string {
  const bits = [...sha256(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length }, (_, at) => LETTERS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('');
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
