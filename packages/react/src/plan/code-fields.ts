import { normalizeCodeEntry } from '@peerscale/form/parts';
import type { SurveyData } from '../survey/create-model.ts';
import type { Field } from '../survey/field.ts';

type CodeField = Field & { kind: 'code' };

const entryOf = (field: CodeField, data: SurveyData): string => String(data[field.name] ?? '');

/** The fields of one self-generated code. */
export const codeFields = (fields: Iterable<Field>, part: string): CodeField[] =>
  [...fields].filter((field): field is CodeField => field.kind === 'code' && field.part.id === part);

/** What was typed, by element id; null while an entry is missing or has nothing to hash in it. */
export function codeEntries(fields: readonly CodeField[], data: SurveyData): Readonly<Record<string, string>> | null {
  const entries = fields.map((field) => [field.element.id, entryOf(field, data)] as const);
  const isWhole = fields.every((field) => normalizeCodeEntry(field.element, entryOf(field, data)) !== null);
  return isWhole ? Object.fromEntries(entries) : null;
}

/** Whether one entry is missing or wrong in a code that has been begun: all of it, or nothing. */
export function lacksEntry(field: CodeField, fields: readonly CodeField[], data: SurveyData): boolean {
  const isBegun = fields.some((one) => entryOf(one, data).trim() !== '');
  return isBegun && normalizeCodeEntry(field.element, entryOf(field, data)) === null;
}
