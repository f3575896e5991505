import { createHmac, randomBytes } from 'node:crypto';

/** A new study's secret, from which both keys of its linkage codes follow. It leaves the server only in backups. */
export function newLinkageKey(): string {
  return randomBytes(32).toString('hex');
}

/**
 * The key under which a respondent's device hashes the elements of a code. Everybody who is handed the form has it, so
 * that what the device sends could be found by trying the few possible answers.
 */
export function formKey(linkageKey: string): string {
  return hmac(linkageKey, 'peerscale/form-key@1');
}

/** What is stored of an element: hashed once more, under a key that only the server has. 64 hexadecimal digits. */
export function storedCode(linkageKey: string, element: string, hash: string): string {
  return hmac(hmac(linkageKey, 'peerscale/stored-code@1'), `${element}\n${hash}`);
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
}
