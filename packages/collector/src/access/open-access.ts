import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Store } from '../store/store.ts';
import { type Audit, createAudit } from './audit/audit.ts';
import { createOneTimeLinks, type LinkPurpose, type OneTimeLinks } from './links/one-time-links.ts';
import { type OwnOrigin, ownOrigin } from './own-origin.ts';
import { type Challenges, createChallenges } from './passkeys/challenges.ts';
import { createPasswords, type PasswordOptions, type Passwords } from './password/passwords.ts';
import { type Buckets, createBuckets } from './rate/bucket.ts';
import { clientAddress } from './rate/client-address.ts';
import { createSignInGuard, type SignInGuard } from './rate/sign-in-guard.ts';
import { type Cookies, createCookies } from './session/cookies.ts';
import { createKnownDevices, type KnownDevices } from './session/known-devices.ts';
import { createSessions, type Sessions } from './session/sessions.ts';

/** A one-time link on its way to the person it is for. */
export interface LinkMessage {
  readonly purpose: Exclude<LinkPurpose, 'set-up'>;
  readonly email: string;
  readonly name: string;
  /** language of the account */
  readonly locale: string;
  /** language of the page that asked for it, where somebody asked on one */
  readonly pageLocale?: string;
  readonly organisation: string;
  readonly url: string;
}

export interface AccessOptions {
  readonly store: Store;
  /** the public address of the server's pages, as `https://survey.ward3.example`; plain HTTP for localhost alone */
  readonly origin: string;
  /** Sends a link by e-mail. By default nothing is sent: owners see the links they make, and hand them on themselves. */
  readonly deliverLink?: (message: LinkMessage) => Promise<void>;
  /** how many reverse proxies stand before the server and write X-Forwarded-For; 0 by default */
  readonly proxies?: number;
  readonly passwords?: PasswordOptions;
  /** the server's clock by default */
  readonly now?: () => Date;
  /** told of what went wrong after an answer was sent; nothing by default */
  readonly onInternalError?: (error: Error) => void;
}

/** All that the routes for staff share. */
export interface Access {
  readonly store: Store;
  readonly origin: OwnOrigin;
  readonly now: () => number;
  readonly passwords: Passwords;
  readonly cookies: Cookies;
  readonly sessions: Sessions;
  readonly devices: KnownDevices;
  readonly links: OneTimeLinks;
  readonly audit: Audit;
  readonly challenges: Challenges;
  readonly guard: SignInGuard;
  /** requests of one address before anybody is signed in: 60, then one a second */
  readonly visitors: Buckets;
  /** requests of one account: 300, then ten a second */
  readonly accounts: Buckets;
  /** letters with a link that anybody may ask for: three, then one an hour for each account */
  readonly letters: Buckets;
  /** accounts that any visitor is signed in as (`guestSession`): nobody changes them, because they are everybody's */
  readonly guests: Set<string>;
  readonly deliverLink: NonNullable<AccessOptions['deliverLink']>;
  /** The client's address for limits alone: hashed with a key that ends with the process. */
  address(c: Context): string;
  /** Does what nobody waits for, so that its time tells nobody anything. */
  later(work: () => Promise<void>): void;
  /** Resolves when all of that is done; before the store is closed. */
  settled(): Promise<void>;
}

/**
 * Accounts and sessions over a store.
 *
 * @throws RangeError for an origin that is not https:// or this machine
 * @example const access = openAccess({ store, origin: 'https://survey.ward3.example' });
 */
export function openAccess({
  store,
  origin,
  deliverLink = async () => {},
  proxies = 0,
  passwords,
  now: clock = () => new Date(),
  onInternalError,
}: AccessOptions): Access {
  const now = () => clock().getTime();
  const own = ownOrigin(origin);
  const addressKey = randomBytes(32);
  const pending = new Set<Promise<void>>();
  return {
    store,
    origin: own,
    now,
    passwords: createPasswords(passwords),
    cookies: createCookies(own),
    sessions: createSessions(store, now),
    devices: createKnownDevices(store, now),
    links: createOneTimeLinks(store, own, now),
    audit: createAudit(store, now),
    challenges: createChallenges(now),
    guard: createSignInGuard(now),
    visitors: createBuckets({ size: 60, perSecond: 1, now }),
    accounts: createBuckets({ size: 300, perSecond: 10, now }),
    letters: createBuckets({ size: 3, perSecond: 1 / 3600, now }),
    guests: new Set(),
    deliverLink,
    address: (c) => createHmac('sha256', addressKey).update(clientAddress(c, proxies)).digest('base64url'),
    later(work) {
      const done = work()
        .catch((error: unknown) => onInternalError?.(error instanceof Error ? error : new Error(String(error))))
        .finally(() => pending.delete(done));
      pending.add(done);
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
