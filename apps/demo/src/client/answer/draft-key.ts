import type { Cell } from '../api/answer.ts';

/**
 * What answers to an invitation are kept under on the device. It stands there unencrypted, so it is a digest: the secret
 * cannot be read from it. A page without https has no digests, and keeps nothing either.
 *
 * @param cell what the person chose where the link leaves it open
 */
export async function draftKeyOf(secret: string, { team, group }: Cell): Promise<string> {
  const bytes = new TextEncoder().encode(`peerscale/draft@1\n${secret}\n${team ?? ''}\n${group ?? ''}`);
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', bytes);
  if (digest === undefined) return 'invitation';
  return `invitation ${[...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
