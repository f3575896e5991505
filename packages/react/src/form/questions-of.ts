import type { Field } from '../survey/field.ts';

/** A question as a person counts them: a self-generated code is one, by the name of its first field. */
export interface Question {
  readonly name: string;
  readonly field: Field;
}

export function questionsOf(fields: readonly Field[]): Question[] {
  const codes = new Set<string>();
  return fields.flatMap((field): Question[] => {
    if (field.kind !== 'code') return [{ name: field.name, field }];
    if (codes.has(field.part.id)) return [];
    codes.add(field.part.id);
    return [{ name: field.name, field }];
  });
}
