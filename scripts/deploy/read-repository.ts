import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './check-containerfile.ts';

/** What of this repository a Containerfile is checked against. The build has run. */
export function readRepository(root: string): Repository {
  const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const top = json('package.json') as {
    readonly scripts: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const manifests = globSync(['packages/*/package.json', 'apps/*/package.json', 'instruments/package.json'], {
    cwd: root,
  });
  return {
    tracked: trackedFiles(root),
    ignored: readFileSync(join(root, '.containerignore'), 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
    node: top.devDependencies.node!,
    pnpm: /\bpnpm@(\S+)/.exec(top.scripts.setup!)![1]!,
    scripts: Object.keys(top.scripts),
    packages: new Map(
      manifests.map((path) => [(json(path) as { name: string }).name, path.replace(/\/package\.json$/, '')]),
    ),
    isBuilt: (path) => existsSync(join(root, path)),
  };
}

/** Those that git knows; outside of a clone those that are there and that no build has made. */
function trackedFiles(root: string): readonly string[] {
  try {
    return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
      .split('\0')
      .filter(Boolean);
  } catch {
    return globSync('**', { cwd: root, exclude: ['**/node_modules/**', '**/dist/**', '**/.wireit/**'] });
  }
}
