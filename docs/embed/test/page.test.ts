import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { exampleFile, POLICY } from './serve-example.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = exampleFile('index.md');
const source = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const allMatches = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name!)),
];
/** What of these the page does not say, as code. */
const unsaid = (names: readonly string[]) => names.filter((name) => !page.includes(`\`${name}\``));

test('the page names every attribute, event, code, part and colour that there is', () => {
  const options = source('packages/element/src/element-options.ts');
  const attributes = allMatches(options, /(?:text|hasAttribute)\('([a-z-]+)'\)/g);
  expect(attributes.length).toBeGreaterThan(7);
  expect(unsaid([...attributes, 'theme'])).toEqual([]);

  const events = source('packages/form/src/form-events.ts');
  const codes = allMatches(events.slice(0, events.indexOf('export interface')), /\| '([a-z-]+)'/g);
  const names = allMatches(events.slice(events.indexOf('export interface')), /^ {2}readonly ([a-z]+):/gm);
  expect([codes.length >= 9, names.length]).toEqual([true, 6]);
  expect(unsaid([...codes, ...names])).toEqual([]);

  const views = globSync('packages/element/src/**/*.ts', { cwd: root }).map(source).join('\n');
  const parts = allMatches(views, /part: '([a-z-]+)'/g);
  expect(parts.length).toBeGreaterThan(20);
  expect(unsaid(parts)).toEqual([]);

  const colours = allMatches(source('packages/element/src/styles/survey.css'), /var\((--peerscale-[a-z-]+)/g);
  expect(colours.length).toBeGreaterThan(9);
  expect(unsaid(colours)).toEqual([]);
});

test('the examples it shows are there, and the policy is the one they are tested with', () => {
  const shown = allMatches(page, /^<<< \.\/(\S+)$/gm);
  expect(shown.length).toBeGreaterThan(10);
  for (const path of shown) expect(exampleFile(path), path).not.toBe('');
  expect(page).toContain(POLICY.replace('; report-uri /reports', ''));
});
