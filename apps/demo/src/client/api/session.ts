import { forgetSession, renewSession } from '../session/session-store.ts';
import { request } from './request.ts';

/** Signs in with a password. @throws ApiProblem `sign-in-failed` whatever was wrong about it, `too-many-requests` */
export async function signIn(email: string, password: string): Promise<void> {
  await request('POST', '/session', { body: { email, password }, signedOutIsFine: true });
  await renewSession();
}

/** Signs in to the simulated organisation, where this server has one to look at. */
export async function enterDemonstration(): Promise<void> {
  await request('POST', '/demonstration/session', { signedOutIsFine: true });
  await renewSession();
}

/** Signs out here, or in every browser. What cannot be reached cannot be ended: then the cookie stays, and it is said. */
export async function signOut(everywhere = false): Promise<void> {
  await request('DELETE', everywhere ? '/sessions' : '/session', { signedOutIsFine: true }).catch((error: unknown) => {
    if (!(error instanceof Error && 'status' in error && error.status === 401)) throw error;
  });
  forgetSession();
}
