import { describe, expect, test } from 'vitest';
import {
  adHocInstrument,
  batteryPartItems,
  confidenceOf,
  formatPath,
  type Instrument,
  isReversed,
  itemOf,
  responseScaleOf,
  scaleKey,
  scaleOf,
  type TextPack,
  textPackChecksum,
  validateBattery,
  validateInstrument,
  validateTextPack,
} from './index.ts';

const valid = adHocInstrument({ items: ['a', 'b'], reverse: ['b'], minimum: 1, maximum: 5 });
const copy = (): Record<string, never> & Instrument => structuredClone(valid) as never;

/** The issues of a definition as "code path", in the order found. */
function issuesOf(input: unknown): string[] {
  const checked = validateInstrument(input);
  return checked.success ? [] : checked.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
}

describe('isReversed: polarity x coding x direction', () => {
  test.each([
    ['positive', 'endorsement', 'positive', false],
    ['negative', 'endorsement', 'positive', true],
    ['positive', 'rejection', 'positive', true],
    ['negative', 'rejection', 'positive', false],
    ['positive', 'endorsement', 'negative', true],
    ['negative', 'endorsement', 'negative', false],
    ['positive', 'rejection', 'negative', false],
    ['negative', 'rejection', 'negative', true],
  ] as const)('%s item, a high code means %s, %s scale: %s', (polarity, coding, direction, expected) => {
    expect(isReversed(polarity, coding, direction)).toBe(expected);
  });
});

describe('scaleKey', () => {
  test('follows the order of the scale and gives the limits of the response scale', () => {
    expect(scaleKey(valid, 'scale')).toEqual([
      { item: 'a', reversed: false, minimum: 1, maximum: 5 },
      { item: 'b', reversed: true, minimum: 1, maximum: 5 },
    ]);
  });
  test('the opposite coding turns every item', () => {
    expect(scaleKey(valid, 'scale', { codes: 'rejection' }).map(({ reversed }) => reversed)).toEqual([true, false]);
  });
  test('what the instrument does not have is refused by name', () => {
    expect(() => scaleKey(valid, 'nope')).toThrow('Unexpected scale: nope is not in ad-hoc@1.0.0.');
    expect(() => scaleOf(valid, 'nope')).toThrow(RangeError);
    expect(() => itemOf(valid, 'nope')).toThrow('Unexpected item: nope');
    expect(() => responseScaleOf(valid, 'nope')).toThrow('Unexpected response scale: nope');
  });
  test('a response scale without coding gives no key', () => {
    const uncoded = copy();
    delete uncoded.responseScales[0]!.highCodeMeans;
    expect(() => scaleKey(uncoded, 'scale')).toThrow('does not say what a high code means');
    expect(scaleKey(uncoded, 'scale', { codes: 'endorsement' })).toHaveLength(2);
  });
});

describe('validateInstrument', () => {
  test('accepts a valid definition', () => {
    expect(validateInstrument(valid)).toEqual({ success: true, value: valid });
  });

  test.each<[string, (definition: ReturnType<typeof copy>) => unknown, string[]]>([
    [
      'a duplicate item id',
      (d) => Object.assign(d.items[1]!, { id: 'a' }),
      ['duplicate-id items[1].id', 'unknown-item scales[0].items[1]'],
    ],
    [
      'an item id that no record can hold',
      (d) => Object.assign(d.items[0]!, { id: 'constructor' }),
      ['invalid-value items[0].id', 'item-in-no-scale items[0].id', 'unknown-item scales[0].items[0]'],
    ],
    ['a duplicate item number', (d) => Object.assign(d.items[1]!, { number: 1 }), ['duplicate-id items[1].number']],
    ['a duplicate scale id', (d) => d.scales.push(d.scales[0]!), ['duplicate-id scales[1].id']],
    ['an item in no scale', (d) => d.scales[0]!.items.pop(), ['item-in-no-scale items[1].id']],
    ['an unknown scale item', (d) => d.scales[0]!.items.push('z'), ['unknown-item scales[0].items[2]']],
    ['an item twice in a scale', (d) => d.scales[0]!.items.push('a'), ['duplicate-id scales[0].items[2]']],
    [
      'polarity without coding',
      (d) => delete d.responseScales[0]!.highCodeMeans,
      ['polarity-without-coding items[0].polarity', 'polarity-without-coding items[1].polarity'],
    ],
    [
      'an unknown response scale',
      (d) => Object.assign(d.items[0]!, { responseScale: 'x' }),
      ['unknown-response-scale items[0].responseScale'],
    ],
    [
      'codes out of order',
      (d) => d.responseScales[0]!.codes.reverse(),
      ['codes-not-ascending responseScales[0].codes'],
    ],
    [
      'codes that do not mirror',
      (d) => d.responseScales[0]!.codes.push(7),
      ['codes-not-symmetric responseScales[0].codes'],
    ],
    [
      'a minimum above the items',
      (d) => Object.assign(d.scales[0]!, { missing: { rule: 'minimum-answered', minimum: 3 } }),
      ['minimum-out-of-range scales[0].missing.minimum'],
    ],
    [
      'a typed reverse list',
      (d) => Object.assign(d.scales[0]!, { reverse: ['b'] }),
      ['unknown-property scales[0].reverse'],
    ],
    [
      'no polarity',
      (d) => delete (d.items[0] as Partial<Instrument['items'][number]>).polarity,
      ['missing-property items[0].polarity'],
    ],
    [
      'a wrong missing rule',
      (d) => Object.assign(d.scales[0]!, { missing: { rule: 'guess' } }),
      ['invalid-value scales[0].missing.rule'],
    ],
    [
      'an item not to be scored in a scale',
      (d) => Object.assign(d.items[0]!, { scored: false }),
      ['unscored-item-in-scale items[0].id'],
    ],
    [
      'an item not to be scored in no scale',
      (d) => d.items.push({ ...d.items[0]!, id: 'z', number: 3, scored: false }),
      [],
    ],
    ['an unknown part', (d) => Object.assign(d.scales[0]!, { parts: ['x'] }), ['unknown-part scales[0].parts[0]']],
    [
      'a scale made of itself',
      (d) => Object.assign(d.scales[0]!, { parts: ['scale'] }),
      ['circular-parts scales[0].parts[0]'],
    ],
    [
      'two totals made of each other',
      (d) => {
        d.scales.push({ ...d.scales[0]!, id: 'other', parts: ['scale'] });
        Object.assign(d.scales[0]!, { parts: ['other'] });
      },
      ['circular-parts scales[0].parts[0]', 'circular-parts scales[1].parts[0]'],
    ],
    [
      'a part twice',
      (d) => d.scales.push({ ...d.scales[0]!, id: 'total', parts: ['scale', 'scale'] }),
      ['duplicate-id scales[1].parts[1]'],
    ],
    [
      'a total without an item of its parts',
      (d) => d.scales.push({ ...d.scales[0]!, id: 'total', items: ['a'], parts: ['scale'] }),
      ['parts-without-items scales[1].items'],
    ],
    ['a total of parts', (d) => d.scales.push({ ...d.scales[0]!, id: 'total', parts: ['scale'] }), []],
    [
      'an optional part in a total',
      (d) => {
        Object.assign(d.scales[0]!, { optional: true });
        const { optional: _optional, ...rest } = d.scales[0]!;
        d.scales.push({ ...rest, id: 'total', parts: ['scale'] });
      },
      [
        'optional-item-in-total scales[1].items[0]',
        'optional-item-in-total scales[1].items[1]',
        'optional-item-in-total scales[1].parts[0]',
      ],
    ],
    [
      'more parts asked for than there are',
      (d) =>
        d.scales.push({
          ...d.scales[0]!,
          id: 'total',
          parts: ['scale'],
          missing: { rule: 'minimum-answered', minimum: 2 },
        }),
      ['minimum-out-of-range scales[1].missing.minimum'],
    ],
    [
      'a count without a limit',
      (d) => Object.assign(d.scales[0]!, { method: 'count' }),
      ['count-without-limit scales[0].countFrom'],
    ],
    [
      'a limit without a count',
      (d) => Object.assign(d.scales[0]!, { countFrom: 3 }),
      ['count-without-limit scales[0].countFrom'],
    ],
    [
      'a count with weights',
      (d) => Object.assign(d.scales[0]!, { method: 'count', countFrom: 3, weights: { a: 2 } }),
      ['weights-with-count scales[0].weights'],
    ],
    [
      'a weight of nothing',
      (d) => Object.assign(d.scales[0]!, { weights: { z: 2 } }),
      ['unknown-weight scales[0].weights.z'],
    ],
    [
      'a weight of zero',
      (d) => Object.assign(d.scales[0]!, { weights: { a: 0 } }),
      ['invalid-value scales[0].weights.a'],
    ],
    [
      'a substitute that is no code',
      (d) => Object.assign(d.scales[0]!, { substitutes: { 'dont-know': 9 } }),
      ['unknown-code scales[0].substitutes["dont-know"]'],
    ],
    ['a substitute', (d) => Object.assign(d.scales[0]!, { substitutes: { 'dont-know': 3 } }), []],
    [
      'a share above 1',
      (d) => Object.assign(d.scales[0]!, { missing: { rule: 'minimum-share', share: 1.5 } }),
      ['invalid-value scales[0].missing.share'],
    ],
    [
      'norms and bands that fit',
      (d) =>
        Object.assign(d, {
          norms: [
            {
              id: 'n',
              scale: 'scale',
              sample: 's',
              mean: 3,
              sd: 1,
              source: { citation: 'c', checkedOn: '2026-11-21' },
            },
          ],
          bands: [
            {
              id: 'b',
              scale: 'scale',
              bands: [
                { id: 'low', from: null, label: { en: 'l' } },
                { id: 'high', from: 3, label: { en: 'h' } },
              ],
              caution: 'c',
              source: { citation: 'c', checkedOn: '2026-11-21' },
            },
          ],
        }),
      [],
    ],
    [
      'norms and bands that do not',
      (d) =>
        Object.assign(d, {
          norms: [
            { id: 'n', scale: 'x', sample: 's', source: { citation: 'c', checkedOn: '2026-11-21' } },
            {
              id: 'n',
              scale: 'scale',
              sample: 's',
              percentiles: [
                { score: 2, percentile: 50 },
                { score: 1, percentile: 60 },
              ],
              source: { citation: 'c', checkedOn: '2026-11-21' },
            },
          ],
          bands: [
            {
              id: 'b',
              scale: 'x',
              bands: [
                { id: 'low', from: 3, label: { en: 'l' } },
                { id: 'high', from: 2, label: { en: 'h' } },
              ],
              caution: 'c',
              source: { citation: 'c', checkedOn: '2026-11-21' },
            },
          ],
        }),
      [
        'duplicate-id norms[1].id',
        'unknown-scale norms[0].scale',
        'empty-norm norms[0]',
        'table-not-ascending norms[1].percentiles',
        'unknown-scale bands[0].scale',
        'bands-not-ascending bands[0].bands',
      ],
    ],
    [
      'a key unlike the published one',
      (d) => Object.assign(d.scales[0]!, { publishedReversed: ['a'] }),
      ['key-mismatch scales[0].publishedReversed', 'key-mismatch scales[0].publishedReversed'],
    ],
    ['a key like the published one', (d) => Object.assign(d.scales[0]!, { publishedReversed: ['b'] }), []],
  ])('%s', (_, change, expected) => {
    const definition = copy();
    change(definition);
    expect(issuesOf(definition)).toEqual(expected);
  });

  test('names every issue at once, each with its path', () => {
    const definition = copy();
    definition.items[0]!.polarity = 'upwards' as never;
    definition.items.push({ ...definition.items[1]! });
    definition.scales[0]!.items.push('z');
    delete definition.responseScales[0]!.highCodeMeans;
    (definition as Record<string, unknown>).extra = 1;
    definition.responseScales.push({ id: 'coded', measure: 'agreement', codes: [1, 2], highCodeMeans: 'endorsement' });
    definition.items.push({
      ...definition.items[1]!,
      id: 'c',
      number: 3,
      responseScale: 'coded',
      polarity: 'negative',
    });
    definition.scales[0]!.items.push('c');
    definition.scales[0]!.publishedReversed = ['y'];
    expect(issuesOf(definition).sort()).toEqual([
      'duplicate-id items[2].id',
      'duplicate-id items[2].number',
      'invalid-value items[0].polarity',
      'key-mismatch scales[0].publishedReversed',
      'polarity-without-coding items[0].polarity',
      'polarity-without-coding items[1].polarity',
      'polarity-without-coding items[2].polarity',
      'unknown-item scales[0].items[2]',
      'unknown-item scales[0].publishedReversed',
      'unknown-property extra',
    ]);
  });

  test.each([[null], [undefined], [3], ['text'], [[]], [{}], [{ items: 7, scales: null, responseScales: [null, 3] }]])(
    'what is no definition gives issues, not a crash: %j',
    (input) => {
      expect(issuesOf(input).length).toBeGreaterThan(0);
    },
  );
});

describe('adHocInstrument', () => {
  test('is itself a valid instrument', () => {
    expect(issuesOf(valid)).toEqual([]);
  });
  test.each([
    [{ items: [], minimum: 1, maximum: 5 }, 'a scale needs at least one'],
    [{ items: ['a', 'a'], minimum: 1, maximum: 5 }, 'a is named twice'],
    [{ items: ['a'], reverse: ['b'], minimum: 1, maximum: 5 }, 'b is not one of the items'],
    [{ items: ['a'], minimum: 5, maximum: 1 }, '5 and 1 are no response scale'],
    [{ items: ['a'], minimum: 1, maximum: 2.5 }, '1 and 2.5 are no response scale'],
    [{ items: ['a'], minimum: 0, maximum: 40000 }, 'do not fit 16 bits'],
  ])('refuses %j', (options, message) => {
    expect(() => adHocInstrument(options)).toThrow(message);
  });
});

describe('text packs', () => {
  const pack: TextPack = {
    format: 'peerscale/text-pack@1',
    instrument: 'ad-hoc',
    version: '1.0.0',
    locale: 'en',
    title: 'Title',
    instructions: 'Please answer.',
    items: { a: 'First.', b: 'Second.' },
    responseScales: {
      codes: {
        highCodeMeans: 'endorsement',
        labels: { 1: 'No', 2: 'Rather no', 3: 'Middle', 4: 'Rather yes', 5: 'Yes' },
      },
    },
    rights: { holder: 'Somebody', licence: 'CC-BY-4.0' },
    unmodified: true,
  };
  const packIssues = (change: (pack: TextPack) => unknown, instrument: Instrument = valid) => {
    const changed = structuredClone(pack);
    change(changed);
    const checked = validateTextPack(changed, instrument);
    return checked.success ? [] : checked.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
  };

  test.each<[string, (pack: TextPack) => unknown, string[]]>([
    ['a complete pack', () => undefined, []],
    [
      'the opposite coding is allowed',
      (p) => Object.assign(p.responseScales.codes!, { highCodeMeans: 'rejection' }),
      [],
    ],
    ['a missing item text', (p) => delete p.items.b, ['missing-item-text items.b']],
    ['an unknown item', (p) => Object.assign(p.items, { z: 'Third.' }), ['unknown-item items.z']],
    [
      'a missing label',
      (p) => delete p.responseScales.codes!.labels[5],
      ['missing-label responseScales.codes.labels["5"]'],
    ],
    [
      'an unknown code',
      (p) => Object.assign(p.responseScales.codes!.labels, { 6: 'More' }),
      ['unknown-code responseScales.codes.labels["6"]'],
    ],
    [
      'no coding',
      (p) => delete (p.responseScales.codes as { highCodeMeans?: string }).highCodeMeans,
      ['missing-property responseScales.codes.highCodeMeans'],
    ],
    ['no rights', (p) => delete (p as { rights?: unknown }).rights, ['missing-property rights']],
    ['another instrument', (p) => Object.assign(p, { instrument: 'other' }), ['wrong-instrument instrument']],
    ['another version', (p) => Object.assign(p, { version: '2.0.0' }), ['wrong-version version']],
    [
      'a wrong checksum',
      (p) => Object.assign(p, { checksum: `sha256:${'0'.repeat(64)}` }),
      ['checksum-mismatch checksum'],
    ],
  ])('%s', (_, change, expected) => {
    expect(packIssues(change)).toEqual(expected);
  });

  test('wording that its holder licenses per use is refused', () => {
    const withheld: Instrument = { ...valid, rights: { ...valid.rights, wording: 'withheld' } };
    expect(packIssues(() => undefined, withheld)).toEqual(['wording-withheld instrument']);
  });

  test('a wrong shape hides no contradiction', () => {
    const wrong = packIssues((p) => {
      Object.assign(p, { title: '', version: '2.0.0', items: { z: 'Third.', a: '' } });
      Object.assign(p.responseScales, { other: 7 });
    });
    expect(wrong).toEqual([
      'invalid-value title',
      'invalid-value items.a',
      'invalid-value responseScales.other',
      'wrong-version version',
      'missing-item-text items.b',
      'unknown-item items.z',
      'unknown-response-scale responseScales.other',
    ]);
    expect(packIssues((p) => Object.assign(p, { items: [] }))).toEqual([
      'missing-item-text items.a',
      'missing-item-text items.b',
    ]);
  });

  test('the checksum covers the contents, not the order of keys or the checksum itself', () => {
    const checksum = textPackChecksum(pack);
    const reordered = Object.fromEntries(Object.entries(pack).reverse()) as TextPack;
    expect(textPackChecksum({ ...reordered, checksum })).toBe(checksum);
    expect(textPackChecksum({ ...pack, title: 'Other' })).not.toBe(checksum);
    expect(packIssues((p) => Object.assign(p, { checksum }))).toEqual([]);
  });
});

test('formatPath writes places as people look them up', () => {
  expect(formatPath(['items', 3, 'label', 'cs-CZ'])).toBe('items[3].label["cs-CZ"]');
  expect(formatPath([])).toBe('(root)');
});

describe('confidenceOf', () => {
  const sources = (...entries: ['structure' | 'key' | 'rights', Instrument['sources'][number]['confidence']][]) => ({
    sources: entries.map(([about, confidence]) => ({
      supports: [about],
      citation: 'c',
      confidence,
      checkedOn: '2026-11-21',
    })),
  });
  test('is the worse of the best source for the structure and the best for the key', () => {
    expect(confidenceOf(sources(['structure', 'high'], ['key', 'medium'], ['key', 'medium-high']))).toBe('medium-high');
    expect(confidenceOf(sources(['structure', 'medium'], ['key', 'high']))).toBe('medium');
    expect(confidenceOf(sources(['structure', 'high'], ['rights', 'low']))).toBe('high');
    expect(confidenceOf(sources(['rights', 'high']))).toBe('low');
  });
});

describe('batteries', () => {
  const battery = {
    format: 'peerscale/battery@1',
    id: 'pulse',
    version: '1.0.0',
    name: { en: 'Pulse' },
    purpose: { en: 'A look' },
    minutes: 3,
    groups: [{ respondents: 'staff', parts: [{ instrument: 'ad-hoc', version: '1.0.0', scales: ['scale'] }] }],
  };
  const find = (id: string, version: string) => (id === 'ad-hoc' && version === '1.0.0' ? valid : undefined);
  const issues = (changes: object, lookup: (id: string, version: string) => Instrument | undefined = find) => {
    const checked = validateBattery({ ...battery, ...changes }, lookup);
    return checked.success ? [] : checked.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
  };
  const part = battery.groups[0]!.parts[0]!;
  test.each([
    [{}, []],
    [{ groups: [battery.groups[0], battery.groups[0]] }, ['duplicate-id groups[1].respondents']],
    [{ groups: [{ respondents: 'staff', parts: [part, part] }] }, ['duplicate-id groups[0].parts[1].instrument']],
    [
      { groups: [{ respondents: 'staff', parts: [{ ...part, version: '2.0.0' }] }] },
      ['unknown-instrument groups[0].parts[0].instrument'],
    ],
    [
      { groups: [{ respondents: 'staff', parts: [{ ...part, scales: ['x'] }] }] },
      ['unknown-scale groups[0].parts[0].scales[0]'],
    ],
    [{ groups: [{ respondents: 'cook', parts: [part] }] }, ['invalid-value groups[0].respondents']],
  ])('%j', (changes, expected) => {
    expect(issues(changes)).toEqual(expected);
  });
  test('an instrument for other respondents is refused', () => {
    expect(issues({}, () => ({ ...valid, respondents: 'manager' }))).toEqual([
      'wrong-respondents groups[0].parts[0].instrument',
    ]);
    expect(issues({}, () => ({ ...valid, respondents: 'anyone' }))).toEqual([]);
  });
  test('asks the items of the chosen scales, in the order of the instrument', () => {
    const two = { ...valid, scales: [...valid.scales, { ...valid.scales[0]!, id: 'short', items: ['b'] }] };
    expect(batteryPartItems(two, {})).toEqual(['a', 'b']);
    expect(batteryPartItems(two, { scales: ['short'] })).toEqual(['b']);
    expect(() => batteryPartItems(two, { scales: ['x'] })).toThrow(RangeError);
  });
});
