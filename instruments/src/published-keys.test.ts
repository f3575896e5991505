import { type Instrument, scaleKey, scoreResponse, type TextPack, validateTextPack } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { findInstrument, instruments, textPacksOf } from './index.ts';
import { keyDifferences } from './key-differences.ts';
import { publishedFacts } from './published-facts.ts';

const published = instruments.filter(({ validation }) => validation === 'published');
const instrumentOf = (id: string): Instrument => findInstrument(id)!;
const scoreOf = (id: string, scale: string, answers: Parameters<typeof scoreResponse>[1]) =>
  scoreResponse(instrumentOf(id), answers).find((receipt) => receipt.scale === scale)!;

test('every published instrument has its row of facts, and every row its instrument', () => {
  expect(published.map(({ id }) => id).sort()).toEqual(publishedFacts.map(({ id }) => id).sort());
});

describe.each(publishedFacts.map((facts) => [facts.id, facts] as const))('%s', (id, facts) => {
  const instrument = instrumentOf(id);

  test(`says what is published (${facts.source})`, () => {
    expect(keyDifferences(instrument, facts)).toEqual([]);
  });

  test('carries its published reversal as evidence on every scale', () => {
    const numberOf = new Map(instrument.items.map((item) => [item.id, item.number]));
    for (const scale of instrument.scales) {
      expect(scale.publishedReversed?.map((item) => numberOf.get(item))).toEqual(facts.scales[scale.id]!.reversed);
    }
  });

  test('scores identical answers as the row of facts alone gives it', () => {
    for (const step of [0, 0.5, 1]) {
      const codeAt = (codes: readonly number[]) => codes[Math.floor(step * (codes.length - 1))]!;
      const codeOf = (number: number) => {
        const { codes } = facts.answers.find(({ items }) => items.includes(number))!;
        return { code: codeAt(codes), mirrored: codes[0]! + codes.at(-1)! - codeAt(codes) };
      };
      const answers = Object.fromEntries(instrument.items.map((item) => [item.id, codeOf(item.number).code]));
      for (const receipt of scoreResponse(instrument, answers)) {
        const { items, reversed, method } = facts.scales[receipt.scale]!;
        const keyed = items.map((number) => codeOf(number)[reversed.includes(number) ? 'mirrored' : 'code']);
        const total = keyed.reduce((sum, value) => sum + value, 0);
        expect(receipt.value).toBeCloseTo(method === 'sum' ? total : total / items.length, 12);
      }
    }
  });

  test('ships no wording, and names sources for structure, scoring, missing answers and rights', () => {
    expect(textPacksOf(instrument)).toEqual([]);
    const supported = instrument.sources.flatMap(({ supports }) => supports);
    expect(supported).toEqual(
      expect.arrayContaining(['construct', 'structure', 'coding', 'scoring', 'missing', 'rights']),
    );
  });

  test('what is from memory is never called well known, and says so', () => {
    for (const { citation, confidence } of instrument.sources) {
      if (/memory/i.test(citation)) expect(['medium', 'low']).toContain(confidence);
    }
  });
});

test('conditions of use stand in the definition', () => {
  const conditional = published.filter(({ notes = [] }) => notes.some((note) => note.startsWith('Condition of use: ')));
  expect(conditional.map(({ id }) => id).sort()).toEqual([
    'gjss',
    'moaq-jss',
    'oms-hc-15',
    'rhl-role',
    'single-item-burnout',
  ]);
});

test('the example of the README', () => {
  const answers = { cbi_tired: 75, cbi_body: 50, cbi_feelings: 25 };
  expect(scoreResponse(instrumentOf('cbi'), answers)[0]?.value).toBe(50);
});

describe('olbi', () => {
  const reversed = (coding = {}) =>
    scaleKey(instrumentOf('olbi'), 'burnout', coding)
      .filter((key) => key.reversed)
      .map(({ item }) => Number(item.replace('olbi_', '')));

  test('reverses the published items under the published coding, and the others under the opposite one', () => {
    expect(reversed()).toEqual([2, 3, 4, 6, 8, 9, 11, 12]);
    expect(reversed({ 'agreement-4': 'endorsement' })).toEqual([1, 5, 7, 10, 13, 14, 15, 16]);
  });
  test('identical answers give exactly the midpoint on every scale: half of the items each way', () => {
    for (const code of [1, 2, 3, 4]) {
      const answers = Object.fromEntries(instrumentOf('olbi').items.map(({ id }) => [id, code]));
      expect(scoreResponse(instrumentOf('olbi'), answers).map(({ value }) => value)).toEqual([2.5, 2.5, 2.5]);
    }
  });
});

describe('missing answers, as published', () => {
  const firstOf = (id: string, scale: string, count: number, code: number) =>
    Object.fromEntries(scaleKey(instrumentOf(id), scale).map(({ item }, i) => [item, i < count ? code : 'skipped']));

  test.each([
    ['cbi', 'personal', 3, 75, 75],
    ['cbi', 'personal', 2, 75, null],
    ['cbi', 'work', 4, 75, 75],
    ['cbi', 'work', 3, 75, null],
    ['cbi', 'client', 3, 75, 75],
    ['cbi', 'client', 2, 75, null],
    ['copsoq3-role', 'role-clarity', 2, 75, 75],
    ['copsoq3-role', 'role-clarity', 1, 75, null],
    ['copsoq3-role', 'role-conflicts', 1, 75, 75],
    ['ismi9', 'internalised-stigma', 1, 4, 4],
    ['jss', 'pay', 1, 5, 20],
    ['olbi', 'exhaustion', 7, 2, null],
    ['bat23', 'exhaustion', 7, 2, null],
  ] as const)('%s %s with %d answers of %d: %s', (id, scale, count, code, expected) => {
    expect(scoreOf(id, scale, firstOf(id, scale, count, code) as never).value).toBe(expected);
  });

  test('ISMI-9 divides by what was answered, reversed items turned', () => {
    expect(scoreOf('ismi9', 'internalised-stigma', { ismi9_1: 4, ismi9_2: 4 }).value).toBe((4 + 1) / 2);
  });
  test('RIBS counts do not know as 3, and no other reason', () => {
    const others = { ribs_5: 5, ribs_6: 5, ribs_7: 5 };
    expect(scoreOf('ribs', 'intended', { ...others, ribs_8: 'dont-know' })).toMatchObject({
      value: 18,
      substituted: [{ item: 'ribs_8', reason: 'dont-know', code: 3 }],
    });
    expect(scoreOf('ribs', 'intended', { ...others, ribs_8: 'refused' })).toMatchObject({ value: null });
  });
  test('the JSS total adds up its facets with missing answers too', () => {
    const jss = instrumentOf('jss');
    const answers = Object.fromEntries(jss.items.map(({ id, number }) => [id, number % 5 === 0 ? 'skipped' : 5]));
    const total = scoreOf('jss', 'total', answers as never);
    const facets = jss.scales.slice(0, 9).map(({ id }) => scoreOf('jss', id, answers as never).value!);
    expect(total.value).toBeCloseTo(
      facets.reduce((sum, value) => sum + value, 0),
      12,
    );
    expect(total.prorated).toBe(true);
  });
});

test('BAT-12 is items 1, 3, 4, 9, 11, 13, 14, 17, 18, 19, 20 and 23 of BAT-23, by the same ids', () => {
  const long = new Map(instrumentOf('bat23').items.map(({ id, number }) => [id, number]));
  expect(instrumentOf('bat12').items.map(({ id }) => long.get(id))).toEqual([
    1, 3, 4, 9, 11, 13, 14, 17, 18, 19, 20, 23,
  ]);
});

test('the secondary symptoms of bat33 leave the core scores as bat23 gives them', () => {
  const core = Object.fromEntries(instrumentOf('bat23').items.map(({ id }, i) => [id, 1 + (i % 5)]));
  for (const secondary of [1, 5]) {
    const extra = Object.fromEntries(instrumentOf('bat33').items.map(({ id }) => [id, secondary]));
    const scores = scoreResponse(instrumentOf('bat33'), { ...extra, ...core });
    for (const { scale, value } of scoreResponse(instrumentOf('bat23'), core)) {
      expect(scores.find((receipt) => receipt.scale === scale)?.value).toBe(value);
    }
    expect(scores.at(-1)).toMatchObject({ scale: 'secondary-symptoms', value: secondary });
  }
});

test('role ambiguity is role clarity turned round', () => {
  const answers = Object.fromEntries(instrumentOf('rhl-role').items.map(({ id }, i) => [id, 1 + (i % 7)]));
  const clarity = scoreOf('rhl-role', 'role-clarity', answers).value!;
  expect(scoreOf('rhl-role', 'role-ambiguity', answers).value).toBeCloseTo(8 - clarity, 12);
});

test('a text pack for the MBI is refused with the reason and where to ask', () => {
  const mbi = instrumentOf('mbi-hss');
  const pack: TextPack = {
    format: 'peerscale/text-pack@1',
    instrument: mbi.id,
    version: mbi.version,
    locale: 'en',
    title: 'A title',
    instructions: 'Instructions',
    items: Object.fromEntries(mbi.items.map(({ id }) => [id, 'a sentence'])),
    responseScales: {
      'frequency-7': {
        highCodeMeans: 'endorsement',
        labels: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((code) => [code, 'a label'])),
      },
    },
    rights: { holder: 'somebody', licence: 'none' },
    unmodified: true,
  };
  const checked = validateTextPack(pack, mbi);
  expect(checked.success ? [] : checked.issues).toEqual([
    expect.objectContaining({ code: 'wording-withheld', message: expect.stringContaining('mindgarden.com') }),
  ]);
});
