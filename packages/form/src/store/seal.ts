import { hexOf, randomHex } from '../text/hex.ts';
import { jsonBytes, utf8 } from '../text/utf8.ts';
import type { Row, RowKey } from './database.ts';

/** A row is bound to its place: moved to another it cannot be read. */
const parametersOf = (iv: Uint8Array<ArrayBuffer>, place: RowKey) => ({
  name: 'AES-GCM',
  iv,
  additionalData: jsonBytes(place),
});

/** A value as an encrypted row (AES-GCM, 256 bits, a fresh random nonce). */
export async function seal(key: CryptoKey, place: RowKey, value: unknown, now: number): Promise<Row> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(parametersOf(iv, place), key, jsonBytes(value));
  return { iv, data, revision: randomHex(8), savedAt: now };
}

/** The value of a row; null where it is damaged, or was written under another key. */
export async function unseal(key: CryptoKey, place: RowKey, row: Row | undefined): Promise<unknown> {
  if (row === undefined) return null;
  try {
    const text = await crypto.subtle.decrypt(parametersOf(row.iv, place), key, row.data);
    return JSON.parse(new TextDecoder().decode(text)) as unknown;
  } catch {
    return null;
  }
}

/**
 * The name of a record's row: its digest, because an idempotency key in the clear, left over on a disk, could be held
 * against what a server has.
 */
export async function rowName(idempotencyKey: string): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(idempotencyKey))));
}
