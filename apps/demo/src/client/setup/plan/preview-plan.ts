import type { FormPart, FormPlan } from '@peerscale/form';
import type { Study } from '../../api/studies.ts';

/** Stands where the study's key stands in the form that people get: a preview makes no code that could be linked. */
const PREVIEW_KEY = 'preview-without-a-key';

/**
 * The plan of a group as people will get it: with the code where the study links its waves, with its contacts, and scores
 * only where it shows them. The server does the same to the form that it hands out (`planForPeople`).
 */
export function previewPlan(
  plan: FormPlan,
  { linkage, helpContacts, showScores }: Pick<Study, 'linkage' | 'helpContacts' | 'showScores'>,
): FormPlan {
  const { helpContacts: _contacts, showScores: scores, ...rest } = plan;
  return {
    ...rest,
    parts: linkage === 'code' ? withCode(plan.parts) : plan.parts,
    ...(helpContacts === null ? {} : { helpContacts }),
    ...(showScores ? { showScores: scores ?? {} } : {}),
  };
}

/** The code comes after what is said and agreed to, before the first question. */
function withCode(parts: readonly FormPart[]): readonly FormPart[] {
  const first = parts.findIndex(({ kind }) => kind !== 'consent' && kind !== 'text');
  return [...parts.slice(0, first), { kind: 'code', id: 'code', key: PREVIEW_KEY }, ...parts.slice(first)];
}
