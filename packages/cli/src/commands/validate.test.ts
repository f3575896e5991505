import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { batteries, findInstrument, findTextPack } from '@peerscale/instruments';
import { afterAll, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const { folder, remove } = temporaryFolder();
afterAll(() => remove());

const instrument = findInstrument('work-burnout')!;
const textPack = findTextPack(instrument, 'en')!;

function write(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}
const validate = async (...args: string[]) => runPeerscale(['validate', ...args], { cwd: folder });

test('valid files say what they are', async () => {
  expect(await validate(write('good.json', instrument))).toEqual({
    code: 0,
    stdout: 'good.json: valid instrument work-burnout@1.0.0\n',
    stderr: '',
  });
  expect((await validate(write('text.json', textPack))).stdout).toBe(
    'text.json: valid text pack work-burnout@1.0.0 en\n',
  );
  expect(JSON.parse((await validate('good.json', '--json')).stdout)).toEqual({
    schema: 'peerscale/validation@1',
    file: 'good.json',
    valid: true,
    issues: [],
  });
});

test('every issue comes at once, each on a line with its path', async () => {
  const [first, second, ...others] = instrument.items;
  const { highCodeMeans: _, ...uncoded } = instrument.responseScales[0]!;
  const wrong = {
    ...instrument,
    colour: 'blue',
    responseScales: [uncoded],
    items: [first, { ...second, id: first!.id }, ...others],
    scales: instrument.scales.map((scale, i) => (i === 0 ? { ...scale, items: [...scale.items, 'stranger'] } : scale)),
  };
  const { code, stdout, stderr } = await validate(write('wrong.json', wrong));
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^colour: there is no property/));
  expect(lines).toContainEqual(expect.stringMatching(/^items\[1\]\.id: .*is already the id of items\[0\]/));
  expect(lines).toContainEqual(expect.stringMatching(/^items\[0\]\.polarity: polarity means nothing/));
  expect(lines).toContainEqual(expect.stringMatching(/^scales\[0\]\.items\[\d+\]: there is no item "stranger"/));
  expect(stderr).toBe(`peerscale: wrong.json: not valid, ${lines.length} issues\n`);
  expect(code).toBe(2);

  const json = await validate('wrong.json', '--json');
  const { valid, issues } = JSON.parse(json.stdout);
  expect([json.code, json.stderr, valid]).toEqual([2, '', false]);
  expect(issues).toHaveLength(lines.length);
  expect(issues).toContainEqual(expect.objectContaining({ code: 'duplicate-id', path: 'items[1].id' }));
});

test.each([
  ['malformed JSON', '{"id": }', "(root): line 1, column 8: not JSON: Unexpected token '}'"],
  ['a key twice', '{"id": 1, "id": 2}', '(root): line 1, column 11: the key "id" is there twice'],
  ['an empty file', '', '(root): line 1, column 1: not JSON: the text ends early'],
  [
    'no object',
    '[1]',
    'format: is none of "peerscale/instrument@1", "peerscale/text-pack@1" and "peerscale/battery@1"',
  ],
  [
    'another format',
    '{"format": "x"}',
    'format: is none of "peerscale/instrument@1", "peerscale/text-pack@1" and "peerscale/battery@1"',
  ],
])('%s', async (_, text, line) => {
  const { code, stdout, stderr } = await validate(write('bad.json', text));
  expect([code, stdout, stderr]).toEqual([2, `${line}\n`, 'peerscale: bad.json: not valid, 1 issue\n']);
});

test('a battery is told by its format, or by its groups', async () => {
  const [battery] = batteries;
  expect((await validate(write('battery.json', battery))).stdout).toBe(
    `battery.json: valid battery ${battery!.id}@${battery!.version}\n`,
  );
  const [group] = battery!.groups;
  const wrong = {
    ...battery,
    format: 'x',
    groups: [{ ...group, parts: [{ instrument: 'nobody', version: '1.0.0' }] }],
  };
  expect((await validate(write('wrong-battery.json', wrong))).stdout).toMatch(/^format: /m);
  const unknown = { ...battery, groups: wrong.groups };
  expect((await validate(write('unknown.json', unknown))).stdout).toBe(
    'groups[0].parts[0].instrument: there is no nobody@1.0.0\n',
  );
});

test('a wrong format hides no other issue', async () => {
  const { stdout } = await validate(write('format.json', { ...instrument, format: 'instrument', id: 'NO' }));
  expect(stdout).toMatch(/^format: /m);
  expect(stdout).toMatch(/^id: /m);
});

test('a text pack is checked against the instrument named, beside it, or shipped', async () => {
  const [first] = instrument.items;
  const smaller = {
    ...instrument,
    id: 'smaller',
    items: [{ ...first!, number: 1 }],
    scales: [{ ...instrument.scales[0]!, items: [first!.id] }],
  };
  const { publishedReversed: _, missing: __, ...scale } = smaller.scales[0]!;
  const own = { ...smaller, scales: [{ ...scale, missing: { rule: 'complete' } }] };
  mkdirSync(join(folder, 'own'));
  write('own/instrument.json', own);
  const { checksum: ___, ...unsigned } = textPack;
  const pack = { ...unsigned, instrument: 'smaller', items: { [first!.id]: 'text' } };
  expect(await validate(write('own/text.en.json', pack))).toMatchObject({ code: 0 });
  expect(await validate(write('alone.json', pack))).toMatchObject({
    code: 2,
    stdout: 'instrument: "smaller" "1.0.0" is not known here; name it with --instrument\n',
  });
  expect(await validate('alone.json', '--instrument', 'own/instrument.json')).toMatchObject({ code: 0 });
  const missing = { ...pack, items: {} };
  expect((await validate(write('own/text.cs.json', missing))).stdout).toBe(
    `items.${first!.id}: item ${first!.id} has no text\n`,
  );
  write('own/instrument.json', { ...own, id: 'NO' });
  expect((await validate('own/text.en.json')).stdout).toContain('the instrument.json beside it is not valid');
});
