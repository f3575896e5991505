import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInstrument } from '@peerscale/instruments';
import { afterAll, expect, test } from 'vitest';
import { filledTextPack } from '../testing/filled-text-pack.ts';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const olbi = findInstrument('olbi')!;
const codesOf = (row: number) => olbi.items.map((_, i) => 1 + ((row * 5 + i * 3 + row * i) % 4));
const csv = (turn: (code: number) => number) =>
  `${olbi.items.map(({ id }) => id).join(',')}\n${Array.from({ length: 9 }, (_, row) => `${codesOf(row).map(turn).join(',')}\n`).join('')}`;

const { folder, remove } = temporaryFolder({
  'published.csv': csv((code) => code),
  'opposite.csv': csv((code) => 5 - code),
  'published.json': JSON.stringify(filledTextPack(olbi, 'rejection')),
  'opposite.json': JSON.stringify(filledTextPack(olbi, 'endorsement')),
  'withheld.json': JSON.stringify({
    ...olbi,
    id: 'paid',
    rights: { ...olbi.rights, wording: 'withheld', holder: 'The Publisher', wordingSource: 'its shop' },
  }),
});
afterAll(() => remove());
const peerscale = (...args: string[]) => runPeerscale(args, { cwd: folder });

test('init writes a file to fill in, says the rights and terms, and validate names every empty place', async () => {
  const made = await peerscale('textpack', 'init', 'olbi', '--locale', 'en');
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain(
    'olbi.text.en.json: 16 item texts to fill in; then: peerscale validate olbi.text.en.json',
  );
  expect(made.stdout).toContain(`rights          ${olbi.rights.holder}; ${olbi.rights.licence}\n`);
  expect(made.stdout).toContain(`terms           ${olbi.rights.terms}\n`);
  const pack = JSON.parse(readFileSync(join(folder, 'olbi.text.en.json'), 'utf8'));
  expect(pack.responseScales['agreement-4'].highCodeMeans).toBe('rejection');
  expect(pack.hints['items.olbi_1']).toBe(`1. ${olbi.items[0]!.label.en}`);

  const checked = await peerscale('validate', 'olbi.text.en.json');
  expect(checked.code).toBe(2);
  const lines = checked.stdout.trimEnd().split('\n');
  // title, instructions, 16 items, 4 labels, holder, licence, unmodified
  expect(lines).toHaveLength(25);
  for (const place of ['items.olbi_16', 'responseScales["agreement-4"].labels["4"]', 'rights.holder', 'unmodified']) {
    expect(lines.filter((line) => line.startsWith(`${place}: `))).toHaveLength(1);
  }
});

test('a file that is there is left alone, and --json writes none', async () => {
  const json = await peerscale('textpack', 'init', 'olbi@1.0.0', '--locale', 'cs', '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({ instrument: 'olbi', locale: 'cs' });
  writeFileSync(join(folder, 'mine.json'), 'mine');
  const args = ['textpack', 'init', 'olbi', '--locale', 'en', '--out', 'mine.json'];
  expect((await peerscale(...args)).stderr).toContain('mine.json: is there already');
  expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe('mine');
  expect((await peerscale(...args, '--force')).code).toBe(0);
});

test('wording that comes with Peerscale is said to', async () => {
  const { stdout } = await peerscale('textpack', 'init', 'work-burnout', '--locale', 'cs');
  expect(stdout).toContain('Its wording in cs comes with Peerscale already.\n');
});

test.each([
  [
    ['init', 'withheld.json', '--locale', 'en'],
    'withheld.json: instrument: The Publisher licenses the wording per use, so there is no pack to fill in: ask there (its shop)',
  ],
  [['init', 'olbi', '--locale', 'English'], 'olbi: locale: a locale is a BCP 47 tag such as "en" or "cs-CZ"'],
  [['init', 'olbi'], 'textpack init: name the language of the wording: --locale en'],
  [
    ['init', '--locale', 'en'],
    'textpack init: name an instrument, as peerscale instruments lists them; see peerscale textpack init --help',
  ],
  [
    ['make', 'olbi'],
    'textpack: say init and an instrument: peerscale textpack init olbi --locale en; "make" is something else',
  ],
  [['init', 'olbi', '--locale', 'en', '--json', '--out', 'x'], 'textpack init: --json writes no file'],
])('%j is refused', async (args, message) => {
  expect(await peerscale('textpack', ...args)).toEqual({ code: 2, stdout: '', stderr: `peerscale: ${message}\n` });
});

test('the proprietary instrument that is shipped as structure gets no pack', async () => {
  const mbi = findInstrument('mbi-hss')!;
  const { code, stderr } = await peerscale('textpack', 'init', 'mbi-hss', '--locale', 'en');
  expect(code).toBe(2);
  expect(stderr).toContain(mbi.rights.holder);
  expect(stderr).toContain(mbi.rights.wordingSource);
});

test('a pack that was filled in is valid; one that contradicts the definition is told all of it', async () => {
  expect(await peerscale('validate', 'published.json')).toMatchObject({ code: 0 });
  const pack = filledTextPack(olbi, 'rejection');
  const { olbi_2: _, ...items } = pack.items;
  const { highCodeMeans: __, ...uncoded } = pack.responseScales['agreement-4']!;
  const wrong = {
    ...pack,
    items: { ...items, olbi_17: 'One too many.' },
    responseScales: { 'agreement-4': { ...uncoded, labels: { ...uncoded.labels, 5: 'No such code' } } },
    rights: undefined,
  };
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify(wrong));
  const { code, stdout } = await peerscale('validate', 'wrong.json');
  expect(code).toBe(2);
  expect(stdout.trimEnd().split('\n').sort()).toEqual([
    'items.olbi_17: the instrument has no item olbi_17',
    'items.olbi_2: item olbi_2 has no text',
    'responseScales["agreement-4"].highCodeMeans: is required',
    'responseScales["agreement-4"].labels["5"]: response scale agreement-4 has no code 5',
    'rights: is required',
  ]);
});

test('the opposite coding turns the reversal by itself: the same scores, and the receipts and the text say so', async () => {
  const score = async (answers: string, pack: string, ...more: string[]) =>
    peerscale('score', answers, '--instrument', 'olbi', '--textpack', pack, ...more);
  const plain = await peerscale('score', 'published.csv', '--instrument', 'olbi', '--json');
  const published = JSON.parse((await score('published.csv', 'published.json', '--json')).stdout);
  const opposite = JSON.parse((await score('opposite.csv', 'opposite.json', '--json')).stdout);
  const values = ({ scores }: { scores: { receipts: { value: number }[] }[] }) =>
    scores.map(({ receipts }) => receipts.map(({ value }) => value));
  expect(values(published)).toEqual(values(JSON.parse(plain.stdout)));
  expect(values(opposite)).toEqual(values(published));
  // the key is about these answers: the other items of each scale
  const scale = olbi.scales[0]!;
  expect(published.scores[0].receipts[0].reversed).toEqual(scale.publishedReversed);
  expect(opposite.scores[0].receipts[0].reversed).toEqual(
    scale.items.filter((item) => !scale.publishedReversed!.includes(item)),
  );
  expect(opposite.coding).toEqual([
    {
      responseScale: 'agreement-4',
      highCodeMeans: 'endorsement',
      by: 'the text pack opposite.json',
      definition: 'rejection',
    },
  ]);
  expect((await score('opposite.csv', 'opposite.json')).stdout).toContain(
    'Coding: by the text pack opposite.json a high code of agreement-4 means endorsement, not rejection as in the definition',
  );
  expect((await score('published.csv', 'published.json')).stdout).toContain('published.json, as in the definition\n');
});

test('reliability takes the coding of the pack too', async () => {
  const alphas = async (...args: string[]) => {
    const { stdout } = await peerscale('reliability', ...args, '--instrument', 'olbi', '--json');
    return JSON.parse(stdout).scales.map(({ alpha }: { alpha: { value: number } }) => alpha.value);
  };
  const expected = await alphas('published.csv');
  const turned = await alphas('opposite.csv', '--textpack', 'opposite.json');
  turned.forEach((alpha: number, i: number) => {
    expect(alpha).toBeCloseTo(expected[i], 12);
  });
  const { stdout } = await peerscale(
    'reliability',
    'opposite.csv',
    '--instrument',
    'olbi',
    '--textpack',
    'opposite.json',
  );
  expect(stdout).toContain('Coding: by the text pack opposite.json');
});

test('a pack that is not valid is not used', async () => {
  const { code, stderr } = await peerscale(
    'score',
    'published.csv',
    '--instrument',
    'olbi',
    '--textpack',
    'olbi.text.en.json',
  );
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^peerscale: olbi\.text\.en\.json: is not a valid text pack of olbi@1\.0\.0: .+ \(the first of 25 issues/,
  );
});
