import { isObject, type Json, own } from '../text/json.ts';
import type { FormPlan } from './form-plan.ts';

/** What is wrong with a plan, and where. */
export interface PlanIssue {
  readonly path: string;
  readonly code: 'invalid' | 'duplicate-id' | 'unsupported-item';
  readonly message: string;
}

export type CheckedPlan =
  | { readonly success: true; readonly value: FormPlan }
  | { readonly success: false; readonly issues: readonly PlanIssue[] };

type Check = (value: unknown) => string | undefined;

const matches =
  (pattern: RegExp, what: string): Check =>
  (value) =>
    typeof value === 'string' && value.length <= 64 && pattern.test(value) ? undefined : `must be ${what}`;

const slug = matches(/^(?!(?:constructor|prototype)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case words with hyphens');
const version = matches(/^\d+\.\d+\.\d+$/, 'MAJOR.MINOR.PATCH');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const number: Check = (value) => (Number.isFinite(value) ? undefined : 'must be a number');
const length: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 1 ? undefined : 'must be a whole number from 1';
const texts: Check = (value) =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.values(value).every((text) => typeof text === 'string' && text.trim() !== '')
    ? undefined
    : 'must be wording by language';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);
const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length === 0) return 'must be a list with at least one entry';
    const at = value.findIndex((entry) => check(entry) !== undefined);
    return at < 0 ? undefined : `has at ${at} what ${check(value[at])}`;
  };
const objectOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isObject(value)) return 'must be an object';
    for (const [name, check] of Object.entries(fields)) {
      const fault = check(own(value, name));
      if (fault !== undefined) return `${name} ${fault}`;
    }
    return undefined;
  };
const distinct =
  (name: string, check: Check): Check =>
  (value) =>
    check(value) ??
    (new Set((value as Json[]).map((entry) => entry[name])).size === (value as Json[]).length
      ? undefined
      : `has the same ${name} twice`);

const code = objectOf({
  elements: distinct(
    'id',
    listOf(
      objectOf({
        id: slug,
        kind: matches(/^(?:letters?|day|count|digits)$/, 'letter, letters, day, count or digits'),
        length: optional(length),
        question: texts,
        hint: optional(texts),
      }),
    ),
  ),
});
const key: Check = (value) =>
  typeof value === 'string' && value.length >= 16 ? undefined : 'must have at least 16 characters';
const question = { question: texts, hint: optional(texts), required: optional(flag) };
const option = objectOf({ value: matches(/^\S(?:.*\S)?$/s, 'a short text'), text: texts });

const FIELDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  instrument: { instrument: slug, version, scales: optional(listOf(slug)), required: optional(flag) },
  consent: { title: texts, text: texts, agree: optional(texts), mustAgree: flag },
  code: { code: optional(code), key },
  text: { title: optional(texts), text: texts },
  choice: { ...question, options: distinct('value', listOf(option)) },
  number: {
    ...question,
    minimum: optional(number),
    maximum: optional(number),
    whole: optional(flag),
    unit: optional(texts),
  },
  'short-text': { ...question, maximumLength: optional(length) },
  'long-text': { ...question, maximumLength: optional(length) },
};

const scale = objectOf({
  instrument: slug,
  scale: slug,
  standardDeviation: optional(number),
  reliability: optional(number),
  bands: optional(slug),
});
const level: Check = (value) =>
  typeof value === 'number' && value > 0 && value < 1 ? undefined : 'must be between 0 and 1';

const HEAD: Readonly<Record<string, Check>> = {
  format: (value) => (value === 'peerscale/form-plan@1' ? undefined : 'must be peerscale/form-plan@1'),
  id: slug,
  version,
  parts: (value) => (Array.isArray(value) && value.length > 0 ? undefined : 'must be a list with at least one part'),
  helpContacts: optional(objectOf({ title: optional(texts), text: texts })),
  showScores: optional(objectOf({ scales: optional(listOf(scale)), level: optional(level) })),
};

/**
 * Checks a plan that came from outside: its shape, kinds of parts, ids and instruments that are there twice. A field too
 * many is no fault. Whether the instruments exist is seen when they are looked up. Every issue at once; never throws.
 */
export function checkFormPlan(input: unknown): CheckedPlan {
  const issues = fieldIssues('', input, HEAD);
  const seen = new Set<unknown>();
  const parts = isObject(input) && Array.isArray(input.parts) ? (input.parts as unknown[]) : [];
  for (const [at, part] of parts.entries()) {
    const path = `parts[${at}]`;
    const kind = isObject(part) && typeof part.kind === 'string' ? part.kind : '';
    if (!isObject(part) || !Object.hasOwn(FIELDS, kind)) {
      issues.push({
        path: `${path}.kind`,
        code: 'unsupported-item',
        message: `there is no part "${kind.slice(0, 64)}"`,
      });
      continue;
    }
    issues.push(...fieldIssues(path, part, { id: slug, ...FIELDS[kind] }));
    for (const [name, id] of [
      ['id', `part ${part.id}`],
      ['instrument', kind === 'instrument' ? `instrument ${part.instrument}` : undefined],
    ] as const) {
      if (id === undefined) continue;
      if (seen.has(id)) issues.push({ path: `${path}.${name}`, code: 'duplicate-id', message: 'is there already' });
      seen.add(id);
    }
    if (kind === 'number' && (part.minimum as number) > (part.maximum as number)) {
      issues.push({ path: `${path}.maximum`, code: 'invalid', message: `must not be below ${part.minimum}` });
    }
  }
  return issues.length === 0 ? { success: true, value: input as FormPlan } : { success: false, issues };
}

function fieldIssues(path: string, value: unknown, fields: Readonly<Record<string, Check>>): PlanIssue[] {
  if (!isObject(value)) return [{ path: path || '(root)', code: 'invalid', message: 'must be an object' }];
  return Object.entries(fields).flatMap(([name, check]): PlanIssue[] => {
    const message = check(own(value, name));
    return message === undefined ? [] : [{ path: path === '' ? name : `${path}.${name}`, code: 'invalid', message }];
  });
}
