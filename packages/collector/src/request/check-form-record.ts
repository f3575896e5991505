import { type Checked, type DefinitionIssue, type ResponseRecord, shapeIssues } from '@peerscale/core';
import { askedItems, defaultSelfGeneratedCode, type FormPlan, type FormRecord } from '@peerscale/form';
import * as v from 'valibot';
import type { Study } from '../store/study.ts';
import { partValueProblem } from './check-part-value.ts';
import { checkRecord } from './check-record.ts';
import { formRecordSchema } from './form-record-schema.ts';
import { recordedParts } from './recorded-parts.ts';
import type { PlannedInstrument } from './with-plan.ts';

/**
 * Checks the record of a whole form against the plan of the study, every issue at once: its shape, plan and version, each
 * response record as `checkRecord` does, that all are of one sitting, a value of the right kind for every part that asks
 * one, and of a self-generated code nothing but a hash for each element.
 *
 * @param instruments those of the plan, in its order
 */
export function checkFormRecord(
  study: Study,
  plan: FormPlan,
  instruments: readonly PlannedInstrument[],
  input: unknown,
): Checked<FormRecord> {
  const shape = v.safeParse(formRecordSchema, input);
  if (!shape.success) return { success: false, issues: shapeIssues(shape.issues) };
  const record = shape.output;
  const issues: DefinitionIssue[] = [];
  const say = (code: string, path: DefinitionIssue['path'], message: string) =>
    void issues.push({ code, path, message });

  if (record.plan !== plan.id) say('wrong-plan', ['plan'], `expected ${plan.id}`);
  if (record.version !== plan.version) say('wrong-version', ['version'], `expected ${plan.version}`);
  if (!study.locales.includes(record.locale)) {
    say('wrong-locale', ['locale'], `is not one of ${study.locales.join(', ')}`);
  }
  if (Date.parse(record.finishedAt) < Date.parse(record.startedAt)) {
    say('finished-before-started', ['finishedAt'], 'is earlier than startedAt');
  }

  const records: ResponseRecord[] = [];
  for (const [at, planned] of instruments.entries()) {
    const checked = checkOne(study, planned, record, at);
    if (checked.success) records.push(checked.value);
    else issues.push(...checked.issues.map((issue) => ({ ...issue, path: ['records', at, ...issue.path] })));
  }
  for (let at = instruments.length; at < record.records.length; at++) {
    say('unknown-record', ['records', at], `the plan has ${instruments.length} instruments`);
  }
  issues.push(...valueIssues(plan, record), ...codeIssues(plan, record));
  return issues.length === 0 ? { success: true, value: { ...record, records } } : { success: false, issues };
}

function checkOne(
  study: Study,
  { part, instrument, textPacks }: PlannedInstrument,
  form: v.InferOutput<typeof formRecordSchema>,
  at: number,
): Checked<ResponseRecord> {
  const input = form.records[at];
  if (input === undefined) {
    return { success: false, issues: [{ code: 'missing-property', path: [], message: `needs ${part.instrument}` }] };
  }
  const checked = checkRecord(study, instrument, textPacks, input);
  if (!checked.success) return checked;
  const issues: DefinitionIssue[] = [];
  for (const field of ['startedAt', 'finishedAt', 'idempotencyKey'] as const) {
    if (checked.value[field] !== form[field]) {
      issues.push({ code: 'other-sitting', path: [field], message: 'must be that of the form' });
    }
  }
  const asked = new Set(askedItems(instrument, part).map(({ id }) => id));
  for (const [item, answer] of Object.entries(checked.value.answers)) {
    if (!asked.has(item) && answer !== 'not-asked') {
      issues.push({ code: 'not-asked', path: ['answers', item], message: 'is not asked in this plan' });
    }
  }
  return issues.length === 0 ? checked : { success: false, issues };
}

function valueIssues(plan: FormPlan, { values }: Pick<FormRecord, 'values'>): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const known = new Set<string>();
  for (const part of recordedParts(plan)) {
    if (part.kind === 'instrument' || part.kind === 'code') continue;
    known.add(part.id);
    const path = ['values', part.id];
    if (!Object.hasOwn(values, part.id)) {
      issues.push({ code: 'missing-answer', path, message: 'needs a value or a reason for missing' });
      continue;
    }
    const message = partValueProblem(part, values[part.id]!);
    if (message !== undefined) issues.push({ code: 'invalid-value', path, message });
  }
  return [...issues, ...strangers('values', values, known)];
}

function codeIssues(plan: FormPlan, { codes }: Pick<FormRecord, 'codes'>): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const known = new Set<string>();
  for (const part of plan.parts) {
    if (part.kind !== 'code') continue;
    known.add(part.id);
    const hashes = Object.hasOwn(codes, part.id) ? codes[part.id]! : undefined;
    if (hashes === undefined) continue; // given by those who want to
    const elements = new Set((part.code ?? defaultSelfGeneratedCode).elements.map(({ id }) => id));
    for (const id of elements) {
      if (Object.hasOwn(hashes, id)) continue;
      issues.push({ code: 'missing-property', path: ['codes', part.id, id], message: 'a code is given as a whole' });
    }
    for (const id of Object.keys(hashes)) {
      if (elements.has(id)) continue;
      issues.push({ code: 'unknown-property', path: ['codes', part.id, id], message: 'the code has no such element' });
    }
  }
  return [...issues, ...strangers('codes', codes, known)];
}

function strangers(field: string, given: object, known: ReadonlySet<string>): DefinitionIssue[] {
  return Object.keys(given)
    .filter((id) => !known.has(id))
    .map((id) => ({ code: 'unknown-part', path: [field, id], message: 'the plan has no such part' }));
}
