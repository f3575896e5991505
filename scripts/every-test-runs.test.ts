import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import config from '../vitest.config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A file of tests that no project includes passes in silence. */
test('every file of tests belongs to exactly one project', () => {
  const { projects = [] } = config.test ?? {};
  const included = projects.map((project) => {
    const { include = [] } = (project as { test: { include?: string[] } }).test;
    return globSync(include, { cwd: root });
  });
  const all = globSync('**/*.test.{ts,tsx}', { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
  expect(all.length).toBeGreaterThan(200);
  expect(included.flat().sort()).toEqual(all.sort());
});
