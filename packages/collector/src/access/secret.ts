import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** 32 random bytes as 43 characters of base64url: for a cookie or a link. Only its digest is ever stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * SHA-256 of a secret, as 64 hexadecimal digits, or undefined for what cannot be a secret of ours: cut short, prolonged,
 * or written in another of the ways base64url has for the same bytes. A secret of 256 random bits needs no slow hash.
 */
export function digestOf(secret: string | undefined): string | undefined {
  if (secret === undefined || !SECRET.test(secret)) return undefined;
  return createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('hex');
}

/** Whether two texts are the same, in a time that says nothing about where they differ. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
