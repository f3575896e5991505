import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import * as core from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { agreesWithRemark } from '../scripts/agrees-with-remark.ts';
import { type DocumentedExport, documentedExports } from '../scripts/documented-exports.ts';
import { exampleProgram, importsOfExample } from '../scripts/example-program.ts';

/** Runs an example and compares each of its values with what the comment behind it says. */
function expectExampleHolds(text: string, scope: Readonly<Record<string, unknown>>): void {
  const { checks, run } = exampleProgram(text);
  const wrong: string[] = [];
  expect(checks.length, 'an example shows at least one value').toBeGreaterThan(0);
  run(scope, (place, value) => {
    const { expression, expected } = checks[place]!;
    if (expected === undefined || !agreesWithRemark(value, expected)) {
      wrong.push(`${expression} is ${inspect(value)}, the comment says ${expected ?? 'nothing'}`);
    }
  });
  expect(wrong).toEqual([]);
}

const published: ReadonlyMap<string, unknown> = new Map(Object.entries(core));
const root = fileURLToPath(new URL('../..', import.meta.url));

describe('method pages', () => {
  // pages of coverage are tables that a simulation writes
  const pages = globSync('docs/methods/*.md', { cwd: root, exclude: ['**/*coverage.md', '**/*-attacks.md'] }).sort();
  const blocks = pages.flatMap((page) =>
    [...readFileSync(root + page, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, text], i) => ({
      page,
      number: i + 1,
      text: text!,
    })),
  );

  test.each(pages)('%s has an example', (page) => {
    expect(blocks.filter((block) => block.page === page)).not.toEqual([]);
  });

  test.each(blocks)('$page, example $number holds', ({ text }) => {
    // a reader copies the block as it is: all it uses is imported in it
    const imports = importsOfExample(text);
    expect(new Set(imports.map(({ module }) => module))).toEqual(new Set(['@peerscale/core']));
    const names = imports.flatMap((statement) => statement.names);
    expect(names.filter((name) => !published.has(name))).toEqual([]);
    expectExampleHolds(text, Object.fromEntries(names.map((name) => [name, published.get(name)])));
  });
});

describe('doc comments of @peerscale/core', () => {
  const files = globSync('packages/core/src/**/*.ts', { cwd: root, exclude: (path) => path.endsWith('.test.ts') });
  // reports take an instrument and a table of answers: the tutorial shows them
  const documented = files
    .filter((file) => !file.includes('/report/'))
    .sort()
    .flatMap(documentedExports);

  test('every public function has an example', () => {
    const isPublic = ({ name }: DocumentedExport) => typeof published.get(name) === 'function';
    const without = documented.filter((found) => isPublic(found) && found.examples.length === 0);
    expect(without.map(({ name, file }) => `${name} in ${file}`)).toEqual([]);
  });

  const examples = documented.flatMap(({ examples: texts, name, file }) => texts.map((text) => ({ name, file, text })));
  test.each(examples)('$file: the example of $name holds', async ({ file, text }) => {
    // what is not public is in scope by its own file
    const own = (await import(/* @vite-ignore */ `../../${file}`)) as object;
    expectExampleHolds(text, { ...Object.fromEntries(published), ...own });
  });
});
