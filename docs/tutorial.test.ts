import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../packages/cli/src/testing/run-peerscale.ts';

const tutorial = readFileSync(new URL('tutorial.md', import.meta.url), 'utf8');

/** The data, commands and output of a section. */
function blocksOf(number: number) {
  const section = tutorial.slice(tutorial.indexOf(`## ${number}. `), tutorial.indexOf(`## ${number + 1}. `));
  return [...section.matchAll(/```(text|sh)\n(.*?)```/gs)].map(([, kind, text]) => ({ kind, text: text! }));
}

const { folder, remove } = temporaryFolder();
afterAll(() => remove());

/** The arguments of a command line of the tutorial. */
function argumentsOf(line: string): string[] {
  const start = 'npm run -s peerscale -- ';
  expect(line.startsWith(start), line).toBe(true);
  return line.slice(start.length).trim().split(' ');
}

test('the commands on agreement print what the tutorial shows', async () => {
  const blocks = blocksOf(3);
  expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'sh', 'text', 'text', 'sh', 'text']);
  for (const [data, command, shown] of [blocks.slice(0, 3), blocks.slice(3)]) {
    const argv = argumentsOf(command!.text);
    const file = join(folder, argv[1]!);
    writeFileSync(file, data!.text);
    const { code, stdout, stderr } = await runPeerscale(argv, { cwd: folder });
    rmSync(file);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(shown!.text);
  }
});

test('the commands on teams and waves print what the tutorial shows', async () => {
  const blocks = blocksOf(4);
  expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'text', 'sh', 'text', 'sh', 'text']);
  const [spring, autumn, ...rest] = blocks;
  const files = ['spring.csv', 'autumn.csv'].map((name) => join(folder, name));
  [spring, autumn].forEach((data, i) => {
    writeFileSync(files[i]!, data!.text);
  });
  for (const [command, shown] of [rest.slice(0, 2), rest.slice(2)]) {
    const { code, stdout, stderr } = await runPeerscale(argumentsOf(command!.text), { cwd: folder });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(shown!.text);
  }
  for (const file of files) rmSync(file);
});
