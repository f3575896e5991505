import type { Context } from 'hono';
import { PROBLEMS, refusedWith } from '../problem.ts';
import type { Access } from './open-access.ts';
import type { SignedIn } from './session/sessions.ts';

/** What was sent cannot be: no JSON, too large, of another type, or not what the route takes. */
const INPUT: ReadonlySet<number> = new Set([400, 413, 415, 422]);
/** What no form of ours sends, whatever a person answers and wherever the line breaks off. */
const NEVER_SENT: ReadonlySet<string> = new Set(['reserved-name', 'too-deep']);
const NEVER_ANSWERED: ReadonlySet<number> = new Set([413, 415]);

export interface Door {
  /** the pattern of the route, as `POST /studies` */
  readonly route: string;
  /** who asks; undefined where nobody is signed in */
  readonly who: SignedIn | undefined;
  /** whether people answer here: then nothing is written down that a person's answers can bring about */
  readonly respondents: boolean;
}

/**
 * Writes down that the handler of a route refused what it was sent, or that a limit was hit: the route's pattern, the
 * status and the code of the problem, never anything of the request. Of an account each (so many an hour, see `Audit`);
 * where nobody is signed in, the first of its kind in an hour. A wrong answer in somebody's form is no such thing.
 */
export function noteRefusal(access: Access, c: Context, { route, who, respondents }: Door): void {
  const refused = refusedWith(c);
  if (refused === undefined) return;
  const { code, errors } = refused;
  const [status] = PROBLEMS[code];
  const entry = {
    subject: route,
    organisationId: who?.account.organisationId ?? null,
    accountId: who?.account.id ?? null,
    detail: { reason: code, status },
  };
  if (status === 429) {
    access.later(() => access.audit.hourly({ action: 'limit-reached', ...entry }));
    return;
  }
  if (!INPUT.has(status)) return;
  if (who !== undefined) {
    access.later(() => access.audit.refused({ action: 'input-refused', ...entry }));
    return;
  }
  const isAttack = NEVER_ANSWERED.has(status) || errors.some((error) => NEVER_SENT.has(error));
  if (respondents && !isAttack) return;
  access.later(() => access.audit.hourly({ action: 'input-refused', ...entry }));
}
