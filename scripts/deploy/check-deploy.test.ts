import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { checkCaddyfile } from './check-caddyfile.ts';
import { checkContainerfile, isIgnored, type Repository } from './check-containerfile.ts';
import { checkUnit, verifyUnits } from './check-unit.ts';
import { parseContainerfile, variablesOf, wordsOf } from './parse-containerfile.ts';
import { readRepository } from './read-repository.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8');
// whether the build has run is no matter of these tests
const repository: Repository = {
  ...readRepository(root),
  isBuilt: (path) => path === 'apps/demo/dist/server/main.js',
};

/** What is said when one thing is changed in a text that has it. */
function changed(text: string, from: string | RegExp, to: string): string {
  const made = text.replace(from, to);
  if (made === text) throw new Error(`${from} is not there.`);
  return made;
}

test('a Containerfile is read: stages, flags, lines that go on, comments between them', () => {
  const [build, last, ...others] = parseContainerfile(
    'FROM a:1 AS build\nRUN one \\\n  # between\n && two\nFROM b\nCOPY --from=build --chown=x /a /b\nENV A=1 \\\n  B="2 3"\nCMD ["x", "y"]\n',
  );
  expect(others).toEqual([]);
  expect([build!.base, build!.name, build!.line]).toEqual(['a:1', 'build', 1]);
  expect(build!.instructions).toMatchObject([{ name: 'RUN', text: 'one && two', line: 2 }]);
  const [copy, env, command] = last!.instructions;
  expect([...copy!.flags]).toEqual([
    ['from', 'build'],
    ['chown', 'x'],
  ]);
  expect([copy!.text, copy!.line]).toEqual(['/a /b', 6]);
  expect([...variablesOf(env!)]).toEqual([
    ['A', '1'],
    ['B', '2 3'],
  ]);
  expect([wordsOf(command!), wordsOf(copy!)]).toEqual([['x', 'y'], undefined]);
  for (const wrong of ['RUN x\n', 'FROM a\nRUN x \\\n', 'FROM a b\n', 'FROM a\nCOPY\n']) {
    expect(() => parseContainerfile(wrong)).toThrow(RangeError);
  }
});

test('patterns of .containerignore: a path from the top, a name anywhere, a star', () => {
  const patterns = ['.git', '**/dist', 'docs/api', '**/*.sqlite*'];
  for (const path of ['.git/config', 'dist/a', 'packages/core/dist/index.js', 'docs/api/x.md', 'data/a.sqlite-wal']) {
    expect([path, isIgnored(path, patterns)]).toEqual([path, true]);
  }
  for (const path of ['.gitignore', 'packages/core/src/dist.ts', 'apps/docs/api/x', 'docs/apis']) {
    expect([path, isIgnored(path, patterns)]).toEqual([path, false]);
  }
});

test('the Containerfile is as it should be, and nothing that is built is in the repository', () => {
  expect(checkContainerfile(read('Containerfile'), repository)).toEqual([]);
  expect(repository.tracked.length).toBeGreaterThan(500);
  const needed = repository.tracked.filter((path) =>
    /^(?:packages|apps|instruments)\/.*\/(?:src|definitions)\//.test(path),
  );
  expect(needed.filter((path) => isIgnored(path, repository.ignored))).toEqual([]);
  expect(readFileSync(join(root, '.dockerignore'), 'utf8')).toBe(readFileSync(join(root, '.containerignore'), 'utf8'));
});

test.each([
  ['a tag that moves', /node:26\.\d+\.\d+-trixie-slim AS/, 'node:26-trixie-slim AS', 'is another image every month'],
  ['no tag', /node:26\.\d+\.\d+-trixie-slim AS/, 'node AS', 'is another image every month'],
  ['another Node', /node:26\.\d+\.\d+-trixie-slim\n/, 'node:22.0.0-trixie-slim\n', 'is not Node'],
  ['a file that is not there', 'COPY . .', 'COPY packages/nothing .', 'packages/nothing is not in a clean clone'],
  ['a folder that the build makes', 'COPY . .', 'COPY apps/demo/dist .', 'apps/demo/dist is not in a clean clone'],
  ['a file that is not sent', 'COPY . .', 'COPY docs/screenshots .', 'or is in .containerignore'],
  ['a stage that is not there', '--from=build', '--from=other', 'no stage other'],
  ['a folder that no step makes', '--from=build /app', '--from=build /elsewhere', 'makes /elsewhere'],
  ['ADD', 'COPY . .', 'ADD . .', 'COPY is meant'],
  ['a script that is not there', 'npm run -s build', 'npm run -s make', 'no script make'],
  ['a package that is not there', '@peerscale/demo deploy', '@peerscale/demos deploy', 'no package @peerscale/demos'],
  ['another pnpm', /pnpm@[\d.]+ install/, 'pnpm@9.0.0 install', 'pnpm 9.0.0 is not pnpm'],
  ['root', 'USER node', 'USER root', 'The process is root'],
  ['root by its number', 'USER node', 'USER 0:0', 'The process is root'],
  ['nobody', 'USER node\n', '', 'without USER'],
  ['no check of health', /HEALTHCHECK [^\n]*\\\n[^\n]*\n/, '', 'no HEALTHCHECK'],
  ['another path', '/health', '/', 'does not ask /health'],
  ['another port', 'process.env.PORT', '80', 'asks another port'],
  ['another port outside', 'EXPOSE 4173', 'EXPOSE 80', 'EXPOSE 80 is not PORT=4173'],
  ['a shell in between', 'CMD ["node", "dist/server/main.js"]', 'CMD node dist/server/main.js', 'list of words'],
  ['a program that is not built', 'dist/server/main.js', 'dist/main.js', 'makes no dist/main.js'],
  ['nothing to run', /\nCMD \["node", "dist[^\n]*/, '', 'nothing runs'],
])('a Containerfile with %s is told', (_, from, to, said) => {
  expect(checkContainerfile(changed(read('Containerfile'), from, to), repository).join('\n')).toContain(said);
});

test('an image by its digest is the same for ever', () => {
  const digest = `docker.io/library/node@sha256:${'a'.repeat(64)}`;
  const text = read('Containerfile').replaceAll(/docker\.io\S+/g, digest);
  expect(checkContainerfile(text, repository)).toEqual([]);
  expect(checkContainerfile('# nothing\n', repository)).toEqual(['There is no FROM.']);
});

const isDeployed = (path: string) =>
  ['dist/server/main.js', 'node_modules/@peerscale/collector/dist/main.js'].includes(path);

test.each([
  ['User=peerscale', 'User=root', 'is root'],
  ['User=peerscale\n', '', 'is root'],
  ['NoNewPrivileges=yes', 'NoNewPrivileges=no', 'NoNewPrivileges is not yes'],
  ['ProtectSystem=strict', 'ProtectSystem=full', 'ProtectSystem is not strict'],
  ['dist/server/main.js', 'dist/main.js', 'makes no dist/main.js'],
  ['/var/lib/peerscale/peerscale.sqlite', '/srv/peerscale.sqlite', 'DATABASE_URL is outside'],
  [/ExecStart=[^\n]*\n/, '', 'nothing runs'],
])('a unit without %s is told', (from, to, said) => {
  const unit = read('peerscale.service');
  expect(checkUnit('unit', unit, isDeployed)).toEqual([]);
  expect(checkUnit('backup', read('peerscale-backup.service'), isDeployed)).toEqual([]);
  expect(checkUnit('unit', changed(unit, from, to), isDeployed).join('\n')).toContain(said);
});

test('what systemd does not know is told, where it is installed', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'peerscale.service'), changed(read('peerscale.service'), 'ProtectHome=', 'ProtectHoms='));
  const found = verifyUnits(folder);
  if (found === undefined) {
    process.stderr.write('Not checked by systemd-analyze: it is not installed.\n');
    context.skip();
  }
  expect(found!.join('\n')).toContain('ProtectHoms');
  expect(verifyUnits(join(root, 'deploy'))).toEqual([]);
});

test.each([
  ['}\n}', '}\n', 'A brace'],
  ['reverse_proxy 127.0.0.1:4173', 'reverse_proxy 127.0.0.1:80', 'port 4173'],
  [
    '\theader_up X-Forwarded-For {remote_host}',
    '\theader_up X-Forwarded-For {header.X-Forwarded-For}',
    'X-Forwarded-For',
  ],
  [' /metrics', '', '/metrics is shown'],
  ['max_size 2MB', '', 'no limit'],
  ['lb_try_duration 15s', '', 'fail instead of waiting'],
  ['lb_try_duration 15s', 'lb_try_duration 15s\n\t\thealth_uri /ready', 'until it asks the server again'],
  ['\trequest_body', '\tlog\n\trequest_body', 'access log'],
])('a Caddyfile with another %j is told', (from, to, said) => {
  const text = read('Caddyfile');
  expect(checkCaddyfile(text, '4173')).toEqual([]);
  expect(checkCaddyfile(changed(text, from, to), '4173').join('\n')).toContain(said);
});
