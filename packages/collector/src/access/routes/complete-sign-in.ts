import type { Context } from 'hono';
import type { Transaction } from 'kysely';
import { problem } from '../../problem.ts';
import type { Database } from '../../store/database.ts';
import type { Access } from '../open-access.ts';
import { digestOf } from '../secret.ts';

/** The one answer to every sign-in that fails. */
export function signInFailed(c: Context): Response {
  return problem(c, 'sign-in-failed', { headers: { 'WWW-Authenticate': 'Cookie realm="peerscale"' } });
}

export interface SignInResult {
  readonly csrf: string;
}

/**
 * Begins a session of a new id, ends the one the browser had, remembers the device and writes it down, in one
 * transaction with `within`, which gives the account, or undefined where nobody is to be signed in.
 */
export async function completeSignIn(
  access: Access,
  c: Context,
  method: 'password' | 'passkey' | 'set-up' | 'guest',
  within: (
    trx: Transaction<Database>,
  ) => Promise<{ readonly id: string; readonly organisation_id: string } | undefined>,
): Promise<SignInResult | undefined> {
  const { cookies, sessions, devices, audit } = access;
  const earlierSession = digestOf(cookies.read(c, 'peerscale'));
  const earlierDevice = digestOf(cookies.read(c, 'peerscale-device'));
  const started = await access.store.write(async (trx) => {
    const account = await within(trx);
    if (account === undefined) return undefined;
    if (earlierSession !== undefined) await sessions.end(trx, earlierSession);
    const session = await sessions.start(trx, account.id);
    const device = await devices.remember(trx, account.id, earlierDevice);
    await audit.append(trx, {
      action: 'signed-in',
      subject: `account ${account.id}`,
      organisationId: account.organisation_id,
      accountId: account.id,
      detail: { method },
    });
    return { session, device };
  });
  if (started === undefined) return undefined;
  cookies.write(c, 'peerscale', started.session.secret);
  cookies.write(c, 'peerscale-device', started.device);
  return { csrf: started.session.csrf };
}
