import { scaleKey } from '@peerscale/core';
import { findInstrument, instruments } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { runPeerscale } from '../testing/run-peerscale.ts';
import { commands } from './index.ts';

test('instruments lists all that are shipped', async () => {
  const { code, stdout } = await runPeerscale(['instruments']);
  for (const { id, version } of instruments) expect(stdout).toContain(`${id}@${version} `);
  expect(code).toBe(0);
  const json = JSON.parse((await runPeerscale(['instruments', '--json'])).stdout);
  expect(json.schema).toBe('peerscale/instruments@1');
  expect(json.instruments.map(({ id }: { id: string }) => id)).toEqual(instruments.map(({ id }) => id));
});

test('describe gives the definition and the key that follows from it', async () => {
  const olbi = findInstrument('olbi')!;
  const json = JSON.parse((await runPeerscale(['describe', 'olbi', '--json'])).stdout);
  expect(json.schema).toBe('peerscale/description@1');
  expect(json.instrument).toEqual(olbi);
  expect(json.keys).toEqual(olbi.scales.map(({ id }) => ({ scale: id, items: scaleKey(olbi, id) })));
  const turned = JSON.parse(
    (await runPeerscale(['describe', 'olbi', '--coding', 'agreement-4=endorsement', '--json'])).stdout,
  );
  expect(turned.keys[0].items[0].reversed).toBe(!json.keys[0].items[0].reversed);
  const text = await runPeerscale(['describe', 'olbi', '--coding', 'agreement-4=endorsement']);
  expect(text.stdout).toContain('a high code means endorsement (by --coding)\n');
});

test('describe in words names scales, key, rights and sources', async () => {
  const { stdout } = await runPeerscale(['describe', 'olbi']);
  for (const part of [
    '(olbi@1.0.0)',
    'answers',
    'agreement-4: agreement, codes 1 to 4',
    'reversed',
    'rights',
    'Sources',
    'doi:10.',
  ]) {
    expect(stdout).toContain(part);
  }
});

test('help is there for the program and for every command, and fits a terminal', async () => {
  const program = await runPeerscale(['--help']);
  expect(program).toMatchObject({ code: 0, stderr: '' });
  for (const { name, summary } of commands) {
    expect(program.stdout).toContain(summary);
    const { code, stdout } = await runPeerscale([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^peerscale ${name}`));
    expect(stdout).toContain('--json');
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  }
});

test('--version is that of the package', async () => {
  expect(await runPeerscale(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});
