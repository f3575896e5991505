import type { FormPart, FormPlan, FormRecord } from '@peerscale/form';

/**
 * Whether a part asks if the record may be handed on for further use: a consent that has the word `reuse` in its id, such
 * as `reuse` or `data-reuse`.
 */
export function isReuseConsent(part: FormPart): boolean {
  return part.kind === 'consent' && part.id.split('-').includes('reuse');
}

/** What is stored of it with each record: 1 where the person agreed to all that was asked so, 0 where not, null where nobody asked. */
export function reuseOf({ parts }: Pick<FormPlan, 'parts'>, values: FormRecord['values']): 0 | 1 | null {
  const asked = parts.filter((part) => part.kind === 'consent').filter(isReuseConsent);
  if (asked.length === 0) return null;
  // without one that must be agreed to, nothing would have been sent
  return asked.every(({ id, mustAgree }) => mustAgree || values[id] === true) ? 1 : 0;
}
