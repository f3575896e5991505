import { randomHex } from '../text/hex.ts';
import type { Database } from './database.ts';

/** Whose rows these are, and the key that opens them. */
export interface Owner {
  /** `device`, or the random name of a tab */
  readonly id: string;
  readonly key: CryptoKey;
}

const ALGORITHM = 'AES-GCM';
const TAB = 'peerscale:tab';

/**
 * The key of a form on this device, made on first use. It is kept in IndexedDB as an object that no script, ours
 * included, can read out; it protects what is copied off the disk without the browser's own files, and no more.
 */
export async function deviceOwner(db: Database, form: string): Promise<Owner> {
  const candidate = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
  return { id: 'device', key: await db.keyOf(form, candidate) };
}

/** Whether this tab has a key by now: before it has, nothing that it could read is on the disk. */
export function tabHasKey(): boolean {
  try {
    return TAB in sessionStorage;
  } catch {
    return true; // whoever opens it will hear why
  }
}

/**
 * The key of this tab, made on first use and kept in `sessionStorage`: there after a reload and in a tab the browser
 * brings back, copied with a duplicated tab, gone when the tab is closed for good.
 */
export async function tabOwner(): Promise<Owner> {
  let tab = sessionStorage.getItem(TAB) ?? '';
  if (!/^[0-9a-f]{32} [0-9a-f]{64}$/.test(tab)) {
    tab = `${randomHex(16)} ${randomHex(32)}`;
    sessionStorage.setItem(TAB, tab);
  }
  const [id, hex] = tab.split(' ');
  const bytes = Uint8Array.from(hex!.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  return { id: id!, key: await crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt']) };
}
