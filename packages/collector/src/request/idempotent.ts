import { createHash, createHmac } from 'node:crypto';
import type { Context, Handler } from 'hono';
import type { StaffEnv } from '../access/protect.ts';
import { problem } from '../problem.ts';
import type { StudyRoom } from '../studies/study-room.ts';
import { readJson } from './read-json.ts';

/** draft-ietf-httpapi-idempotency-key-header: a string of structured fields; its quotes may be left out. */
export const IDEMPOTENCY_KEY = /^(?:"([\x20\x21\x23-\x5b\x5d-\x7e]{16,255})"|([\w.:~+/=-]{16,255}))$/;
const DAY = 24 * 3_600_000;

export interface Repeating {
  /** What of a first answer is kept for a day to answer again; never a secret. */
  keep(body: unknown): unknown;
  /** The answer to who asks again; without it a 409, because what was made is shown once. */
  readonly again?: (c: Context<StaffEnv>, kept: unknown) => Promise<Response> | Response;
}

const BEGUN = 'begun';

/** From here on, something was done that no rollback takes back: whoever asks again must not have it done twice. */
export function beyondRecall(c: Context): void {
  c.set(BEGUN, true);
}

/**
 * Has a handler do its work once for each `Idempotency-Key` of an account, within a day; a request without one is worked
 * on each time. A key that came with another body is refused (422), and so is one whose first request is still under way,
 * or ended with the process before its outcome was known (409). What failed is forgotten, and can be asked for again.
 *
 * Kept are a digest of account, address and key, the answer as `keep` leaves it, and a fingerprint of the body that is
 * keyed with the key itself: without the key, which is not stored, nobody can tell by guessing what was in the body.
 */
export function idempotent<Path extends string>(
  { store, access }: Pick<StudyRoom, 'store' | 'access'>,
  { keep, again }: Repeating,
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
    const known = await store.write(async (trx) => {
      await trx.deleteFrom('idempotency_key').where('expires_at', '<=', now).execute();
      const row = { digest, account_id, fingerprint, answer: null, expires_at: now + DAY };
      const added = await trx
        .insertInto('idempotency_key')
        .values(row)
        .onConflict((conflict) => conflict.column('digest').doNothing())
        .returning('digest')
        .executeTakeFirst();
      if (added !== undefined) return undefined;
      return trx.selectFrom('idempotency_key').selectAll().where('digest', '=', digest).executeTakeFirstOrThrow();
    });
    if (known !== undefined) {
      if (known.fingerprint !== fingerprint) return problem(c, 'idempotency-key-reused');
      if (known.answer === null) return problem(c, 'idempotency-unfinished');
      if (again === undefined) return problem(c, 'idempotency-shown-once');
      return again(c, JSON.parse(known.answer));
    }
    const forget = () => store.write((trx) => trx.deleteFrom('idempotency_key').where('digest', '=', digest).execute());
    let response: Response | undefined;
    try {
      response = (await handler(c, next)) as Response;
    } finally {
      const failed = response?.ok !== true;
      if (failed && (c.get(BEGUN as never) as unknown) !== true) await forget();
    }
    if (!response.ok) return response;
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
    const answer = JSON.stringify(keep(isJson ? await response.clone().json() : undefined) ?? {});
    await store.write((trx) =>
      trx.updateTable('idempotency_key').set({ answer }).where('digest', '=', digest).execute(),
    );
    return response;
  };
}
