import type { DefinitionIssue } from '@peerscale/core';
import type { Context, Handler } from 'hono';
import { bodyError, problem } from '../problem.ts';
import { checkForm } from '../request/check-form.ts';
import { checkRecord } from '../request/check-record.ts';
import { readJson } from '../request/read-json.ts';
import { hasFormRecord } from '../request/recorded-parts.ts';
import type { PlanEnv } from '../request/with-plan.ts';
import type { AddResponseResult, CollectorStore } from '../store/collector-store.ts';

/** As many as people read; a body made to be wrong could have thousands. */
const MAX_ERRORS = 50;

/**
 * POST /studies/:study/responses: keeps a response record, or the record of a whole form where the study's plan has more
 * than one instrument alone; once per idempotency key, and only as a whole.
 */
export function postResponse(store: CollectorStore, now: () => Date): Handler<PlanEnv> {
  return async (c) => {
    const { study, instrument, textPacks, plan, planned } = c.var;
    const body = await readJson(c);
    if (body instanceof Response) return body;
    // the day by this clock: the respondent's may be wrong, which is no reason to refuse the answers
    const day = now().toISOString().slice(0, 10);
    let result: AddResponseResult;
    if (plan === undefined) {
      const checked = checkRecord(study, instrument, textPacks, body.value);
      if (!checked.success) return refusal(c, checked.issues);
      result = await store.addResponse(study.id, checked.value, day);
    } else {
      const checked = checkForm({ plan, locales: study.locales, planned }, body.value);
      if (!checked.success) return refusal(c, checked.issues);
      const { value } = checked;
      result = await (hasFormRecord(plan)
        ? store.addForm(study.id, value, day)
        : store.addResponse(study.id, value.records[0]!, day));
    }
    if (result === 'stored') return c.json({ stored: true }, 201);
    if (result === 'repeated') return c.json({ stored: true, repeated: true });
    const message = 'came before with other content, which is kept';
    return problem(c, 'idempotency-conflict', {
      errors: [bodyError({ path: ['idempotencyKey'], code: 'idempotency-conflict', message })],
    });
  };
}

function refusal(c: Context, issues: readonly DefinitionIssue[]): Response {
  const more = issues.length - MAX_ERRORS;
  return problem(c, 'invalid-record', {
    ...(more > 0 ? { detail: `The first ${MAX_ERRORS} errors are shown; there are ${more} more.` } : {}),
    errors: issues.slice(0, MAX_ERRORS).map(bodyError),
  });
}
