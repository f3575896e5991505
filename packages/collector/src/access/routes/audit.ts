import type { Handler } from 'hono';
import * as v from 'valibot';
import { bodyError, problem } from '../../problem.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Access } from '../open-access.ts';
import type { StaffEnv } from '../protect.ts';

const PAGE = 100;
const count = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const head = v.object({ sequence: count, hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/**
 * GET /audit?before=SEQUENCE: what was done in the organisation, the latest first, a hundred at a time; and what was
 * refused to people nobody knows, which belongs to no organisation.
 */
export function getAudit({ store }: Access): Handler<StaffEnv> {
  return async (c) => {
    const before = v.safeParse(count, c.req.query('before'));
    const { organisationId } = c.var.signedIn.account;
    const rows = await store.db
      .selectFrom('audit')
      .selectAll()
      .where((is) => is.or([is('organisation_id', '=', organisationId), is('organisation_id', 'is', null)]))
      .where('sequence', '<', before.success ? before.output : Number.MAX_SAFE_INTEGER)
      .orderBy('sequence', 'desc')
      .limit(PAGE + 1)
      .execute();
    const entries = rows.slice(0, PAGE).map(({ sequence, at, account_id, action, subject, detail, hash }) => ({
      sequence,
      at: new Date(at).toISOString(),
      account: account_id,
      action,
      subject,
      detail: JSON.parse(detail) as unknown,
      hash,
    }));
    return c.json({ entries, next: rows.length > PAGE ? entries.at(-1)!.sequence : null });
  };
}

/** GET /audit/verification?sequence=N&hash=H: whether the log is whole, up to a head noted down earlier and beyond it. */
export function getAuditVerification({ store }: Access): Handler<StaffEnv> {
  return async (c) => {
    const { sequence, hash } = c.req.query();
    if (sequence === undefined && hash === undefined) return c.json(await verifyAudit(store.db));
    const noted = v.safeParse(head, { sequence, hash });
    if (noted.success) return c.json(await verifyAudit(store.db, noted.output));
    const message = 'are not an entry number and its hash of 64 hexadecimal digits';
    return problem(c, 'invalid-request', {
      errors: [{ ...bodyError({ path: [], code: 'invalid-value', message }), path: 'sequence, hash' }],
    });
  };
}
