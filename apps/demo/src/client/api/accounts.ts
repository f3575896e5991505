import type { Role } from '../session/session-store.ts';
import { renewSession } from '../session/session-store.ts';
import { request } from './request.ts';

/** The own account, and how one gets into it. */
export interface OwnAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly locale: string;
  readonly organisation: string;
  readonly hasPassword: boolean;
  readonly passkeys: number;
}

export interface ListedAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly team: string | null;
  readonly locale: string;
  readonly disabled: boolean;
  /** whether the invitation was accepted */
  readonly joined: boolean;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly team: string | null;
  readonly locale: string;
}

export interface SetUp {
  readonly link: string;
  readonly organisation: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: string;
}

/** Whom a one-time link is for. */
export interface LinkOwner {
  readonly purpose: 'invite' | 'reset';
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly locale: string;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

/** Whether the server still waits for its first owner. */
export async function isSetUpNeeded(signal: AbortSignal): Promise<boolean> {
  return (await request<{ needed: boolean }>('GET', '/set-up', { signal })).needed;
}

/** Makes the organisation and its first owner, who is signed in by it. */
export async function setUpServer(body: SetUp): Promise<void> {
  await request('POST', '/set-up', { body });
  await renewSession();
}

export function lookUpLink(link: string, signal: AbortSignal): Promise<LinkOwner> {
  return request('POST', '/account/link', { body: { link }, signal });
}

export function setPasswordByLink(link: string, password: string): Promise<void> {
  return request('POST', '/account/password', { body: { link, password } });
}

/** Asks for a letter with a link; the answer does not say whether there is such an account. `locale` is that of the page. */
export async function askForReset(email: string, locale: string): Promise<void> {
  await request('POST', '/account/password-reset', { body: { email, locale } });
}

export function fetchAccount(signal: AbortSignal): Promise<OwnAccount> {
  return request('GET', '/account', { signal });
}

export async function changeOwnAccount(body: { readonly name: string; readonly locale: string }): Promise<void> {
  await request('PATCH', '/account', { body });
  await renewSession();
}

/** Changes the password, which gives this browser a new session and ends all others. */
export async function changePassword(current: string | undefined, password: string): Promise<void> {
  await request('PUT', '/account/password', { body: { ...(current === undefined ? {} : { current }), password } });
  await renewSession();
}

export async function fetchPasskeys(signal: AbortSignal): Promise<readonly Passkey[]> {
  return (await request<{ passkeys: readonly Passkey[] }>('GET', '/account/passkeys', { signal })).passkeys;
}

export function removePasskey(id: string): Promise<void> {
  return request('DELETE', `/account/passkeys/${encodeURIComponent(id)}`);
}

export async function fetchAccounts(signal: AbortSignal): Promise<readonly ListedAccount[]> {
  const all: ListedAccount[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query: string = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
    const page: { accounts: readonly ListedAccount[]; next: string | null } = await request(
      'GET',
      `/accounts${query}`,
      {
        signal,
      },
    );
    all.push(...page.accounts);
    after = page.next;
  }
  return all;
}

/** Invites somebody. The link sets their password; it is in this answer and in the letter, where letters are sent. */
export async function inviteAccount(body: NewAccount): Promise<string> {
  return (await request<{ link: string }>('POST', '/accounts', { body })).link;
}

export function changeAccount(
  id: string,
  body: { readonly role?: Role; readonly team?: string | null; readonly disabled?: boolean },
): Promise<void> {
  return request('PATCH', `/accounts/${encodeURIComponent(id)}`, { body });
}

/** A new link for somebody who has lost the password, or the invitation. */
export async function makeResetLink(id: string): Promise<string> {
  return (await request<{ link: string }>('POST', `/accounts/${encodeURIComponent(id)}/reset`)).link;
}

export interface AuditEntry {
  readonly sequence: number;
  readonly at: string;
  readonly account: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export function fetchAudit(
  before: number | null,
  signal?: AbortSignal,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly next: number | null }> {
  return request('GET', `/audit${before === null ? '' : `?before=${before}`}`, signal === undefined ? {} : { signal });
}

export type Verification =
  | { readonly intact: true; readonly head: { readonly sequence: number; readonly hash: string } }
  | { readonly intact: false; readonly entry: number; readonly reason: 'altered' | 'broken' | 'cut-off' };

/** Whether the log is whole, and beyond a head that was noted down earlier. */
export function verifyAudit(noted?: { readonly sequence: string; readonly hash: string }): Promise<Verification> {
  return request('GET', `/audit/verification${noted === undefined ? '' : `?${new URLSearchParams({ ...noted })}`}`);
}
