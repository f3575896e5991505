import { expect } from 'vitest';
import { expectRelative } from './expect-relative.ts';

/**
 * What a function is to answer in a degenerate case: one number that all figures of its answer are; the same figures as
 * in the usual case; figures whatever they are; a RangeError; or numbers by their path, such as `rDrop.0`, or by the
 * beginning of it, such as `rDrop`. Paths that are not named are NaN, or what `*` says.
 */
export type ExpectedAnswer = number | 'as usual' | 'figures' | RangeErrorConstructor | Readonly<Record<string, number>>;

/**
 * Fails unless every number in what `compute` returns is as expected, to 1e-9: no figure of an answer goes unlooked at.
 *
 * @param usual what is computed in the usual case
 */
export function expectAnswer(compute: () => unknown, expected: ExpectedAnswer, usual?: () => unknown): void {
  if (expected === RangeError) {
    expect(compute).toThrow(RangeError);
    return;
  }
  const found = numbersIn(compute());
  const wanted = expected === 'as usual' ? Object.fromEntries(numbersIn(usual?.())) : expected;
  if (expected === 'as usual') expect([...found.keys()]).toEqual(Object.keys(wanted as object));
  if (typeof wanted === 'object') {
    const unmet = Object.keys(wanted).filter((name) => name !== '*' && ![...found.keys()].some((p) => begins(p, name)));
    expect(unmet, 'paths that the answer does not have').toEqual([]);
  }
  for (const [path, value] of found) {
    if (wanted === 'figures') {
      expect(Number.isFinite(value), `${path} is ${value}`).toBe(true);
      continue;
    }
    const number = typeof wanted === 'number' ? wanted : at(wanted as never, path);
    expectRelative(value, number, 1e-9, number === 0 ? 1e-12 : 0);
  }
}

const begins = (path: string, name: string): boolean => path === name || path.startsWith(`${name}.`);

function at(wanted: Readonly<Record<string, number>>, path: string): number {
  const names = Object.keys(wanted).filter((name) => begins(path, name));
  const closest = names.sort((a, b) => b.length - a.length)[0] ?? '*';
  return wanted[closest] ?? NaN;
}

/** Every number in an answer by its path; the number of an answer that is one has the path "". */
function numbersIn(answer: unknown, path = ''): Map<string, number> {
  if (typeof answer === 'number') return new Map([[path, answer]]);
  if (typeof answer !== 'object' || answer === null) return new Map();
  const entries = answer instanceof Map ? [...answer] : Object.entries(answer);
  return new Map(entries.flatMap(([key, value]) => [...numbersIn(value, path === '' ? `${key}` : `${path}.${key}`)]));
}
