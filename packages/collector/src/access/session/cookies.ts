import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { OwnOrigin } from '../own-origin.ts';

/** The cookies of this server and how many seconds each may stay. */
const MAX_AGE = {
  /** who is signed in; the server ends it sooner */
  peerscale: 7 * 24 * 3600,
  /** that this browser has signed in before */
  'peerscale-device': 180 * 24 * 3600,
  /** the one question to a passkey that is open */
  'peerscale-passkey': 5 * 60,
} as const;

export type CookieName = keyof typeof MAX_AGE;

export interface Cookies {
  read(c: Context, name: CookieName): string | undefined;
  write(c: Context, name: CookieName, secret: string): void;
  clear(c: Context, name: CookieName): void;
}

/**
 * Cookies that no script reads and no other site sends along: HttpOnly, SameSite=Strict, Path=/ and, by the prefix
 * `__Host-`, Secure and of this host alone, so that neither a neighbouring domain nor plain HTTP can plant one. On
 * `http://localhost`, where browsers may take neither prefix nor Secure, the name ends in `-on-localhost` instead.
 */
export function createCookies({ secure }: OwnOrigin): Cookies {
  const full = (name: CookieName) => (secure ? `__Host-${name}` : `${name}-on-localhost`);
  const attributes = { httpOnly: true, secure, sameSite: 'Strict', path: '/' } as const;
  return {
    read: (c, name) => getCookie(c, full(name)),
    write: (c, name, secret) => setCookie(c, full(name), secret, { ...attributes, maxAge: MAX_AGE[name] }),
    clear: (c, name) => void deleteCookie(c, full(name), attributes),
  };
}
