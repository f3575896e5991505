import { expect, test } from 'vitest';
import { formatMessage } from './format-message.ts';
import { chooseLabels, type PluralText, surveyFormLabels } from './messages.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('every language has every text, with the same placeholders', () => {
  const { en, ...others } = surveyFormLabels;
  for (const labels of Object.values(others)) {
    expect(Object.keys(labels)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(labels)) {
      if (typeof text !== 'string') continue;
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(placeholders(text), key).toEqual(placeholders(en[key as keyof typeof en] as string));
    }
  }
});

test('every plural text has exactly the forms of its language', () => {
  for (const [locale, labels] of Object.entries(surveyFormLabels)) {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const text of Object.values({ ...labels }) as (string | PluralText)[]) {
      if (typeof text !== 'string') expect(Object.keys(text).sort()).toEqual([...forms].sort());
    }
  }
});

test('the number chooses the form', () => {
  const said = (locale: 'en' | 'cs', count: number) => formatMessage(locale, surveyFormLabels[locale].open, { count });
  expect(said('en', 1)).toBe('One question has no answer yet.');
  expect(said('en', 2)).toBe('2 questions have no answer yet.');
  expect(said('cs', 1)).toBe('Jedna otázka zatím nemá odpověď.');
  expect(said('cs', 3)).toBe('3 otázky zatím nemají odpověď.');
  expect(said('cs', 12)).toBe('12 otázek zatím nemá odpověď.');
});

test('a placeholder without a value stays visible', () => {
  expect(formatMessage('en', '{answered} of {total}', { answered: 1200 })).toBe('1,200 of {total}');
});

test('region, unknown language and own words', () => {
  expect(chooseLabels('cs-CZ')).toEqual({ texts: surveyFormLabels.cs, locale: 'cs-CZ' });
  expect(chooseLabels('fr')).toEqual({ texts: surveyFormLabels.en, locale: 'en' });
  expect(chooseLabels('constructor').locale).toBe('en');
  const own = chooseLabels('fr', { submit: 'Envoyer' });
  expect(own.locale).toBe('fr');
  expect(own.texts.submit).toBe('Envoyer');
  expect(own.texts.retry).toBe('Try again');
});
