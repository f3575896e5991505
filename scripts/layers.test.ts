import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/**
 * The way of the data, one direction only: a room may import from the rooms named for it, and nothing else. Estimators
 * see moments, never answers; `quality` and `irt` read keyed columns, because they are about persons.
 */
const leaves = ['linalg', 'distributions', 'optimize', 'random'];
const estimator = ['moments', ...leaves];
const allowed: Record<string, readonly string[]> = {
  linalg: [],
  distributions: [],
  optimize: ['linalg'],
  random: [],
  instrument: [],
  responses: ['instrument'],
  scoring: ['instrument', 'responses'],
  moments: leaves,
  // omega is a figure of a one-factor model
  reliability: ['factor', ...estimator],
  items: estimator,
  // average deviations are read from counts of answers
  agreement: ['items', ...estimator],
  factor: estimator,
  missingness: estimator,
  // intervals of shares and of indirect effects are bootstrap intervals
  drivers: ['reliability', ...estimator],
  // rank tests are read from counts of scores
  change: ['items', ...estimator],
  multilevel: leaves,
  irt: ['scoring', ...estimator],
  quality: ['scoring', ...estimator],
  linkage: ['random'],
  disclosure: leaves,
  // files for other programs know nothing of instruments
  exports: [],
};
const report = [...Object.keys(allowed)];

const root = fileURLToPath(new URL('..', import.meta.url));
const core = join(root, 'packages/core/src');

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path));
}

/** What a file imports or re-exports, types included: a type from above is a dependency on what is above. */
export function importsOf(text: string): string[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => (match[1] ?? match[2])!);
}

/** Imports of `file` that leave their room upward or sideways, as "room -> room (specifier)". */
function forbidden(file: string, text: string): string[] {
  const room = relative(core, file).split(/[\\/]/)[0]!;
  if (room === 'index.ts') return [];
  const mayUse = room === 'report' ? report : allowed[room];
  if (mayUse === undefined) return [`${room} is not in the layers`];
  return importsOf(text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => [relative(core, resolve(dirname(file), specifier)).split(/[\\/]/)[0]!, specifier] as const)
    .filter(([target]) => target !== room && !mayUse.includes(target))
    .map(([target, specifier]) => `${room} -> ${target} (${specifier})`);
}

describe('the way of the data', () => {
  test.each(sources(core).map((file) => [relative(root, file), file]))('%s imports nothing from above', (_, file) => {
    expect(forbidden(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  test.each([
    ["import type { X } from '../report/index.ts';", 'reliability/x.ts', 'reliability -> report (../report/index.ts)'],
    ["export { x } from '../scoring/index.ts';", 'reliability/x.ts', 'reliability -> scoring (../scoring/index.ts)'],
    ["import {\n  a,\n  b,\n} from '../index.ts';", 'moments/x.ts', 'moments -> index.ts (../index.ts)'],
    ["const x = await import('../report/x.ts');", 'scoring/x.ts', 'scoring -> report (../report/x.ts)'],
    ["import '../instrument/x.ts';", 'linalg/x.ts', 'linalg -> instrument (../instrument/x.ts)'],
  ])('an import from above is found: %j', (text, file, expected) => {
    expect(forbidden(join(core, file), text)).toEqual([expected]);
  });
});

describe('packages', () => {
  const external = (folder: string) =>
    sources(join(root, folder)).flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'))
        .filter((specifier) => !specifier.startsWith('.'))
        .map((specifier) => [relative(root, file), specifier] as const),
    );

  test('the core does no I/O: its only imports are the chosen libraries, each behind its room', () => {
    const rooms: Record<string, RegExp> = {
      valibot: /^(instrument|responses)\//,
      '@noble/hashes/sha2.js': /^instrument\//,
      '@noble/hashes/utils.js': /^(instrument|exports)\//,
      'ml-matrix': /^linalg\//,
    };
    const strangers = external('packages/core/src').filter(([file, specifier]) => {
      const inCore = relative(core, join(root, file)).replaceAll('\\', '/');
      if (/^(jstat|simple-statistics|@stdlib\/)/.test(specifier)) return !inCore.startsWith('distributions/');
      return !rooms[specifier]?.test(inCore);
    });
    expect(strangers).toEqual([]);
  });

  const mayImport: Record<string, RegExp> = {
    instruments: /^@peerscale\/core$/,
    'packages/form': /^@peerscale\/core$/,
    'packages/element': /^@peerscale\/(core|form(\/scores)?)$/,
    'packages/react': /^@peerscale\/(core|form(\/(answering|keeping|delivery|parts|messages|scores))?)$/,
    'packages/collector': /^@peerscale\/(core|form|instruments|sql)$/,
    'packages/faults': /^@peerscale\/(core|form|collector)$/,
    'packages/sql': /^@peerscale\/core$/,
    'packages/cli': /^@peerscale\/(core|form|instruments|sql)$/,
    'packages/test-utils': /^$/,
  };
  test('the library of the collector is handed its catalogue: only its program has the instruments', () => {
    const users = external('packages/collector/src')
      .filter(([file, specifier]) => specifier === '@peerscale/instruments' && !/\/test\//.test(file))
      .map(([file]) => file);
    expect(users).toEqual(['packages/collector/src/operations/run-server.ts']);
  });

  test.each(Object.entries(mayImport))('%s imports no package from above', (folder, pattern) => {
    const own = external(`${folder}/src`).filter(([, specifier]) => specifier.startsWith('@peerscale/'));
    expect(own.filter(([, specifier]) => !pattern.test(specifier))).toEqual([]);
  });

  test('packages need each other in no circle, not even for their tests', () => {
    const needs = new Map(
      globSync(['packages/*/package.json', 'instruments/package.json', 'apps/*/package.json'], { cwd: root }).map(
        (path) => {
          const { name, dependencies, devDependencies } = JSON.parse(readFileSync(join(root, path), 'utf8'));
          return [name as string, Object.keys({ ...dependencies, ...devDependencies })] as const;
        },
      ),
    );
    const circles: string[][] = [];
    const follow = (name: string, way: readonly string[]): void => {
      if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name]);
      else for (const next of needs.get(name) ?? []) follow(next, [...way, name]);
    };
    for (const name of needs.keys()) follow(name, []);
    expect(needs.size).toBeGreaterThan(8);
    expect(circles).toEqual([]);
  });
});
