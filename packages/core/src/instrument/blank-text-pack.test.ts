import { expect, test } from 'vitest';
import {
  adHocInstrument,
  blankTextPack,
  formatPath,
  type Instrument,
  textPackChecksum,
  validateTextPack,
} from './index.ts';

const base = adHocInstrument({ items: ['a', 'b'], minimum: 1, maximum: 3 });
const instrument: Instrument = {
  ...base,
  items: base.items.map((item) => ({ ...item, label: { en: `label ${item.id}`, cs: `popisek ${item.id}` } })),
};

const blank = (of: Instrument, locale: string) => {
  const made = blankTextPack(of, locale);
  if (!made.success) throw new Error(made.issues[0]!.message);
  return made.value;
};

/** What a person does with the blank pack: every empty place gets a text. */
function filled(of: Instrument) {
  const pack = blank(of, 'en');
  const texts = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(record).map((key) => [key, `text of ${key}`]));
  return {
    ...pack,
    title: 'Title',
    instructions: 'Please answer.',
    items: texts(pack.items),
    responseScales: Object.fromEntries(
      Object.entries(pack.responseScales).map(([id, { highCodeMeans, labels }]) => [
        id,
        { highCodeMeans, labels: texts(labels) },
      ]),
    ),
    rights: { holder: 'Somebody', licence: 'by permission' },
    unmodified: true,
  };
}

test('has a place for every text, the codes and the coding of the definition, and our labels as hints', () => {
  const pack = blank(instrument, 'en');
  expect(pack.items).toEqual({ a: '', b: '' });
  expect(pack.responseScales).toEqual({ codes: { highCodeMeans: 'endorsement', labels: { 1: '', 2: '', 3: '' } } });
  expect(pack.hints['items.b']).toBe('2. label b');
  expect(pack.hints['rights.holder']).toContain('not stated');
  expect(blank(instrument, 'cs-CZ').hints['items.a']).toBe('1. popisek a');
  expect(blank(instrument, 'de').hints['items.a']).toBe('1. label a');
});

test('is refused as it is, at every place that is still empty', () => {
  const checked = validateTextPack(blank(instrument, 'en'), instrument);
  expect(checked.success ? [] : checked.issues.map(({ path }) => formatPath(path)).sort()).toEqual(
    [
      'title',
      'instructions',
      'items.a',
      'items.b',
      ...[1, 2, 3].map((code) => `responseScales.codes.labels["${code}"]`),
      'rights.holder',
      'rights.licence',
      'unmodified',
    ].sort(),
  );
});

test('filled in, it is valid, and the hints that are left are not part of the wording', () => {
  const checked = validateTextPack(filled(instrument), instrument);
  if (!checked.success) throw new Error(checked.issues[0]!.message);
  const { hints: _, ...withoutHints } = checked.value;
  expect(textPackChecksum(checked.value)).toBe(textPackChecksum(withoutHints));
});

test('a response scale without coding leaves it to be declared', () => {
  const { highCodeMeans: _, ...uncoded } = base.responseScales[0]!;
  const without = { ...instrument, responseScales: [uncoded] };
  expect(blank(without, 'en').responseScales.codes!.highCodeMeans).toBe('');
  const checked = validateTextPack(filled(without), without);
  expect(checked.success ? [] : checked.issues.map(({ path }) => formatPath(path))).toEqual([
    'responseScales.codes.highCodeMeans',
  ]);
});

test('wording that its holder licenses per use is refused with where to ask, and so is a locale that is none', () => {
  const rights = { ...base.rights, wording: 'withheld' as const, holder: 'The Publisher', wordingSource: 'its shop' };
  const refused = blankTextPack({ ...instrument, rights }, 'English');
  expect(refused.success ? [] : refused.issues.map(({ code }) => code)).toEqual(['invalid-value', 'wording-withheld']);
  expect(refused.success ? '' : refused.issues[1]!.message).toMatch(/^The Publisher .*its shop/);
});
