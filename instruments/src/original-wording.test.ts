import { readdirSync, readFileSync } from 'node:fs';
import {
  batteryPartItems,
  formatPath,
  type Instrument,
  type TextPack,
  validateBattery,
  validateInstrument,
  validateTextPack,
} from '@peerscale/core';
import { describe, expect, test } from 'vitest';

/** The instruments whose wording this project wrote: seven families, some of them in forms for several groups. */
const families = {
  'peer-role': ['peer-role'],
  'work-burnout': ['work-burnout'],
  'work-satisfaction': ['work-satisfaction'],
  'work-stigma': ['work-stigma', 'work-stigma-staff'],
  'peer-readiness': [
    'peer-readiness-peer-worker',
    'peer-readiness-staff',
    'peer-readiness-manager',
    'peer-readiness-service-user',
  ],
  'peer-values': ['peer-values'],
  'turnover-intention': ['turnover-intention'],
};

/** Items whose endorsement speaks for the negative pole, read from the sentences: a second witness of every polarity. */
const negative: Record<keyof typeof families, string> = {
  'peer-role':
    'rc_permitted rc_contradictions fp_closeness fp_hours bo_phone pr_training fr_silent se_patient se_information st_planning xp_unused',
  'work-burnout': 'ex_leisure ex_recovery di_distance di_interest ac_effect ac_doubt',
  'work-satisfaction': 'sv_alone cn_unequal bl_lonely gr_known rg_overlooked ov_mood',
  'work-stigma':
    'ds_praise ds_symptom ds_decide is_talk is_rude is_jokes an_employer an_cv sf_flaw sf_worse as_less as_fields as_subject',
  'peer-readiness': 'rd_expectations tp_unsure in_information eq_care co_arrangements rm_overload mg_little av_time',
  'peer-values': 'vh_lost vr_illness vf_interest vs_hide vi_few vl_forgotten',
  'turnover-intention': 'to_offers to_prepare to_talk',
};

const definitions = new URL('../definitions/', import.meta.url);
const batteries = new URL('../batteries/', import.meta.url);
const read = <T>(path: string, folder = definitions) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
const instrumentOf = (id: string) => read<Instrument>(`${id}/1.0.0/instrument.json`);
const packOf = (id: string, locale: string) => read<TextPack>(`${id}/1.0.0/text.${locale}.json`);
const lines = (checked: ReturnType<typeof validateInstrument | typeof validateTextPack | typeof validateBattery>) =>
  checked.success ? [] : checked.issues.map(({ path, message }) => `${formatPath(path)} ${message}`);
const duplicatesIn = (texts: readonly string[]) => texts.filter((text, i) => texts.indexOf(text) !== i);

const ids = Object.values(families).flat();

/** A negation, and a second one after it: the reader has to turn the sentence round twice. */
const negation = "(?:not|no|never|nobody|nothing|none|neither|without|hardly|cannot|\\w+n't)";
const negatedWord = `(?:${negation}|un(?!der|til|less|i)\\w+|dis(?=[aer])\\w+|lack\\w*|rarely)`;
const doubleNegative = new RegExp(
  `\\b${negation}\\b.*\\b${negatedWord}\\b|\\b${negatedWord}\\b.*\\b${negation}\\b`,
  'i',
);

/** Whole Czech words: `\b` knows no letters with accents. */
const czechWord = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
/** "byl(a)", "kolega/yně": forms that leave it to the reader to choose. */
const slashForm = /\p{L}\(\p{L}+\)|\p{L}\/-?\p{L}/u;
/** What would show the gender of the person who answers: past tense and conditional, and some adjectives. */
const genderedSpeaker = czechWord(
  'jsem|bych|rád|ráda|sám|sama|sebou samým|jistý|jistá|spokojený|spokojená|unavený|unavená|schopný|schopná|ochotný|ochotná',
);
const informal = czechWord('tě|tebe|tobě|tvůj|tvá|tvé|tvoje|tvou|máš|jsi|vyber|cítíš|víš');

test('every folder of these families is listed here', () => {
  const folders = readdirSync(definitions).filter((id) =>
    Object.keys(families).some((family) => id.startsWith(family)),
  );
  expect(folders.sort()).toEqual([...ids].sort());
});

describe.each(Object.entries(families).flatMap(([family, forms]) => forms.map((id) => [id, family] as const)))(
  '%s',
  (id, family) => {
    const instrument = instrumentOf(id);
    const packs = [packOf(id, 'en'), packOf(id, 'cs')] as const;
    const [en, cs] = packs.map(({ items }) => Object.entries(items)) as [[string, string][], [string, string][]];

    test('the definition and both text packs are valid, and say who wrote them and that nothing is validated', () => {
      expect(lines(validateInstrument(instrument))).toEqual([]);
      for (const pack of packs) expect(lines(validateTextPack(pack, instrument))).toEqual([]);
      expect(instrument).toMatchObject({ id, family, version: '1.0.0', validation: 'none yet' });
      expect(instrument.rights).toMatchObject({ wording: 'included', licence: 'CC-BY-4.0', commercialUse: 'allowed' });
      expect(instrument.notes?.[0]).toContain('not yet validated');
      expect(packs.map(({ unmodified, checksum }) => [unmodified, checksum?.slice(0, 7)])).toEqual([
        [true, 'sha256:'],
        [true, 'sha256:'],
      ]);
    });

    test('both languages hold the items of the definition, in its order', () => {
      const order = instrument.items.map((item) => item.id);
      for (const texts of [en, cs]) expect(texts.map(([item]) => item)).toEqual(order);
      expect(instrument.items.map(({ number }) => number)).toEqual(order.map((_, i) => i + 1));
    });

    test('every name, label and pole is there in Czech, and every item names the finding it comes from', () => {
      const texts = [
        instrument.name,
        ...Object.values(instrument.poles),
        ...instrument.items.map(({ label }) => label),
        ...instrument.scales.flatMap(({ name, highMeans }) => [name, highMeans]),
      ];
      for (const text of texts) expect(text.cs, text.en).toMatch(/\p{L}/u);
      for (const item of instrument.items) expect(item.rationale?.length, item.id).toBeGreaterThan(30);
    });

    test('4 to 24 items, and one response scale of five codes', () => {
      expect(instrument.items.length).toBeGreaterThanOrEqual(4);
      expect(instrument.items.length).toBeLessThanOrEqual(24);
      expect(instrument.responseScales.map(({ codes }) => codes)).toEqual([[1, 2, 3, 4, 5]]);
    });

    test('every scale has 3 items or more and both polarities', () => {
      for (const scale of instrument.scales) {
        expect(scale.items.length, scale.id).toBeGreaterThanOrEqual(3);
        const items = instrument.items.filter((item) => scale.items.includes(item.id));
        expect(new Set(items.map(({ polarity }) => polarity)).size, scale.id).toBe(2);
      }
    });

    test('a scale of three is scored when complete, a longer one with at most one gap', () => {
      for (const scale of instrument.scales) {
        const { length } = scale.parts ?? scale.items;
        expect(scale.missing, scale.id).toEqual(
          length === 3 ? { rule: 'complete' } : { rule: 'minimum-answered', minimum: length - 1 },
        );
      }
    });

    test('no sentence twice, none too long for a telephone, each one sentence', () => {
      for (const [texts, longest] of [
        [en, 110],
        [cs, 120],
      ] as const) {
        expect(duplicatesIn(texts.map(([, text]) => text.toLowerCase()))).toEqual([]);
        for (const [item, text] of texts) {
          expect(text.length, `${item}: ${text}`).toBeLessThanOrEqual(longest);
          expect(text, item).toMatch(/^\p{Lu}[^.?!;:]*\.$/u);
        }
      }
      expect(duplicatesIn(instrument.items.map(({ label }) => label.en))).toEqual([]);
    });

    test('no English double negative', () => {
      for (const [item, text] of en) expect(text, item).not.toMatch(doubleNegative);
    });

    test('Czech that does not show who answers, and speaks formally', () => {
      for (const [item, text] of [...cs, ['title', packs[1].title], ['instructions', packs[1].instructions]] as const) {
        expect(text, item).not.toMatch(slashForm);
        expect(text, item).not.toMatch(informal);
      }
      for (const [item, text] of cs) expect(text, item).not.toMatch(genderedSpeaker);
      expect(packs[1].instructions).toMatch(czechWord('prosím'));
    });

    test('the instructions name the last four weeks', () => {
      expect(packs[0].instructions).toContain('last four weeks');
      expect(packs[1].instructions).toMatch(/poslední(?:ch)? čty(?:ři|ř|řech) týdn(?:y|ů|ech)/u);
    });
  },
);

describe('forms of one family', () => {
  const uses = ids.flatMap((id) => {
    const instrument = instrumentOf(id);
    const [en, cs] = [packOf(id, 'en'), packOf(id, 'cs')];
    return instrument.items.map((item) => ({
      form: id,
      family: instrument.family,
      item: item.id,
      facts: { polarity: item.polarity, label: item.label, en: en.items[item.id], cs: cs.items[item.id] },
    }));
  });

  test('an item id means one thing: the same polarity, label and words in every form, and no other family has it', () => {
    for (const use of uses) {
      const first = uses.find(({ item }) => item === use.item)!;
      expect(use.family, use.item).toBe(first.family);
      expect(use.facts, `${use.item} in ${use.form} and ${first.form}`).toEqual(first.facts);
    }
  });

  test.each(Object.entries(negative))(
    'the polarities of %s are those that the sentences speak for',
    (family, items) => {
      const found = uses.filter((use) => use.family === family && use.facts.polarity === 'negative');
      expect([...new Set(found.map(({ item }) => item))].sort()).toEqual(items.split(' ').sort());
    },
  );

  test('one sentence has one id', () => {
    const sentences = new Map(uses.map(({ item, facts }) => [item, facts.en!]));
    expect(duplicatesIn([...sentences.values()])).toEqual([]);
  });

  test('a scale that forms share has the same items, direction and rule in each', () => {
    for (const forms of Object.values(families)) {
      const scales = forms.flatMap((id) => instrumentOf(id).scales);
      for (const scale of scales) expect(scale).toEqual(scales.find(({ id }) => id === scale.id));
    }
  });

  test('the four groups can be compared on what all of them can know', () => {
    const perForm = families['peer-readiness'].map((id) => instrumentOf(id).scales.map((scale) => scale.id));
    expect(perForm[0]!.filter((scale) => perForm.every((scales) => scales.includes(scale)))).toEqual([
      'clear-role',
      'equal-standing',
    ]);
    expect(perForm[1]).toEqual(perForm[0]);
    expect(perForm[2]).toEqual(perForm[0]);
  });
});

describe('the battery peer-team-pulse', () => {
  const input = read('peer-team-pulse/1.0.0/battery.json', batteries);
  const checked = validateBattery(input, (id) => (ids.includes(id) ? instrumentOf(id) : undefined));

  test('is valid', () => {
    expect(lines(checked)).toEqual([]);
  });

  test('asks each group at most 30 items, in at most five minutes', () => {
    const { groups, minutes } = (checked as Extract<typeof checked, { success: true }>).value;
    const asked = groups.map(({ respondents, parts }) => [
      respondents,
      parts.flatMap((part) => batteryPartItems(instrumentOf(part.instrument), part)).length,
    ]);
    expect(Object.fromEntries(asked)).toEqual({ 'peer-worker': 27, staff: 27, manager: 25, 'service-user': 9 });
    for (const [respondents, items] of asked) expect(items, String(respondents)).toBeLessThanOrEqual(30);
    expect(minutes).toBeLessThanOrEqual(5);
  });
});

test('the checks of the wording find what they look for', () => {
  expect('I am not unhappy here.').toMatch(doubleNegative);
  expect('Nobody tells me nothing.').toMatch(doubleNegative);
  expect('I am unsure what I may do.').not.toMatch(doubleNegative);
  expect('My team plans its work without me.').not.toMatch(doubleNegative);
  expect('They do not understand me.').not.toMatch(doubleNegative);
  for (const text of ['Byl(a) to dobrý den.', 'Kolega/kolegyně pomáhá.', 'Pracovník/ce ví.']) {
    expect(text).toMatch(slashForm);
  }
  for (const text of ['Uměl jsem to říct.', 'Znovu bych to volil.', 'Pracuji tu rád.']) {
    expect(text).toMatch(genderedSpeaker);
  }
  expect('Mám rádio v práci.').not.toMatch(genderedSpeaker);
  expect('Víš, co máš dělat.').toMatch(informal);
});
