import type { Handler } from 'hono';
import { bodyError, problem } from '../problem.ts';
import { checkRecord } from '../request/check-record.ts';
import { readJson } from '../request/read-json.ts';
import type { WordingEnv } from '../request/with-wording.ts';
import type { CollectorStore } from '../store/collector-store.ts';

/** As many as people read; a body made to be wrong could have thousands. */
const MAX_ERRORS = 50;

/** POST /studies/:study/responses: keeps a response record, once per idempotency key, and only as a whole. */
export function postResponse(store: CollectorStore, now: () => Date): Handler<WordingEnv> {
  return async (c) => {
    const { study, instrument, textPacks } = c.var;
    const body = await readJson(c);
    if (body instanceof Response) return body;
    const checked = checkRecord(study, instrument, textPacks, body.value);
    if (!checked.success) {
      const more = checked.issues.length - MAX_ERRORS;
      return problem(c, 'invalid-record', {
        ...(more > 0 ? { detail: `The first ${MAX_ERRORS} errors are shown; there are ${more} more.` } : {}),
        errors: checked.issues.slice(0, MAX_ERRORS).map(bodyError),
      });
    }
    // the day by this clock: the respondent's may be wrong, which is no reason to refuse the answers
    const result = await store.addResponse(study.id, checked.value, now().toISOString().slice(0, 10));
    if (result === 'stored') return c.json({ stored: true }, 201);
    if (result === 'repeated') return c.json({ stored: true, repeated: true });
    const message = 'came before with other content, which is kept';
    return problem(c, 'idempotency-conflict', {
      errors: [bodyError({ path: ['idempotencyKey'], code: 'idempotency-conflict', message })],
    });
  };
}
