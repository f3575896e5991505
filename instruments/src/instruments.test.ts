import { readdirSync, readFileSync } from 'node:fs';
import {
  answersNeeded,
  formatPath,
  type Instrument,
  type ResponseRecord,
  scaleKey,
  scoreResponse,
  validateInstrument,
  validateTextPack,
} from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { findInstrument, findTextPack, instruments, textPacksOf } from './index.ts';

const folder = new URL('../definitions/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const definitions = files.filter((path) => path.endsWith('/instrument.json'));

describe.each(definitions)('%s', (path) => {
  const input = read(path);
  const checked = validateInstrument(input);

  test('is valid, stands in the folder of its id and version, and is exported', () => {
    expect(checked.success ? [] : checked.issues.map((issue) => `${formatPath(issue.path)} ${issue.message}`)).toEqual(
      [],
    );
    const { id, version } = (checked as { value: Instrument }).value;
    expect(path).toBe(`${id}/${version}/instrument.json`);
    expect(findInstrument(id, version)).toEqual(input);
  });

  const packs = files.filter((file) => file.startsWith(path.replace('instrument.json', 'text.')));
  test.each(packs.map((pack) => [pack]))('its text pack %s is valid, carries a checksum and is exported', (pack) => {
    const wording = read(pack) as { locale: string; checksum?: string };
    const result = validateTextPack(wording, (checked as { value: Instrument }).value);
    expect(result.success ? [] : result.issues.map((issue) => `${formatPath(issue.path)} ${issue.message}`)).toEqual(
      [],
    );
    expect(pack.endsWith(`/text.${wording.locale}.json`)).toBe(true);
    expect(wording.checksum).toMatch(/^sha256:/);
    expect(findTextPack((checked as { value: Instrument }).value, wording.locale)).toEqual(wording);
  });

  test('ships wording exactly where its rights say so', () => {
    const { rights } = (checked as { value: Instrument }).value;
    expect(packs.length > 0).toBe(rights.wording === 'included');
  });
});

describe.each(instruments.map((instrument) => [instrument.id, instrument] as const))(
  'scores of %s',
  (_, instrument) => {
    const codes = instrument.responseScales[0]!.codes;
    const low = codes[0]!;
    const high = codes.at(-1)!;
    const everybody = (code: number): ResponseRecord['answers'] =>
      Object.fromEntries(instrument.items.map(({ id }) => [id, code]));
    const balance = (scaleId: string) => {
      const key = scaleKey(instrument, scaleId);
      return key.filter(({ reversed }) => reversed).length / key.length;
    };

    test('identical answers give the point that the share of reversed items says', () => {
      for (const code of codes) {
        for (const { scale, value } of scoreResponse(instrument, everybody(code))) {
          const share = balance(scale);
          expect(value).toBeCloseTo((1 - share) * code + share * (low + high - code), 12);
        }
      }
    });

    test('one answer moved toward the direction raises exactly the scales of that item', () => {
      const middle = codes[Math.floor(codes.length / 2)]!;
      const before = scoreResponse(instrument, everybody(middle));
      for (const item of instrument.items) {
        const after = scoreResponse(instrument, { ...everybody(middle), [item.id]: high });
        after.forEach(({ scale, value }, i) => {
          const key = scaleKey(instrument, scale).find((entry) => entry.item === item.id);
          const change = Math.sign(value! - before[i]!.value!);
          expect(change).toBe(key === undefined || high === middle ? 0 : key.reversed ? -1 : 1);
        });
      }
    });

    test('one answer below what the missing rule asks for gives null with the reason', () => {
      for (const scale of instrument.scales) {
        const needed = answersNeeded(scale.missing, scale.items.length);
        const gaps = scale.items.slice(0, scale.items.length - needed + 1);
        const answers = { ...everybody(low), ...Object.fromEntries(gaps.map((id) => [id, 'skipped' as const])) };
        const receipt = scoreResponse(instrument, answers).find((candidate) => candidate.scale === scale.id)!;
        expect(receipt.value).toBeNull();
        expect(receipt.reason).not.toBeNull();
      }
    });

    test('the opposite coding of the answers gives the same scores', () => {
      const answers = Object.fromEntries(instrument.items.map(({ id }, i) => [id, codes[i % codes.length]!]));
      const turned = Object.fromEntries(Object.entries(answers).map(([id, code]) => [id, low + high - code]));
      const coding = Object.fromEntries(
        instrument.responseScales.map(({ id, highCodeMeans }) => [
          id,
          highCodeMeans === 'endorsement' ? ('rejection' as const) : ('endorsement' as const),
        ]),
      );
      const values = (receipts: { value: number | null }[]) => receipts.map(({ value }) => value);
      const opposite = values(scoreResponse(instrument, turned, coding));
      values(scoreResponse(instrument, answers)).forEach((value, i) => expect(opposite[i]).toBeCloseTo(value!, 12));
    });
  },
);

describe('olbi', () => {
  const olbi = findInstrument('olbi')!;
  const reversed = (scale: string, coding = {}) =>
    scaleKey(olbi, scale, coding)
      .filter((key) => key.reversed)
      .map(({ item }) => Number(item.replace('olbi_', '')));

  test('has the published subscales', () => {
    const numbers = (id: string) => scaleKey(olbi, id).map(({ item }) => Number(item.replace('olbi_', '')));
    expect(numbers('disengagement')).toEqual([1, 3, 6, 7, 9, 11, 13, 15]);
    expect(numbers('exhaustion')).toEqual([2, 4, 5, 8, 10, 12, 14, 16]);
    expect(numbers('burnout')).toHaveLength(16);
  });
  test('reverses the published items under the published coding, and the others under the opposite one', () => {
    expect(reversed('burnout')).toEqual([2, 3, 4, 6, 8, 9, 11, 12]);
    expect(reversed('burnout', { 'agreement-4': 'endorsement' })).toEqual([1, 5, 7, 10, 13, 14, 15, 16]);
  });
  test('identical answers give exactly the midpoint on every scale: four items each way', () => {
    const answers = Object.fromEntries(olbi.items.map(({ id }) => [id, 1]));
    expect(scoreResponse(olbi, answers).map(({ value }) => value)).toEqual([2.5, 2.5, 2.5]);
  });
  test('ships no wording', () => {
    expect(textPacksOf(olbi)).toEqual([]);
  });
});

test('findInstrument gives the newest version, or the one asked for, or nothing', () => {
  expect(findInstrument('peer-role')?.version).toBe('1.0.0');
  expect(findInstrument('peer-role', '9.9.9')).toBeUndefined();
  expect(findInstrument('nope')).toBeUndefined();
});
