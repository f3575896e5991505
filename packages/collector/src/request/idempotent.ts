import { createHash, createHmac } from 'node:crypto';
import type { Context, Handler } from 'hono';
import type { Transaction } from 'kysely';
import type { StaffEnv } from '../access/protect.ts';
import { problem } from '../problem.ts';
import type { Database, IdempotencyKeyRow } from '../store/database.ts';
import type { StudyRoom } from '../studies/study-room.ts';
import { readJson } from './read-json.ts';
import { type FoundRun, foundRun, isRunHere, ownRun, promiseText } from './repeat/kept-run.ts';
import { PROGRESS, type Progress, progressOfRun } from './repeat/progress.ts';

/** draft-ietf-httpapi-idempotency-key-header: a string of structured fields; its quotes may be left out. */
export const IDEMPOTENCY_KEY = /^(?:"([\x20\x21\x23-\x5b\x5d-\x7e]{16,255})"|([\w.:~+/=-]{16,255}))$/;
const DAY = 24 * 3_600_000;
/** Seconds after which asking again is worth it. */
const AGAIN_IN = '5';

export interface Repeating {
  /** What of a first answer is kept for a day to answer again; never a secret. */
  keep(body: unknown): unknown;
  /** The answer to who asks again; without it a 409, because what was made is shown once. */
  readonly again?: (c: Context<StaffEnv>, kept: unknown) => Promise<Response> | Response;
  /** Whether the handler goes on from what `progressOf` says where an earlier run was left. */
  readonly goesOn?: boolean;
}

/**
 * Has a handler do its work once for each `Idempotency-Key` of an account, within a day; a request without one is worked
 * on each time. A key that came with another body is refused (422). While the first request is under way, also in another
 * process, the others are told to come again (409 with `Retry-After`). What failed is forgotten, and can be asked for again.
 * Where the process ended in the middle, a handler that `goesOn` does so; of another nobody knows (409).
 *
 * Kept are a digest of account, address and key, the answer as `keep` leaves it, and a fingerprint of the body that is
 * keyed with the key itself: without the key, which is not stored, nobody can tell by guessing what was in the body.
 */
export function idempotent<Path extends string>(
  { store, access }: Pick<StudyRoom, 'store' | 'access'>,
  { keep, again, goesOn = false }: Repeating,
  handler: Handler<StaffEnv, Path>,
): Handler<StaffEnv, Path> {
  return async (c, next) => {
    const header = c.req.header('Idempotency-Key');
    if (header === undefined) return handler(c, next);
    const [, quoted, bare] = IDEMPOTENCY_KEY.exec(header) ?? [];
    const key = quoted ?? bare;
    if (key === undefined) {
      const message = 'is not a text of 16 to 255 characters';
      return problem(c, 'invalid-request', {
        errors: [{ path: 'header.Idempotency-Key', code: 'invalid-value', message }],
      });
    }
    const body = await readJson(c);
    if (body instanceof Response) return body;
    const { id: account_id } = c.var.signedIn.account;
    const digest = createHash('sha256')
      .update(JSON.stringify([account_id, c.req.method, c.req.path, key]))
      .digest('hex');
    const fingerprint = createHmac('sha256', key).update(JSON.stringify(body.value)).digest('hex');
    const now = access.now();
    const answer = promiseText(now, null);
    const row = { digest, account_id, fingerprint, answer, expires_at: now + DAY };
    const run = await store.write((trx) => claim(trx, row, { now, goesOn, isHere: isRunHere(store, digest) }));
    switch (run.state) {
      case 'reused':
        return problem(c, 'idempotency-key-reused');
      case 'under-way':
        return problem(c, 'idempotency-unfinished', { headers: { 'Retry-After': AGAIN_IN } });
      case 'unknown':
        return problem(c, 'idempotency-unknown');
      case 'done':
        return again === undefined ? problem(c, 'idempotency-shown-once') : again(c, run.answer);
    }
    const own = ownRun(store, digest, run.text, run.reached, () => access.now());
    const progress: Progress = progressOfRun(own, run.reached);
    c.set(PROGRESS as never, progress as never);
    let response: Response | undefined;
    try {
      response = (await handler(c, next)) as Response;
    } finally {
      if (response?.ok !== true) await (progress.earlier() === undefined ? own.forget() : own.leave());
    }
    if (!response.ok) return response;
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
    await own.finish(keep(isJson ? await response.clone().json() : undefined) ?? {});
    return response;
  };
}

type Claimed =
  | Exclude<FoundRun, { state: 'left' }>
  | { readonly state: 'reused' }
  | { readonly state: 'ours'; readonly text: string; readonly reached: unknown };

interface Claim {
  readonly now: number;
  readonly goesOn: boolean;
  readonly isHere: boolean;
}

/** Begins a run under a key, takes one over that was left, or finds out why neither can be. */
async function claim(
  trx: Transaction<Database>,
  row: IdempotencyKeyRow & { readonly answer: string },
  { now, goesOn, isHere }: Claim,
): Promise<Claimed> {
  await trx.deleteFrom('idempotency_key').where('expires_at', '<=', now).execute();
  const added = await trx
    .insertInto('idempotency_key')
    .values(row)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .returning('digest')
    .executeTakeFirst();
  if (added !== undefined) return { state: 'ours', text: row.answer, reached: null };
  const known = await trx
    .selectFrom('idempotency_key')
    .select(['fingerprint', 'answer'])
    .where('digest', '=', row.digest)
    .executeTakeFirstOrThrow();
  if (known.fingerprint !== row.fingerprint) return { state: 'reused' };
  const found = foundRun(known.answer, now);
  if (found.state !== 'done' && isHere) return { state: 'under-way' };
  if (found.state !== 'left') return found;
  if (!goesOn) return { state: 'unknown' };
  const text = promiseText(now, found.reached);
  const { numUpdatedRows } = await trx
    .updateTable('idempotency_key')
    .set({ answer: text })
    .where('digest', '=', row.digest)
    .where('answer', '=', known.answer)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? { state: 'ours', text, reached: found.reached } : { state: 'under-way' };
}
