import { createHmac, randomBytes } from 'node:crypto';
import { createBuckets } from './bucket.ts';
import { createGrowingDelay } from './growing-delay.ts';

export interface SignInAttempt {
  readonly email: string;
  /** of the client, or what stands for it */
  readonly address: string;
  /** digest of the device cookie, where this account has signed in with it before */
  readonly knownDevice: string | undefined;
}

/** Either how many seconds to wait, or the leave to try, and what to do when the try was right. */
export type Admission =
  | { readonly admitted: false; readonly retryAfter: number }
  | { readonly admitted: true; succeed(): void };

export interface SignInGuard {
  begin(attempt: SignInAttempt): Admission;
}

/**
 * Who may try a password now. Guessing is slowed down for each account at each address (a growing delay), for each address
 * (50, then 10 a minute) and for each account (100, then 100 an hour), and no account is ever locked: a device that has
 * signed in before has a growing delay of its own and is held up by nobody else's tries. An account that does not exist is
 * treated as one that does. Addresses and e-mails are kept in memory only, hashed with a key that ends with the process.
 */
export function createSignInGuard(now: () => number): SignInGuard {
  const key = randomBytes(32);
  const hashed = (...parts: string[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
  const pairs = createGrowingDelay(now);
  const devices = createGrowingDelay(now);
  const addresses = createBuckets({ size: 50, perSecond: 10 / 60, now });
  const accounts = createBuckets({ size: 100, perSecond: 100 / 3600, now });
  const refused = (milliseconds: number): Admission => ({
    admitted: false,
    retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)),
  });

  return {
    begin({ email, address, knownDevice }) {
      if (knownDevice !== undefined) {
        const device = hashed('device', email, knownDevice);
        const wait = devices.wait(device);
        if (wait > 0) return refused(wait);
        devices.begin(device);
        return { admitted: true, succeed: () => devices.succeed(device) };
      }
      const pair = hashed('pair', email, address);
      const from = hashed('address', address);
      const to = hashed('account', email);
      const wait = pairs.wait(pair);
      if (wait > 0) return refused(wait);
      const addressWait = addresses.take(from);
      if (addressWait > 0) return refused(addressWait);
      const accountWait = accounts.take(to);
      if (accountWait > 0) return refused(accountWait);
      pairs.begin(pair);
      return {
        admitted: true,
        succeed() {
          pairs.succeed(pair);
          addresses.giveBack(from);
          accounts.giveBack(to);
        },
      };
    },
  };
}
