/**
 * Checks what deploy/ is made of against the repository: the units of systemd, the Caddyfile, the Containerfile, and that
 * they agree with each other and with docs/operations.md. Whatever tool of their own is installed is asked too. Run after
 * `npm run build`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCaddyfile, validateCaddyfile } from './deploy/check-caddyfile.ts';
import { checkContainerfile, environmentOf } from './deploy/check-containerfile.ts';
import { checkUnit, unitEnvironment, verifyUnits } from './deploy/check-unit.ts';
import { parseContainerfile } from './deploy/parse-containerfile.ts';
import { readRepository } from './deploy/read-repository.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const problems: string[] = [];
const told = (of: string, found: readonly string[] | undefined, tool?: string) => {
  if (found === undefined) console.log(`${of}: not checked by ${tool}, which is not installed`);
  else if (found.length === 0) console.log(`${of}: ${tool === undefined ? 'as it should be' : `${tool} is content`}`);
  problems.push(...(found ?? []).map((problem) => `${of}: ${problem}`));
};

const container = read('deploy/Containerfile');
const caddy = read('deploy/Caddyfile');
const units = ['peerscale.service', 'peerscale-backup.service'].map((name) => [name, read(`deploy/${name}`)] as const);
const server = unitEnvironment(units[0]![1]);
const image = environmentOf(parseContainerfile(container).at(-1)!.instructions);
// `pnpm deploy` copies the package of the demonstration, with what it depends on below node_modules
const isDeployed = (path: string) => existsSync(join(root, 'apps/demo', path));

told('deploy/Containerfile', checkContainerfile(container, readRepository(root)));
for (const [name, unit] of units) told(`deploy/${name}`, checkUnit(name, unit, isDeployed));
told('deploy/*.service, *.timer', verifyUnits(join(root, 'deploy')), 'systemd-analyze verify');
told('deploy/Caddyfile', checkCaddyfile(caddy, server.get('PORT') ?? ''));
told('deploy/Caddyfile', validateCaddyfile(join(root, 'deploy/Caddyfile')), 'caddy validate');

const documented = new Set([...read('docs/operations.md').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name!));
// Node's own
documented.add('NODE_ENV');
const variables = [...server.keys(), ...image.keys(), ...unitEnvironment(units[1]![1]).keys()];
const unknown = [...new Set(variables)].filter((name) => !documented.has(name));
told(
  'variables of the environment',
  unknown.map((name) => `docs/operations.md says nothing of ${name}.`),
);

for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
