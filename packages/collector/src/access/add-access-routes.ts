import type { Hono } from 'hono';
import type { Access } from './open-access.ts';
import { protect } from './protect.ts';
import { getAccount, patchAccount } from './routes/account.ts';
import { getAccounts, patchAccounts, postAccount, postReset } from './routes/accounts.ts';
import { getAudit, getAuditVerification } from './routes/audit.ts';
import { postPasskeySession, postSignInOptions } from './routes/passkey-session.ts';
import { deletePasskey, getPasskeys, postPasskey, postPasskeyOptions } from './routes/passkeys.ts';
import { postLink, postPassword, postPasswordReset, putPassword } from './routes/password.ts';
import { deleteSession, getSession, postSession } from './routes/session.ts';
import { getSetUp, postSetUp } from './routes/set-up.ts';

/** Adds the routes of set-up, sessions, accounts and the audit log to a server. Who may use them: `permissions`. */
export function addAccessRoutes(app: Hono, access: Access): void {
  const route = protect(app, access);

  route('GET /set-up', getSetUp(access));
  route('POST /set-up', postSetUp(access));

  route('POST /session', postSession(access));
  route('POST /session/passkey/options', postSignInOptions(access));
  route('POST /session/passkey', postPasskeySession(access));
  route('GET /session', getSession(access));
  route('DELETE /session', deleteSession(access, false));
  route('DELETE /sessions', deleteSession(access, true));

  route('POST /account/link', postLink(access));
  route('POST /account/password', postPassword(access));
  route('POST /account/password-reset', postPasswordReset(access));
  route('GET /account', getAccount(access));
  route('PATCH /account', patchAccount(access));
  route('PUT /account/password', putPassword(access));
  route('GET /account/passkeys', getPasskeys(access));
  route('POST /account/passkeys/options', postPasskeyOptions(access));
  route('POST /account/passkeys', postPasskey(access));
  route('DELETE /account/passkeys/:passkey', deletePasskey(access));

  route('GET /accounts', getAccounts(access));
  route('POST /accounts', postAccount(access));
  route('PATCH /accounts/:account', patchAccounts(access));
  route('POST /accounts/:account/reset', postReset(access));

  route('GET /audit', getAudit(access));
  route('GET /audit/verification', getAuditVerification(access));
}
