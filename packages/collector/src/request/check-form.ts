import { type Checked, type DefinitionIssue, type ResponseRecord, shapeIssues } from '@peerscale/core';
import { askedItems, defaultSelfGeneratedCode, type FormPlan, type FormRecord } from '@peerscale/form';
import * as v from 'valibot';
import { formRecordSchema } from '../model/submission.ts';
import type { AskedForm, PlannedInstrument } from './asked-form.ts';
import { checkPartValue } from './check-part-value.ts';
import { checkRecord } from './check-record.ts';
import { hasFormRecord, recordedParts } from './recorded-parts.ts';

type Locales = Pick<AskedForm, 'locales'>;

/**
 * Checks what a form of this plan hands over, every issue at once: the record of a whole form, or where one instrument is
 * all that is recorded its response record alone. Shape, plan and version; each response record as `checkRecord` does, and
 * that what the plan asks was asked and nothing else; that all are of one sitting; a value of the right kind for every part
 * that asks one; of a self-generated code nothing but a hash for each element. No message repeats an answer in words.
 *
 * @returns a form record in either case, its texts without what cannot be stored
 */
export function checkForm(form: AskedForm, input: unknown): Checked<FormRecord> {
  if (!hasFormRecord(form.plan)) return checkLoneRecord(form, input);
  const shape = v.safeParse(formRecordSchema, input);
  if (!shape.success) return { success: false, issues: shapeIssues(shape.issues) };
  const { plan, locales, planned } = form;
  const record = shape.output;
  const issues: DefinitionIssue[] = [];
  const say = (code: string, path: DefinitionIssue['path'], message: string) =>
    void issues.push({ code, path, message });

  if (record.plan !== plan.id) say('wrong-plan', ['plan'], `expected ${plan.id}`);
  if (record.version !== plan.version) say('wrong-version', ['version'], `expected ${plan.version}`);
  if (!locales.includes(record.locale)) say('wrong-locale', ['locale'], `is not one of ${locales.join(', ')}`);
  if (Date.parse(record.finishedAt) < Date.parse(record.startedAt)) {
    say('finished-before-started', ['finishedAt'], 'is earlier than startedAt');
  }
  if (record.records.length !== planned.length) {
    say('wrong-records', ['records'], `has ${record.records.length}, where the plan has ${planned.length} instruments`);
  }
  const records: ResponseRecord[] = [];
  for (const [at, one] of planned.entries()) {
    const checked = checkOne(form, one, record, at);
    if (checked.success) records.push(checked.value);
    else issues.push(...checked.issues.map((issue) => ({ ...issue, path: ['records', at, ...issue.path] })));
  }
  for (let at = planned.length; at < record.records.length; at++) {
    say('unknown-record', ['records', at], `the plan has ${planned.length} instruments`);
  }
  const values = checkValues(plan, record.values);
  issues.push(...values.issues, ...codeIssues(plan, record));
  if (issues.length > 0) return { success: false, issues };
  return { success: true, value: { ...record, records, values: values.values } };
}

function checkLoneRecord({ plan, locales, planned: [only] }: AskedForm, input: unknown): Checked<FormRecord> {
  const checked = checkAsked({ locales }, only!, input);
  if (!checked.success) return checked;
  const { locale, startedAt, finishedAt, idempotencyKey } = checked.value;
  const sitting = { locale, startedAt, finishedAt, idempotencyKey };
  const { id, version } = plan;
  const records = [checked.value];
  const value: FormRecord = {
    schema: 'peerscale/form-record@1',
    plan: id,
    version,
    records,
    values: {},
    codes: {},
    ...sitting,
  };
  return { success: true, value };
}

function checkOne(
  form: Locales,
  planned: PlannedInstrument,
  whole: v.InferOutput<typeof formRecordSchema>,
  at: number,
): Checked<ResponseRecord> {
  const input = whole.records[at];
  if (input === undefined) {
    const message = `needs ${planned.part.instrument}`;
    return { success: false, issues: [{ code: 'missing-property', path: [], message }] };
  }
  const checked = checkAsked(form, planned, input);
  if (!checked.success) return checked;
  const issues: DefinitionIssue[] = [];
  for (const field of ['startedAt', 'finishedAt', 'idempotencyKey'] as const) {
    if (checked.value[field].toLowerCase() !== whole[field].toLowerCase()) {
      issues.push({ code: 'other-sitting', path: [field], message: 'must be that of the form' });
    }
  }
  return issues.length === 0 ? checked : { success: false, issues };
}

/** A response record, and that exactly the items that the plan asks were asked. */
function checkAsked(
  form: Locales,
  { part, instrument, textPacks }: PlannedInstrument,
  input: unknown,
): Checked<ResponseRecord> {
  const checked = checkRecord(form, instrument, textPacks, input);
  if (!checked.success) return checked;
  const asked = new Set(askedItems(instrument, part).map(({ id }) => id));
  const issues: DefinitionIssue[] = [];
  for (const { id } of instrument.items) {
    const wasAsked = checked.value.answers[id] !== 'not-asked';
    if (wasAsked === asked.has(id)) continue;
    const message = wasAsked ? 'is not asked in this plan' : 'is asked in this plan, and cannot be not-asked';
    issues.push({ code: 'wrong-items', path: ['answers', id], message });
  }
  return issues.length === 0 ? checked : { success: false, issues };
}

function checkValues(plan: FormPlan, given: FormRecord['values']) {
  const issues: DefinitionIssue[] = [];
  const values: [string, FormRecord['values'][string]][] = [];
  const known = new Set<string>();
  for (const part of recordedParts(plan)) {
    if (part.kind === 'instrument' || part.kind === 'code') continue;
    known.add(part.id);
    const path = ['values', part.id];
    if (!Object.hasOwn(given, part.id)) {
      issues.push({ code: 'missing-answer', path, message: 'needs a value or a reason for missing' });
      continue;
    }
    const checked = checkPartValue(part, given[part.id]!);
    if ('message' in checked) issues.push({ code: 'invalid-value', path, message: checked.message });
    else values.push([part.id, checked.value]);
  }
  return { issues: [...issues, ...strangers('values', given, known)], values: Object.fromEntries(values) };
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
      const path = ['codes', part.id, id.slice(0, 64)];
      issues.push({ code: 'unknown-property', path, message: 'the code has no such element' });
    }
  }
  return [...issues, ...strangers('codes', codes, known)];
}

function strangers(field: string, given: object, known: ReadonlySet<string>): DefinitionIssue[] {
  return Object.keys(given)
    .filter((id) => !known.has(id))
    .map((id) => ({ code: 'unknown-part', path: [field, id.slice(0, 64)], message: 'the plan has no such part' }));
}
