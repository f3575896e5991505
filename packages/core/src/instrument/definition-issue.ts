import type * as v from 'valibot';

/** One thing wrong with a definition, a text pack or a record, with the place in the file as keys from the root. */
export interface DefinitionIssue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Either the checked value, or every issue that was found. */
export type Checked<T> =
  | { readonly success: true; readonly value: T }
  | { readonly success: false; readonly issues: readonly DefinitionIssue[] };

/**
 * The place of an issue as text, the way people look a place up in a JSON file.
 *
 * @example formatPath(['items', 3, 'polarity']) // 'items[3].polarity'
 */
export function formatPath(path: readonly (string | number)[]): string {
  let out = '';
  for (const key of path) {
    if (typeof key === 'number') out += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) out += out === '' ? key : `.${key}`;
    else out += `[${JSON.stringify(key)}]`;
  }
  return out === '' ? '(root)' : out;
}

/**
 * valibot's issues as ours: the same place, a stable code, and a message that echoes what was received.
 *
 * @example shapeIssues([]) // []
 */
export function shapeIssues(issues: readonly v.BaseIssue<unknown>[]): DefinitionIssue[] {
  const found: DefinitionIssue[] = [];
  for (const issue of issues) {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    const code =
      issue.type === 'strict_object' && issue.expected === 'never'
        ? 'unknown-property'
        : issue.received === 'undefined'
          ? 'missing-property'
          : 'invalid-value';
    const message =
      code === 'unknown-property'
        ? `there is no property ${issue.received.length > 80 ? 'of that name' : formatPath(path.slice(-1))} here`
        : code === 'missing-property'
          ? 'is required'
          : issue.message.slice(0, 300);
    found.push({ code, path, message });
  }
  return found;
}
