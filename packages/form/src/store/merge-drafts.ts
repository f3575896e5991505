import type { Draft } from '../draft/draft.ts';
import { isObject, own } from '../text/json.ts';

/**
 * What two tabs answered, put together: the other tab's draft with everything that this tab changed since it last wrote.
 * Where both changed the same answer this tab wins, because it is the later one.
 *
 * @param before what this tab loaded or saved last
 * @param now what this tab wants to save, of the same sitting
 * @param theirs what another tab saved in between
 */
export function mergeDrafts(before: Draft | null, now: Draft, theirs: Draft): Draft {
  // a language with another coding turns every code round, so that only one tab's answers can be taken
  if (JSON.stringify(theirs.codings) !== JSON.stringify(now.codings)) return now;
  return { ...now, answers: merged(before?.answers, now.answers, theirs.answers) as Draft['answers'] };
}

function merged(before: unknown, now: unknown, theirs: unknown): unknown {
  if (!isObject(now) || !isObject(theirs)) return JSON.stringify(now) === JSON.stringify(before) ? theirs : now;
  const old = isObject(before) ? before : {};
  const result: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(now)])) {
    const value = merged(own(old, key), own(now, key), own(theirs, key));
    if (value !== undefined) result[key] = value;
  }
  return result;
}
