import { useEffect, useSyncExternalStore } from 'react';
import {
  type Account,
  askSession,
  currentSession,
  mayBeSignedIn,
  type SessionState,
  subscribeSession,
} from './session-store.ts';

/**
 * Who is signed in. A page that works without asks the server only where somebody has signed in before in this browser, so
 * that respondents' pages ask nothing about them.
 *
 * @param needed whether the page is for people who are signed in
 */
export function useSession(needed = false): SessionState {
  const session = useSyncExternalStore(subscribeSession, currentSession);
  const { state } = session;
  useEffect(() => {
    if (state === 'unknown' && (needed || mayBeSignedIn())) void askSession();
  }, [state, needed]);
  return session;
}

/** What the roles of an account reach; the same as the collector's table of permissions, which decides. */
export interface Reach {
  /** sets studies up, invites, exports */
  readonly makes: boolean;
  /** manages accounts, reads the audit log, erases */
  readonly owns: boolean;
  /** reads figures of every team; else of the own team, or of the whole alone */
  readonly teams: 'all' | 'own' | 'none';
}

export function reachOf({ role }: Pick<Account, 'role'>): Reach {
  const makes = role === 'owner' || role === 'analyst';
  return { makes, owns: role === 'owner', teams: makes ? 'all' : role === 'lead' ? 'own' : 'none' };
}
