/**
 * Type-checks every package on its own, so that each sees only what it may (the core neither Node nor a DOM), and then
 * all tests and scripts together. Run after `npm run build`: packages see each other's built types.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const projects = [
  ...globSync(
    [
      'packages/*/tsconfig.json',
      'packages/*/browser/tsconfig.json',
      'instruments/tsconfig.json',
      'apps/*/tsconfig.json',
      'docs/embed/tsconfig.json',
    ],
    { cwd: root },
  ).sort(),
  'tsconfig.json',
];
let failed = false;
for (const project of projects) {
  const { status } = spawnSync('tsc', ['-p', project], { cwd: root, stdio: 'inherit' });
  console.log(`${project}: ${status === 0 ? 'types hold' : 'type errors'}`);
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
