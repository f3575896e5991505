import { spawn } from 'node:child_process';
import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from './testing/run-peerscale.ts';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const launcher = fileURLToPath(new URL('../../../scripts/peerscale.js', import.meta.url));
const ITEMS = ['--items', 'A1,A2', '--min', '1', '--max', '5'];
const { folder, remove } = temporaryFolder({
  'answers.csv': 'A1,A2\n1,2\n2,2\n3,4\n',
  'many.csv': `A1,A2\n${'1,2\n2,2\n3,4\n'.repeat(20_000)}`,
});
afterAll(() => remove());

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built program; `leaveEarly` closes its standard output at the first bytes, as `head` does. */
function start(
  script: string,
  args: readonly string[],
  { stdin = '', leaveEarly = false, cwd = folder }: { stdin?: string; leaveEarly?: boolean; cwd?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], { cwd, env: { ...process.env, INIT_CWD: folder } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    if (leaveEarly) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test('the built program reports on a file', async () => {
  const { code, stdout, stderr } = await start(main, ['reliability', 'answers.csv', ...ITEMS, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ schema: 'peerscale/reliability@1', input: { file: 'answers.csv', rows: 3 } });
  expect(report.scales[0].alpha.value).toBeCloseTo(12 / 13, 14);
});

test('it reads standard input, and says in one line what is wrong', async () => {
  const { code, stdout, stderr } = await start(main, ['score', '-', ...ITEMS], { stdin: 'A1,A2\n1,7\n' });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    'peerscale: standard input: line 2 (row 1), column "A2": "7" is not a code of the response scale (1 to 5)\n',
  );
});

test('a reader who leaves early causes no crash', async () => {
  const { code, stdout, stderr } = await start(main, ['score', 'many.csv', ...ITEMS, '--json'], { leaveEarly: true });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('peerscale/scores@1');
});

test.skipIf(process.platform === 'win32')('Ctrl-C ends it as a signal does, and leaves no half file', async () => {
  const { folder: own, remove: removeOwn } = temporaryFolder();
  const child = spawn(process.execPath, [main, 'score', '-', ...ITEMS, '--out', 'scores.csv'], { cwd: own });
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve([code, signal])));
  child.stdin.on('error', () => {}); // what it does not read any more
  // more than a chunk of rows, and no end: it is in the midst of its work
  child.stdin.write(`A1,A2\n${'1,2\n'.repeat(50_000)}`);
  const hasBegun = (): boolean => readdirSync(own).some((file) => statSync(join(own, file)).size > 0);
  while (!hasBegun()) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(readdirSync(own)).toEqual([]);
  removeOwn();
});

test.skipIf(process.platform !== 'linux')('a full disk is a failed run', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [main, 'instruments'], { stdio: ['ignore', full, 'pipe'] });
  let stderr = '';
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  closeSync(full);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^peerscale: the output cannot be written: ENOSPC.*\n$/);
});

test('the launcher of the repository reads files from the folder of the shell', async () => {
  const cwd = join(dirname(launcher), '..');
  const { code, stdout } = await start(launcher, ['reliability', 'answers.csv', ...ITEMS, '--json'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).input.rows).toBe(3);
});

test('the launcher says so where nothing is built yet', async () => {
  mkdirSync(join(folder, 'scripts'));
  const copy = join(folder, 'scripts', 'peerscale.js');
  copyFileSync(launcher, copy);
  expect(await start(copy, ['instruments'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'peerscale: not built yet; run "npm start" or "npm run build" once\n',
  });
});
