/** What somebody who is signed in may see and do; the server decides the same by its own table. */
export type Role = 'owner' | 'analyst' | 'lead' | 'viewer';

export interface Account {
  readonly id: string;
  readonly organisationId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** the team of a lead */
  readonly teamId: string | null;
  readonly locale: string;
}

/** Whether anybody is signed in in this browser; `unknown` until somebody has asked. */
export type SessionState =
  | { readonly state: 'unknown' }
  | { readonly state: 'nobody' }
  /** the server did not say */
  | { readonly state: 'unreachable' }
  | {
      readonly state: 'somebody';
      readonly account: Account;
      /** a visitor of the demonstration, one of many with this account */
      readonly guest: boolean;
      readonly expiresAt: string;
    };

/** Where it is noted that somebody has signed in here, and nothing else about them. */
const STORAGE_KEY = 'peerscale:signed-in';

let current: SessionState = { state: 'unknown' };
let csrf: string | undefined;
let asking: Promise<SessionState> | undefined;
const listeners = new Set<() => void>();

function become(next: SessionState, token?: string): SessionState {
  current = next;
  csrf = token;
  try {
    if (next.state === 'somebody') localStorage.setItem(STORAGE_KEY, 'yes');
    if (next.state === 'nobody') localStorage.removeItem(STORAGE_KEY);
  } catch {
    // storage switched off: the server is then asked once on each page that needs to know
  }
  for (const listener of listeners) listener();
  return current;
}

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentSession = (): SessionState => current;
export const knownCsrf = (): string | undefined => csrf;

/** Whether somebody has signed in in this browser and not out again: only then is the server worth asking on public pages. */
export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return true;
  }
}

/** Asks the server who is signed in, once however many parts of the page want to know. */
export function askSession(): Promise<SessionState> {
  asking ??= fetchSession().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function fetchSession(): Promise<SessionState> {
  const answer = await fetch('/api/session', { headers: { Accept: 'application/json' } }).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return become({ state: 'unreachable' });
  if (!answer.ok) return become({ state: 'nobody' });
  const { account, guest, csrf: token, expiresAt } = await answer.json();
  return become({ state: 'somebody', account, guest, expiresAt }, token);
}

/** Asks anew, as after signing in. @returns whether somebody is signed in */
export async function renewSession(): Promise<boolean> {
  asking = undefined;
  return (await askSession()).state === 'somebody';
}

/** Nobody is signed in any more: the session has ended here or on the server. */
export function forgetSession(): void {
  become({ state: 'nobody' });
}
