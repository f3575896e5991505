import { MISSING_REASONS } from '@peerscale/core';
import { askedItems, type CodePart, checkFormPlan, type FormPart, type FormPlan, planOfBattery } from '@peerscale/form';
import type { Catalogue } from '../catalogue.ts';
import type { GroupContent } from '../model/group.ts';
import type { ProblemError } from '../problem.ts';
import { errorsRefusal, fieldRefusal } from '../refusal.ts';

/** Stands in a stored plan where the study's key stands in the form that people get. */
const KEY_OF_SERVER = 'the-server-has-the-key';

const MOST_PARTS = 60;
/** Longer texts do not come from a form, and would not fit into one post. */
const LONGEST_ANSWER = 4000;

/**
 * The plan of a group: the one given, or what the battery asks such respondents, each checked by `checkFormPlan` and for
 * what a study needs besides.
 *
 * @throws Refusal that names every field at fault
 */
export function readPlan({ plan, battery }: GroupContent, catalogue: Catalogue, linkage: 'none' | 'code'): FormPlan {
  if (battery !== undefined) {
    const found = catalogue.findBattery?.(battery.id, battery.version);
    if (found === undefined) throw fieldRefusal(['battery', 'id'], 'is no battery that is installed here');
    if (!found.groups.some(({ respondents }) => respondents === battery.respondents)) {
      throw fieldRefusal(['battery', 'respondents'], 'is not asked by this battery');
    }
    return planOfBattery(found, battery.respondents);
  }
  const checked = checkFormPlan(withoutKeys(plan));
  if (!checked.success) {
    const errors = checked.issues.map(({ path, code, message }) => ({ path: `plan.${path}`, code, message }));
    throw errorsRefusal(errors);
  }
  const errors = [...planErrors(checked.value, linkage), ...instrumentErrors(checked.value, catalogue)];
  if (errors.length > 0) throw errorsRefusal(errors);
  return checked.value;
}

/** The plan with no key but the one that stands for the server's: a key of somebody else's is not stored. */
function withoutKeys(plan: GroupContent['plan']): unknown {
  if (!Array.isArray(plan?.parts)) return plan;
  const isCode = (part: unknown): part is CodePart => (part as { kind?: unknown } | null)?.kind === 'code';
  return {
    ...plan,
    parts: plan.parts.map((part: unknown) => (isCode(part) ? { ...part, key: KEY_OF_SERVER } : part)),
  };
}

function planErrors({ parts }: FormPlan, linkage: 'none' | 'code'): ProblemError[] {
  const errors: ProblemError[] = [];
  const add = (path: string, message: string) => errors.push({ path, code: 'invalid-value', message });
  if (parts.length > MOST_PARTS) add('plan.parts', `has more than ${MOST_PARTS} parts`);
  if (!parts.some(({ kind }) => kind === 'instrument')) add('plan.parts', 'has no instrument');
  const codes = parts.filter(({ kind }) => kind === 'code').length;
  if (codes > 0 && linkage === 'none') add('plan.parts', 'asks for a code, and the study links nobody');
  if (codes > 1) add('plan.parts', 'asks for a code twice');
  parts.forEach((part, at) => {
    if (part.kind === 'choice' && part.options.some(({ value }) => isReason(value))) {
      add(
        `plan.parts[${at}].options`,
        `has a value that is a reason for a missing answer: ${MISSING_REASONS.join(', ')}`,
      );
    }
    if ('maximumLength' in part && (part.maximumLength ?? 0) > LONGEST_ANSWER) {
      add(`plan.parts[${at}].maximumLength`, `is above ${LONGEST_ANSWER}`);
    }
  });
  return errors;
}

function instrumentErrors({ parts }: FormPlan, catalogue: Catalogue): ProblemError[] {
  return parts.flatMap((part, at): ProblemError[] => {
    if (part.kind !== 'instrument') return [];
    const instrument = catalogue.findInstrument(part.instrument, part.version);
    if (instrument === undefined) {
      const message = `${part.instrument}@${part.version} is not installed here`;
      return [{ path: `plan.parts[${at}].instrument`, code: 'unknown-instrument', message }];
    }
    try {
      askedItems(instrument, part);
      return [];
    } catch (error) {
      return [{ path: `plan.parts[${at}].scales`, code: 'unknown-scale', message: (error as RangeError).message }];
    }
  });
}

const isReason = (value: string) => (MISSING_REASONS as readonly string[]).includes(value);

/**
 * The plan as a study puts it to people: with its key where a code is asked for (and a code where waves are linked and the
 * plan has none: after what is said first), its help contacts, and scores only where the study shows them.
 */
export function planForPeople(
  plan: FormPlan,
  study: {
    readonly linkage: 'none' | 'code';
    readonly key: string | null;
    readonly helpContacts: FormPlan['helpContacts'] | null;
    readonly showScores: boolean;
  },
): FormPlan {
  const { helpContacts: _, showScores, ...rest } = plan;
  return {
    ...rest,
    parts: withCode(plan.parts, study.linkage === 'code' ? study.key : null),
    ...(study.helpContacts ? { helpContacts: study.helpContacts } : {}),
    ...(study.showScores ? { showScores: showScores ?? {} } : {}),
  };
}

function withCode(parts: readonly FormPart[], key: string | null): readonly FormPart[] {
  if (key === null) return parts.filter(({ kind }) => kind !== 'code');
  if (parts.some(({ kind }) => kind === 'code')) {
    return parts.map((part) => (part.kind === 'code' ? { ...part, key } : part));
  }
  const first = parts.findIndex(({ kind }) => kind !== 'consent' && kind !== 'text');
  const taken = new Set(parts.map(({ id }) => id));
  const id = ['code', 'own-code', 'linkage-code'].find((one) => !taken.has(one)) ?? `code-${parts.length}`;
  return [...parts.slice(0, first), { kind: 'code', id, key }, ...parts.slice(first)];
}
