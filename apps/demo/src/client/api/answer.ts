import type { Instrument, LocalizedText, TextPack } from '@peerscale/core';
import type { FormPlan } from '@peerscale/form';
import { ApiProblem, request } from './request.ts';

/** What a person is told before answering. */
export interface Told {
  readonly study: {
    readonly id: string;
    readonly title: LocalizedText;
    readonly locales: readonly string[];
    readonly minimumGroupSize: number;
    readonly minimumTextSize: number;
    readonly linkage: 'none' | 'code';
    readonly retentionDays: number | null;
    readonly simulated: boolean;
  };
  readonly wave: { readonly name: string; readonly closesOn: string };
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A team and a group; what the invitation itself says need not be said. */
export interface Cell {
  readonly team: string | null;
  readonly group: string | null;
}

export interface Invitation extends Told, Cell {
  readonly kind: 'open' | 'group' | 'token';
  /** who asks */
  readonly organisation: string | null;
  /** what an open link leaves to the person */
  readonly choices: {
    readonly teams: readonly Named[];
    readonly groups: readonly Named[];
    readonly cells: readonly { readonly team: string; readonly group: string }[];
  };
}

/** The form of an invitation, in every language of the study. */
export interface InvitedForm extends Told {
  readonly plan: FormPlan;
  readonly instruments: readonly Instrument[];
  readonly textPacks: readonly TextPack[];
  readonly team: Named;
  readonly group: Named;
}

/** Why an invitation opens nothing. */
export type Closed =
  | { readonly reason: 'not-valid' | 'over' }
  /** the first day, as YYYY-MM-DD, where the server said it */
  | { readonly reason: 'not-open'; readonly opensOn: string | undefined };

export type Opened<T> = { readonly open: true; readonly value: T } | { readonly open: false; readonly closed: Closed };

const address = (secret: string) => `/invitations/${encodeURIComponent(secret)}`;

function query({ team, group }: Cell): string {
  const said = new URLSearchParams();
  if (team !== null) said.set('team', team);
  if (group !== null) said.set('group', group);
  return said.size === 0 ? '' : `?${said}`;
}

/** Where the answers to an invitation are posted to. */
export function responsesAddress(secret: string, cell: Cell): string {
  return `/api${address(secret)}/responses${query(cell)}`;
}

/** What a link invites to, or why it does not. */
export function fetchInvitation(secret: string, signal: AbortSignal): Promise<Opened<Invitation>> {
  return opened(request('GET', address(secret), { signal, signedOutIsFine: true }));
}

export function fetchInvitedForm(secret: string, cell: Cell, signal: AbortSignal): Promise<Opened<InvitedForm>> {
  return opened(request('GET', `${address(secret)}/form${query(cell)}`, { signal, signedOutIsFine: true }));
}

/** A link that is used, too early or too late is no failure: there is a page for each. */
async function opened<T>(asking: Promise<T>): Promise<Opened<T>> {
  try {
    return { open: true, value: await asking };
  } catch (error) {
    const closed = error instanceof ApiProblem ? closedBy(error) : undefined;
    if (closed === undefined) throw error;
    return { open: false, closed };
  }
}

function closedBy({ code, detail }: ApiProblem): Closed | undefined {
  if (code === 'link-not-valid') return { reason: 'not-valid' };
  if (code === 'wave-closed') return { reason: 'over' };
  if (code !== 'wave-not-open') return undefined;
  return { reason: 'not-open', opensOn: /\d{4}-\d{2}-\d{2}/.exec(detail ?? '')?.[0] };
}

/**
 * The receipt in the collector's answer to a record; undefined where the answer has none.
 *
 * @example receiptIn({ stored: true, receipt: '7QK2-…' }) // '7QK2-…'
 */
export function receiptIn(answer: unknown): string | undefined {
  const { receipt } = (answer ?? {}) as { receipt?: unknown };
  return typeof receipt === 'string' ? receipt : undefined;
}

/**
 * The receipt of a record that has arrived, where its answer got lost: the server knows the record by its key and answers
 * the same again. Undefined where another record of the same sitting had come before.
 */
export async function fetchReceipt(secret: string, cell: Cell, record: unknown): Promise<string | undefined> {
  try {
    const path = `${address(secret)}/responses${query(cell)}`;
    return receiptIn(await request('POST', path, { body: record, signedOutIsFine: true }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return undefined;
    throw error;
  }
}

/** Deletes the answers of a receipt, where there are any. @throws ApiProblem `invalid-receipt` for what is no receipt */
export async function withdrawAnswers(receipt: string): Promise<void> {
  await request('POST', '/withdrawals', { body: { receipt }, signedOutIsFine: true });
}

export interface Rights {
  readonly study?: { readonly id: string; readonly title: LocalizedText };
  readonly promises: readonly LocalizedText[];
  readonly data: readonly {
    readonly id: string;
    readonly about: LocalizedText;
    readonly stored: LocalizedText;
    readonly purpose: LocalizedText;
    readonly kept: LocalizedText;
  }[];
  readonly never: readonly LocalizedText[];
  readonly withdrawal: LocalizedText;
}

/** What is stored about whom: of one study, else in general. */
export function fetchRights(study: string | null, signal: AbortSignal): Promise<Rights> {
  const asked = study === null ? '' : `?study=${encodeURIComponent(study)}`;
  return request('GET', `/rights${asked}`, { signal, signedOutIsFine: true });
}
