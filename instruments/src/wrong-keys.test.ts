import { formatPath, type Instrument, scaleKey, validateInstrument } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { findInstrument } from './index.ts';
import { keyDifferences } from './key-differences.ts';
import { publishedFacts } from './published-facts.ts';

// Keys that circulate in public code and pages and are wrong. Each is put into the definition, and must be caught: refused
// by `validateInstrument`, or told apart from the row of facts by the same comparison that the right key passes.

type Draft = { -readonly [K in keyof Instrument]: Instrument[K] };

const scaleIn = (draft: Draft, id: string) => draft.scales.find((scale) => scale.id === id)!;
const idOf = (draft: Draft, number: number) => draft.items.find((item) => item.number === number)!.id;
const turned = { positive: 'negative', negative: 'positive' } as const;

/** Gives a scale the items with these numbers. */
function setItems(draft: Draft, scale: string, numbers: readonly number[]): void {
  scaleIn(draft, scale).items = numbers.map((number) => idOf(draft, number));
}

/** Changes polarities so that exactly these items of the instrument are reversed. */
function reverseOnly(draft: Draft, numbers: readonly number[]): void {
  for (const { id } of draft.scales) {
    for (const { item, reversed } of scaleKey(draft, id)) {
      const entry = draft.items.find((candidate) => candidate.id === item)!;
      if (reversed !== numbers.includes(entry.number)) entry.polarity = turned[entry.polarity];
    }
  }
}

/** Makes the evidence say what the wrong key says, as the author of a wrong key would. */
function forgeEvidence(draft: Draft): void {
  for (const scale of draft.scales) {
    scale.publishedReversed = scaleKey(draft, scale.id).flatMap(({ item, reversed }) => (reversed ? [item] : []));
  }
}

function addTotal(draft: Draft): void {
  const items = draft.items.map(({ id }) => id);
  draft.scales = [...draft.scales, { ...draft.scales[0]!, id: 'total', items, publishedReversed: [] }];
}

/** What the validator and the facts have against a definition. */
function caught(id: string, change: (draft: Draft) => void): { refused: string[]; different: string[] } {
  const draft = structuredClone(findInstrument(id)!) as Draft;
  change(draft);
  const checked = validateInstrument(draft);
  return {
    refused: checked.success ? [] : checked.issues.map(({ code, path }) => `${code} ${formatPath(path)}`),
    different: keyDifferences(draft, publishedFacts.find((facts) => facts.id === id)!),
  };
}

const evenNumbers = Array.from({ length: 18 }, (_, i) => 2 * (i + 1));

/** Reversals that were found, and how the facts put it. */
const wrongReversals: [what: string, id: string, reversed: number[], different: string][] = [
  [
    'MBI: items 3, 8 and 13 of emotional exhaustion',
    'mbi-hss',
    [3, 8, 13],
    'emotional-exhaustion, reversed: [3,8,13], published []',
  ],
  ['MBI: item 6', 'mbi-hss', [6], 'emotional-exhaustion, reversed: [6], published []'],
  [
    'MBI: all of personal accomplishment',
    'mbi-hss',
    [4, 7, 9, 12, 17, 18, 19, 21],
    'personal-accomplishment, reversed: [4,7,9,12,17,18,19,21], published []',
  ],
  ['CBI: nothing', 'cbi', [], 'work, reversed: [], published [13]'],
  ['CBI: another place of the journal order', 'cbi', [10], 'work, reversed: [10], published [13]'],
  [
    'OLBI: the list of the other coding',
    'olbi',
    [1, 5, 7, 10, 13, 14, 15, 16],
    'exhaustion, reversed: [5,10,14,16], published [2,4,8,12]',
  ],
  ['JSS: every other item', 'jss', evenNumbers, 'pay, reversed: [10,28], published [10,19]'],
  ['ISMI-9: nothing', 'ismi9', [], 'internalised-stigma, reversed: [], published [2,9]'],
  [
    'OMS-HC: numbers of the 20-item version',
    'oms-hc-15',
    [3, 8, 9, 10, 11, 15],
    'total, reversed: [3,8,9,10,11,15], published [2,6,7,8,14]',
  ],
  ['MOAQ: the third item', 'moaq-jss', [3], 'job-satisfaction, reversed: [3], published [2]'],
  ['ProQOL: nothing', 'proqol5', [], 'burnout, reversed: [], published [1,4,15,17,29]'],
  ['HSE: nothing', 'hse-msit35', [], 'relationships, reversed: [], published [5,14,21,34]'],
  ['COPSOQ: role conflicts', 'copsoq3-role', [4, 5], 'role-conflicts, reversed: [4,5], published []'],
];

describe('reversed items', () => {
  test.each(wrongReversals)('%s', (_, id, numbers, difference) => {
    const honest = caught(id, (draft) => reverseOnly(draft, numbers));
    expect(honest.refused.length).toBeGreaterThan(0);
    expect(honest.refused.every((issue) => /^key-mismatch scales\[\d+\]\.publishedReversed$/.test(issue))).toBe(true);
    const forged = caught(id, (draft) => {
      reverseOnly(draft, numbers);
      forgeEvidence(draft);
    });
    expect(forged.refused).toEqual([]);
    expect(forged.different).toContain(difference);
  });

  test('the published lists are not caught', () => {
    for (const { id, scales } of publishedFacts.filter((facts) => facts.id !== 'rhl-role')) {
      const numbers = Object.values(scales).flatMap(({ reversed }) => reversed);
      expect(caught(id, (draft) => reverseOnly(draft, numbers))).toEqual({ refused: [], different: [] });
    }
  });
});

/** Other mistakes that were found: a change of the definition, and what has to be said against it. */
const wrongFacts: [what: string, id: string, change: (draft: Draft) => void, said: RegExp][] = [
  ['MBI: a total of the three scales', 'mbi-hss', addTotal, /^scales: .*"total"/],
  ['CBI: a total of the three scales', 'cbi', addTotal, /^scales: .*"total"/],
  [
    'HSE: item 16 in control',
    'hse-msit35',
    (draft) => {
      setItems(draft, 'demands', [3, 6, 9, 12, 18, 20, 22]);
      setItems(draft, 'control', [2, 10, 15, 16, 19, 25, 30]);
      forgeEvidence(draft);
    },
    /^control, items: \[2,10,15,16,19,25,30\]/,
  ],
  [
    'HSE: items 27, 29 and 33 mixed up',
    'hse-msit35',
    (draft) => {
      setItems(draft, 'manager-support', [8, 23, 27, 35]);
      setItems(draft, 'peer-support', [7, 24, 29, 31, 33]);
    },
    /^peer-support, items: \[7,24,29,31,33\]/,
  ],
  [
    'CBI: items 18 and 19 with the degree anchors',
    'cbi',
    (draft) => {
      const degree = draft.items.find(({ number }) => number === 14)!.responseScale;
      for (const item of draft.items) if (item.number >= 18) item.responseScale = degree;
    },
    /^answers of item 19: \["degree"/,
  ],
  [
    'CBI: the work items in another order, numbered by place',
    'cbi',
    (draft) => {
      for (const item of draft.items) {
        if (item.number === 7) item.number = 13;
        else if (item.number > 7 && item.number <= 13) item.number -= 1;
      }
    },
    /^work, reversed: \[12\], published \[13\]/,
  ],
  [
    'CBI: 0 as most burnt out',
    'cbi',
    (draft) => {
      for (const scale of draft.scales) scale.direction = 'positive';
      forgeEvidence(draft);
    },
    /^client, reversed: \[14,15,16,17,18,19\]/,
  ],
  [
    'CBI: complete answers only',
    'cbi',
    (draft) => {
      scaleIn(draft, 'work').missing = { rule: 'complete' };
    },
    /^work, scoring: /,
  ],
  [
    'BAT: blocks of 8, 6, 5 and 4 items',
    'bat23',
    (draft) => {
      setItems(draft, 'mental-distance', [9, 10, 11, 12, 13, 14]);
      setItems(draft, 'cognitive-impairment', [15, 16, 17, 18, 19]);
      setItems(draft, 'emotional-impairment', [20, 21, 22, 23]);
    },
    /^mental-distance, items: \[9,10,11,12,13,14\]/,
  ],
  [
    'BAT: professional efficacy',
    'bat23',
    (draft) => {
      const scale = scaleIn(draft, 'emotional-impairment');
      scale.id = 'professional-efficacy';
      scale.direction = 'positive';
      forgeEvidence(draft);
    },
    /^scales: .*"professional-efficacy"/,
  ],
  [
    'BAT: secondary symptoms in the core total',
    'bat33',
    (draft) => {
      setItems(
        draft,
        'burnout',
        draft.items.map(({ number }) => number),
      );
    },
    /^optional-item-in-total scales\[4\]\.items\[23\]/,
  ],
  [
    'BAT-12: the first three items of each block of BAT-23',
    'bat12',
    (draft) => setItems(draft, 'exhaustion', [1, 2, 4]),
    /^exhaustion, items: \[1,2,4\]/,
  ],
  [
    'GJSS: 8 items',
    'gjss',
    (draft) => {
      draft.items = draft.items.slice(0, 8);
      setItems(draft, 'job-satisfaction', [1, 2, 3, 4, 5, 6, 7, 8]);
    },
    /^items: \[1,2,3,4,5,6,7,8\], published \[1,2,3,4,5,6,7,8,9,10\]/,
  ],
  [
    'OLBI: the published reversal with answers coded 1 = strongly disagree',
    'olbi',
    (draft) => {
      draft.responseScales[0]!.highCodeMeans = 'endorsement';
    },
    /^key-mismatch scales\[0\]\.publishedReversed/,
  ],
  [
    'OLBI: the same, the list turned with it',
    'olbi',
    (draft) => {
      draft.responseScales[0]!.highCodeMeans = 'endorsement';
      forgeEvidence(draft);
    },
    /^coding of agreement-4: "endorsement", published "rejection"/,
  ],
  [
    'OLBI: a cut-off at 2.25',
    'olbi',
    (draft) => {
      draft.bands = [{ ...findInstrument('bat12')!.bands![0]!, scale: 'exhaustion' }];
      draft.bands[0]!.bands = [
        { id: 'low', from: null, label: { en: 'low' } },
        { id: 'high', from: 2.25, label: { en: 'high' } },
      ];
    },
    /^exhaustion, scoring: .*\[2\.25\]/,
  ],
  [
    'Rizzo: ambiguity scored without reversal',
    'rhl-role',
    (draft) => {
      scaleIn(draft, 'role-ambiguity').direction = 'positive';
      forgeEvidence(draft);
    },
    /^role-ambiguity, reversed: \[\], published \[1,2,3,4,5,6\]/,
  ],
  [
    'Rizzo: the numbers of another list',
    'rhl-role',
    (draft) => {
      setItems(draft, 'role-ambiguity', [1, 3, 5, 8, 10, 13]);
      forgeEvidence(draft);
    },
    /^role-ambiguity, items: \[1,3,5,8,10,13\]/,
  ],
  [
    'RIBS: reported behaviour in the score',
    'ribs',
    (draft) => setItems(draft, 'intended', [1, 2, 3, 4, 5, 6, 7, 8]),
    /^unscored-item-in-scale items\[0\]\.id/,
  ],
  [
    'RIBS: do not know left out',
    'ribs',
    (draft) => {
      delete scaleIn(draft, 'intended').substitutes;
    },
    /^intended, scoring: /,
  ],
  [
    'ISMI-9: complete answers only',
    'ismi9',
    (draft) => {
      scaleIn(draft, 'internalised-stigma').missing = { rule: 'complete' };
    },
    /^internalised-stigma, scoring: /,
  ],
  [
    'MBI: a text pack accepted',
    'mbi-hss',
    (draft) => {
      draft.rights.wording = 'text-pack';
    },
    /^wording: "text-pack", published "withheld"/,
  ],
  [
    'MOAQ: called better known than it is',
    'moaq-jss',
    (draft) => {
      for (const source of draft.sources) source.confidence = 'high';
    },
    /^confidence: "high", published "medium-high"/,
  ],
];

test.each(wrongFacts)('%s', (_, id, change, said) => {
  const { refused, different } = caught(id, change);
  expect([...refused, ...different].filter((line) => said.test(line))).not.toEqual([]);
});
