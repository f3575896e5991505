import { type DefinitionIssue, MISSING_REASONS, type ResponseRecord } from '@peerscale/core';
import { askedItems, type CodePart, characterCount, type FormPart, loadCode, type QuestionPart } from '@peerscale/form';
import * as v from 'valibot';
import { formRecordSchema } from '../model/submission.ts';
import { checkRecord } from '../request/check-record.ts';
import type { FormOfGroup } from './form-of-group.ts';

/** An answer outside the instruments, as it is stored. */
export interface OtherAnswer {
  readonly part: string;
  readonly kind: 'choice' | 'number' | 'text';
  readonly value: string;
}

/** What somebody has answered, checked against the plan of the group. */
export interface Submission {
  readonly idempotencyKey: string;
  /** one for each instrument part */
  readonly records: readonly { readonly part: string; readonly record: ResponseRecord }[];
  readonly others: readonly OtherAnswer[];
  /** the hashes of a self-generated code by element, as the device made them; null where none was given */
  readonly code: Readonly<Record<string, string>> | null;
}

export type CheckedSubmission =
  | { readonly success: true; readonly value: Submission }
  | { readonly success: false; readonly issues: readonly DefinitionIssue[] };

const LENGTHS = { 'short-text': 200, 'long-text': 2000 } as const;

/**
 * Checks what was posted against the plan: a form record, or the response record alone where one instrument is all that
 * is recorded. Every issue at once, with its path; no message repeats an answer in words or an entry of a code.
 */
export async function checkSubmission(form: FormOfGroup, input: unknown): Promise<CheckedSubmission> {
  const recorded = form.plan.parts.filter(
    (part) => part.kind !== 'text' && !(part.kind === 'consent' && part.mustAgree),
  );
  const isRecord = (input as { schema?: unknown } | null)?.schema === 'peerscale/response@1';
  const [only] = recorded;
  if (isRecord && recorded.length === 1 && only?.kind === 'instrument') {
    const checked = recordIssues(form, only, input);
    if (!checked.success) return checked;
    const records = [{ part: only.id, record: checked.value }];
    return { success: true, value: { idempotencyKey: checked.value.idempotencyKey, records, others: [], code: null } };
  }
  const shape = v.safeParse(formRecordSchema, input);
  if (!shape.success) {
    const issues = shape.issues.map(({ path = [], message }) => ({
      code: 'invalid-value',
      path: path.map(({ key }) => (typeof key === 'number' ? key : String(key))),
      message: path[0]?.key === 'codes' ? 'is not the hashes of a code by part' : message.slice(0, 200),
    }));
    return { success: false, issues };
  }
  const posted = shape.output;
  const issues: DefinitionIssue[] = [];
  const add = (code: string, path: (string | number)[], message: string) => issues.push({ code, path, message });
  if (posted.plan !== form.plan.id) add('wrong-plan', ['plan'], `is not ${form.plan.id}`);
  if (posted.version !== form.plan.version) add('wrong-version', ['version'], `is not ${form.plan.version}`);
  if (Date.parse(posted.finishedAt) < Date.parse(posted.startedAt)) {
    add('finished-before-started', ['finishedAt'], 'is earlier than startedAt');
  }

  const records: { part: string; record: ResponseRecord }[] = [];
  const parts = recorded.filter((part) => part.kind === 'instrument');
  if (posted.records.length !== parts.length) {
    add(
      'wrong-records',
      ['records'],
      `has ${posted.records.length} records, where the plan has ${parts.length} instruments`,
    );
  }
  parts.slice(0, posted.records.length).forEach((part, at) => {
    const checked = recordIssues(form, part, posted.records[at]);
    if (!checked.success) {
      for (const issue of checked.issues) issues.push({ ...issue, path: ['records', at, ...issue.path] });
    } else if (checked.value.idempotencyKey.toLowerCase() !== posted.idempotencyKey.toLowerCase()) {
      add('wrong-key', ['records', at, 'idempotencyKey'], 'is not the key of the form');
    } else {
      records.push({ part: part.id, record: checked.value });
    }
  });

  const others: OtherAnswer[] = [];
  const questions = recorded.filter(
    (part) => part.kind !== 'instrument' && part.kind !== 'code' && part.kind !== 'text',
  );
  for (const part of questions) {
    const value = Object.hasOwn(posted.values, part.id) ? posted.values[part.id] : undefined;
    if (value === undefined) add('missing-answer', ['values', part.id], 'needs an answer or a reason for missing');
    else {
      const read = readValue(part, value);
      if ('message' in read) add('invalid-value', ['values', part.id], read.message);
      else if (read.answer !== null) others.push({ part: part.id, ...read.answer });
    }
  }
  unknownParts(posted.values, questions, 'values', add);

  const codes = recorded.filter((part) => part.kind === 'code');
  unknownParts(posted.codes, codes, 'codes', add);
  const code = codes[0] === undefined ? null : await readCode(codes[0], posted.codes, add);
  if (issues.length > 0) return { success: false, issues };
  return { success: true, value: { idempotencyKey: posted.idempotencyKey, records, others, code } };
}

type Add = (code: string, path: (string | number)[], message: string) => void;

function unknownParts(given: object, parts: readonly FormPart[], field: string, add: Add): void {
  const known = new Set(parts.map(({ id }) => id));
  for (const id of Object.keys(given)) {
    if (!known.has(id)) add('unknown-part', [field, id.slice(0, 64)], 'is no such part of the plan');
  }
}

/** What `checkRecord` finds, and that exactly the items that the plan asks were asked. */
function recordIssues(form: FormOfGroup, part: FormPart & { kind: 'instrument' }, input: unknown) {
  const instrument = form.instruments.find(({ id }) => id === part.instrument)!;
  const packs = form.textPacks.get(part.instrument)!;
  const checked = checkRecord({ locales: [...packs.keys()] }, instrument, packs, input);
  if (!checked.success) return checked;
  const asked = new Set(askedItems(instrument, part).map(({ id }) => id));
  const issues: DefinitionIssue[] = [];
  for (const { id } of instrument.items) {
    const answer = checked.value.answers[id];
    const add = (code: string, message: string) => issues.push({ code, path: ['answers', id], message });
    if (asked.has(id) === (answer === 'not-asked')) {
      add(
        'wrong-items',
        asked.has(id) ? 'is asked, and cannot be not-asked' : 'is not asked by the plan, and must be not-asked',
      );
    } else if (part.required === true && answer === 'skipped') {
      add('missing-answer', 'must be answered');
    }
  }
  return issues.length === 0 ? checked : { success: false as const, issues };
}

const isReason = (value: unknown) => (MISSING_REASONS as readonly unknown[]).includes(value);

/** The answer to a question as it is stored; null where there is a reason for none. */
function readValue(
  part: QuestionPart | (FormPart & { kind: 'consent' }),
  value: boolean | number | string,
): { readonly answer: Omit<OtherAnswer, 'part'> | null } | { readonly message: string } {
  const missing = (required: boolean | undefined) =>
    required === true ? { message: 'must be answered' } : { answer: null };
  if (part.kind === 'consent') {
    if (isReason(value)) return missing(false);
    if (typeof value !== 'boolean') return { message: 'is neither true nor false' };
    return { answer: { kind: 'choice', value: String(value) } };
  }
  if (isReason(value)) return missing(part.required);
  if (part.kind === 'choice') {
    const known = part.options.some((option) => option.value === value);
    return known ? { answer: { kind: 'choice', value: String(value) } } : { message: 'is not one of the options' };
  }
  if (part.kind === 'number') {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, whole } = part;
    if (typeof value !== 'number' || !Number.isFinite(value)) return { message: 'is not a number' };
    if (whole === true && !Number.isInteger(value)) return { message: 'is not a whole number' };
    if (value < minimum || value > maximum) return { message: `is not from ${minimum} to ${maximum}` };
    return { answer: { kind: 'number', value: String(value) } };
  }
  if (typeof value !== 'string') return { message: 'is not a text' };
  const text = storableText(value);
  const most = part.maximumLength ?? LENGTHS[part.kind];
  if (characterCount(text) > most) return { message: `has more than ${most} characters` };
  // one character as people count them can be made of any number of signs
  if (text.length > most * 16) return { message: 'has too many signs for its characters' };
  return text === '' ? missing(part.required) : { answer: { kind: 'text', value: text } };
}

/** A person's words without what no database keeps: half characters and control signs. */
function storableText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .normalize('NFC')
    .trim();
}

/** The hashes of a code: of each element one, and nothing that a person could have typed. */
async function readCode(
  part: CodePart,
  codes: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  add: Add,
): Promise<Readonly<Record<string, string>> | null> {
  const given = Object.hasOwn(codes, part.id) ? codes[part.id] : undefined;
  if (given === undefined) return null;
  const { elements } = await loadCode(part);
  const known = new Set(elements.map(({ id }) => id));
  const hashes: [string, string][] = [];
  for (const [element, hash] of Object.entries(given)) {
    const path = ['codes', part.id, element.slice(0, 64)];
    if (!known.has(element)) add('unknown-element', path, 'is no element of the code');
    else if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) {
      add('not-a-hash', path, 'is not 64 hexadecimal digits; what was typed must not leave the device');
    } else hashes.push([element, hash]);
  }
  for (const id of known) {
    if (!Object.hasOwn(given, id)) add('missing-element', ['codes', part.id, id], 'is missing');
  }
  return Object.fromEntries(hashes);
}
