import type { Answers } from '../record/answers.ts';
import { buildFormRecord } from '../record/build-form-record.ts';
import type { FormAnswers } from '../record/form-answers.ts';
import type { AnyRecord, Session } from './session.ts';

/**
 * The record of a sitting as it is at this moment.
 *
 * @param notAsked what a branch of the form has left out, by part and item (of a part that is no instrument, its id
 *   twice): `not-asked` in the record, also where it was answered before; a self-generated code is left out of it
 */
export function recordOf(
  session: Pick<Session, 'content' | 'answers' | 'sitting'>,
  now = new Date(),
  notAsked: readonly (readonly [part: string, item: string])[] = [],
): AnyRecord {
  const { content, sitting } = session;
  const answers = new Map<string, FormAnswers[string]>(Object.entries(session.answers));
  for (const [part, item] of notAsked) {
    const kind = content.plan.parts.find(({ id }) => id === part)?.kind;
    if (kind === 'instrument') answers.set(part, { ...(answers.get(part) as Answers), [item]: 'not-asked' });
    else if (kind === 'code') answers.delete(part);
    else answers.set(part, 'not-asked');
  }
  return buildFormRecord(content, Object.fromEntries(answers), sitting, now.toISOString());
}
