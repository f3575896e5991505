import type { DefinitionIssue } from './definition-issue.ts';

/** An object of which nothing is known yet. */
export type Loose = Record<string, unknown>;

/** An array counts too: the shape of a record lets one pass, and what it lacks must be found all the same. */
export const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** The objects of an array that may be anything, each with its place, so that one bad entry hides no other issue. */
export function objectsIn(value: unknown): { entry: Loose; at: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, at) => (typeof entry === 'object' && entry !== null ? [{ entry, at }] : []));
}

/** The strings of an array that may be anything. */
export function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** Entries of `definition[where]` whose `key` an earlier entry has. */
export function duplicates(list: unknown, key: string, where: string): DefinitionIssue[] {
  const seen = new Map<unknown, number>();
  const issues: DefinitionIssue[] = [];
  for (const { entry, at } of objectsIn(list)) {
    const value = entry[key];
    if (value === undefined) continue;
    const first = seen.get(value);
    if (first === undefined) seen.set(value, at);
    else {
      issues.push({
        code: 'duplicate-id',
        path: [where, at, key],
        message: `${JSON.stringify(value)} is already the ${key} of ${where}[${first}]`,
      });
    }
  }
  return issues;
}
