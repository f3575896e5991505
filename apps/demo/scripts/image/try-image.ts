/**
 * Builds the image of deploy/Containerfile and does with it what an operator does: starts it as docs/operations.md says, sets
 * it up, takes an answer, stops it, starts it again, backs up and restores. Ends with 1 where something is not as it should be.
 *
 *   npm run image                  with podman
 *   npm run image -- NAME          an image that is there already
 *   ENGINE='docker' npm run image  another engine, with its options; RUN_OPTIONS has more for each `run`, BUILD_OPTIONS
 *                                  for `build`
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { setUp, signIn } from '../../test/helpers/staff.ts';
import { attempt, buildOptions, engine, runOptions } from './engine.ts';
import { answer, inviteOne } from './one-answer.ts';

const PATIENCE_MS = 60_000;
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const name = `peerscale-try-${process.pid}`;
const image = process.argv[2] ?? buildImage();
const port = await freePort();
const origin = `http://localhost:${port}`;
const hardened = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'all', '--volume', `${name}:/data`, ...runOptions];
const inside = (...words: readonly string[]) => engine('exec', name, ...words);

try {
  const publish = ['--publish', `127.0.0.1:${port}:4173`, '--env', `PUBLIC_ORIGIN=${origin}`];
  engine('run', '--detach', '--name', name, ...hardened, ...publish, image);
  await ready();
  lookInside();
  healthCheckWorks();

  const link = /http[^\s"#]+#[\w-]{43}/.exec(engine('logs', name))?.[0];
  const owner = await setUp({ origin, setUpLink: () => link });
  const invitation = await inviteOne(owner);
  assert.equal(await answer(invitation), 201);
  assert.equal(answers(), 1);
  say('set up, and an answer is stored');

  const begin = performance.now();
  engine('stop', name);
  const milliseconds = Math.round(performance.now() - begin);
  assert.equal(engine('inspect', '--format', '{{.State.ExitCode}}', name), '0', 'it did not stop by itself');
  engine('start', name);
  await ready();
  await signIn({ origin, setUpLink: () => undefined });
  assert.deepEqual([answers(), await answer(invitation)], [1, 410]);
  say(`stopped in ${milliseconds} ms and started again: the answer is there, and its link is used`);

  inside('peerscale-collector', 'backup', '/data/backup.sqlite');
  inside('peerscale-collector', 'check', '/data/backup.sqlite');
  const restore = ['peerscale-collector', 'restore', '/data/backup.sqlite', '--force'];
  assert.notEqual(attempt('exec', name, ...restore).status, 0, 'a restore must not touch a database in use');
  engine('stop', name);
  engine('run', '--rm', '--network', 'none', ...hardened, image, ...restore);
  engine('start', name);
  await ready();
  assert.equal(answers(), 1);
  say('backed up while it served, and restored after a stop');
  console.log(`${image} is as it should be.`);
} finally {
  attempt('rm', '--force', name);
  attempt('volume', 'rm', name);
}

function buildImage(): string {
  const tag = 'peerscale';
  // docker knows no formats; podman leaves HEALTHCHECK out of its own
  const format = (process.env.ENGINE ?? 'podman').includes('podman') ? ['--format', 'docker'] : [];
  console.log('building, which takes some minutes ...');
  const file = join(root, 'deploy/Containerfile');
  engine('build', ...buildOptions, ...format, '--file', file, '--tag', tag, root);
  return tag;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The process is nobody, owns nothing of its program, and has no tools of the build beside it. */
function lookInside(): void {
  assert.notEqual(inside('id', '-u'), '0');
  assert.equal(inside('find', '/app', '(', '-user', 'node', '-o', '-perm', '-o+w', ')', '!', '-type', 'l'), '');
  assert.equal(inside('sh', '-c', 'command -v npm npx pnpm yarn corepack || true'), '');
  const folders = inside('ls', '/app/node_modules/.pnpm').split(/\s+/);
  const manifests = ['package.json', 'apps/demo/package.json', 'packages/collector/package.json'].map(
    (path) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest,
  );
  const served = new Set(manifests.flatMap(({ dependencies = {} }) => Object.keys(dependencies)));
  const tools = manifests
    .flatMap(({ devDependencies }) => Object.keys(devDependencies))
    .filter((own) => !served.has(own) && folders.some((folder) => folder.startsWith(`${own.replace('/', '+')}@`)));
  assert.deepEqual(tools, [], 'what only the build needs');
  const sources = inside('find', '/app/', '-path', '*peerscale*', '-name', '*.ts', '!', '-name', '*.d.ts');
  assert.equal(sources, '', 'sources');
  const megabytes = Math.round(Number(engine('image', 'inspect', '--format', '{{.Size}}', image)) / 1e6);
  say(`${megabytes} MB, ${folders.length} packages, no tool of the build, no source, not root`);
}

function healthCheckWorks(): void {
  const { Test } = JSON.parse(engine('inspect', '--format', '{{json .Config.Healthcheck}}', name)) as {
    readonly Test: readonly string[];
  };
  assert.equal(Test[0], 'CMD');
  inside(...Test.slice(1));
  assert.notEqual(attempt('exec', '--env', 'PORT=1', name, ...Test.slice(1)).status, 0, 'it cannot fail');
  say('HEALTHCHECK tells whether the process answers');
}

/** How many answers are in the database, read from the file itself. */
function answers(): number {
  const count = `const { DatabaseSync } = require('node:sqlite');
    const file = new DatabaseSync(process.env.DATABASE_URL, { readOnly: true });
    console.log(file.prepare('select count(*) as n from response').get().n)`;
  return Number(inside('node', '--eval', count));
}

async function ready(): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const response = await fetch(`${origin}/ready`).catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > end) {
      const { stdout, stderr } = attempt('logs', name);
      throw new Error(`It is not ready after ${PATIENCE_MS} ms: ${stdout}${stderr}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
}

function say(text: string): void {
  console.log(`ok: ${text}`);
}
