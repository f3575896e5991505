import { batteryPartItems, confidenceOf, scaleKey } from '@peerscale/core';
import { batteries, findInstrument, instruments } from '@peerscale/instruments';
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

test('of every instrument the list says what it measures, for whom, its wording, confidence, validation and rights', async () => {
  const { stdout } = await runPeerscale(['instruments']);
  const { instruments: list } = JSON.parse((await runPeerscale(['instruments', '--json'])).stdout);
  const own = findInstrument('work-burnout')!;
  expect(list.find(({ id }: { id: string }) => id === 'work-burnout')).toEqual({
    id: own.id,
    version: own.version,
    name: own.name,
    construct: 'burnout',
    family: own.family ?? null,
    respondents: 'anyone',
    validation: 'none yet',
    confidence: confidenceOf(own),
    items: own.items.length,
    scales: own.scales.map(({ id }) => id),
    wording: 'included',
    locales: ['cs', 'en'],
    rights: own.rights,
    norms: [],
    bands: [],
  });
  expect(stdout).toMatch(/^burnout\n/m);
  expect(stdout).toContain(
    `${own.items.length} items, ${own.scales.length} scales; for anyone; wording: included in cs, en; confidence: ${confidenceOf(own)}; validation: none yet\n`,
  );
  expect(stdout).toMatch(
    /olbi@1\.0\.0 .*\n.*wording: bring a text pack; .*validation: published\n {4}rights: Evangelia Demerouti/,
  );
  expect(stdout).toMatch(/mbi-hss@1\.0\.0 .*\n.*wording: withheld, ask its holder/);
  expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
});

test('batteries are listed with the number of items that each group is asked', async () => {
  const { stdout } = await runPeerscale(['instruments']);
  const json = JSON.parse((await runPeerscale(['instruments', '--json'])).stdout);
  for (const { id, version, minutes, groups } of batteries) {
    expect(stdout).toContain(`${id}@${version} `);
    const listed = json.batteries.find((battery: { id: string }) => battery.id === id);
    expect([listed.minutes, listed.groups.length]).toEqual([minutes, groups.length]);
    const [part] = groups[0]!.parts;
    const asked = batteryPartItems(findInstrument(part!.instrument, part!.version)!, part!).length;
    expect(listed.groups[0].items).toBeGreaterThanOrEqual(asked);
  }
});

test('describe shows norms and bands as on request only, notes, unscored items, and rules in words', async () => {
  const described = async (id: string) => (await runPeerscale(['describe', id])).stdout;
  for (const { id, norms = [], bands = [], notes = [] } of instruments) {
    const text = await described(id);
    for (const norm of norms) expect(text).toContain(`  ${norm.id} (${norm.scale}): `);
    for (const entry of bands) expect(text).toContain(`Caution: ${entry.caution}`);
    expect(text.includes('Norms (on request only: score --norm ID)')).toBe(norms.length > 0);
    expect(text.includes('Bands (on request only: score --bands ID)')).toBe(bands.length > 0);
    for (const note of notes) expect(text).toContain(note);
  }
  expect(await described('ribs')).toContain('Asked and reported, in no scale');
  expect(await described('ribs')).toContain('counts as an answer, as its authors say: dont-know = 3');
  expect(await described('cbi')).toContain('missing: at least 4 of 7 items must be answered');
  expect(await described('cbi')).toContain('codes 0, 25, 50, 75, 100');
  expect(await described('jss')).toContain("the person's mean of what was answered stands in for them");
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
    // what it gives are files
    if (name !== 'convert') expect(stdout).toContain('--json');
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  }
});

test('--version is that of the package', async () => {
  expect(await runPeerscale(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});
