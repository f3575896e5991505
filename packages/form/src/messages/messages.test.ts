import { expect, test } from 'vitest';
import { formatMessage } from '../text/format-message.ts';
import { formMessages } from './catalogues.ts';
import { cs } from './cs.ts';
import { en } from './en.ts';
import type { FormMessages } from './form-messages.ts';
import { loadCatalogues } from './load-catalogues.ts';
import { MESSAGE_LANGUAGES } from './message-language.ts';
import { messagesOf } from './messages-of.ts';
import { missingMessages } from './missing-messages.ts';
import { uk } from './uk.ts';

test('no language lacks a text, a placeholder or a plural form', () => {
  expect(Object.keys(formMessages)).toEqual([...MESSAGE_LANGUAGES]);
  for (const [locale, catalogue] of Object.entries(formMessages)) {
    expect(missingMessages(locale, catalogue), locale).toEqual([]);
  }
});

test('the check finds each kind of fault', () => {
  const { submit: _, ...rest } = cs;
  const faulty: Record<string, unknown> = {
    ...rest,
    next: ' ',
    progress: '{answered} / {all}',
    open: { one: 'Jedna', other: '{count}' },
    waiting: 'za {count}',
    charactersLeft: { ...cs.charactersLeft, few: 'několik' },
    odd: 'x',
  };
  expect(missingMessages('cs', faulty as Partial<FormMessages>)).toEqual([
    { key: 'progress', fault: 'placeholders' },
    { key: 'next', fault: 'empty' },
    { key: 'charactersLeft', fault: 'placeholders' },
    { key: 'open', fault: 'plural-forms' },
    { key: 'submit', fault: 'missing' },
    { key: 'waiting', fault: 'plural-forms' },
    { key: 'odd', fault: 'unknown' },
  ]);
});

test('"one" may be said in words only where it stands for one number: in Ukrainian it is 21, too', () => {
  const open = { ...uk.open, one: 'Одне запитання ще без відповіді.' };
  expect(missingMessages('uk', { ...uk, open })).toEqual([{ key: 'open', fault: 'placeholders' }]);
  expect(missingMessages('en', { ...en })).toEqual([]);
});

test('the number chooses the form', () => {
  const said = (locale: keyof typeof formMessages, count: number) =>
    formatMessage(locale, formMessages[locale].open, { count });
  expect(said('en', 1)).toBe('One question has no answer yet.');
  expect(said('en', 2)).toBe('2 questions have no answer yet.');
  expect(said('cs', 1)).toBe('Jedna otázka zatím nemá odpověď.');
  expect(said('cs', 3)).toBe('3 otázky zatím nemají odpověď.');
  expect(said('cs', 12)).toBe('12 otázek zatím nemá odpověď.');
  expect(said('de', 4)).toBe('4 Fragen sind noch offen.');
  expect(said('uk', 21)).toBe('21 запитання ще без відповіді.');
  expect(said('uk', 11)).toBe('11 запитань ще без відповіді.');
  expect(said('ar', 2)).toBe('سؤالان ما زالا بلا إجابة.');
  expect(said('ar', 100)).toBe(`${new Intl.NumberFormat('ar').format(100)} سؤال ما زال بلا إجابة.`);
});

test('a form that is not there is said as "other"', () => {
  expect(formatMessage('cs', { one: 'jedna', other: 'jiné: {count}' }, { count: 3 })).toBe('jiné: 3');
});

test('numbers are written the way of the language, texts are put in as they are', () => {
  expect(formatMessage('en', '{answered} of {total}', { answered: 1200 })).toBe('1,200 of {total}');
  expect(formatMessage('de', '{a} {b}', { a: 1200.5, b: '{a}' })).toBe('1.200,5 {a}');
  expect(formatMessage('en', '{constructor} {toString}', {})).toBe('{constructor} {toString}');
});

test('Arabic has no digit of its own: by the region, Intl writes one kind or the other', () => {
  const { ar } = formMessages;
  expect(JSON.stringify(ar)).not.toMatch(/\d/);
  expect(formatMessage('ar-EG', ar.keysHint, { maximum: 5 })).toContain('٥');
  expect(formatMessage('ar-MA', ar.keysHint, { maximum: 5 })).toContain('5');
});

test('region, unknown language and own words', () => {
  expect(messagesOf('cs-CZ', {}, formMessages)).toEqual({ texts: cs, locale: 'cs-CZ' });
  expect(messagesOf('EN-gb')).toEqual({ texts: en, locale: 'EN-gb' });
  expect(messagesOf('cs')).toEqual({ texts: en, locale: 'en' });
  expect(messagesOf('fr', {}, formMessages)).toEqual({ texts: en, locale: 'en' });
  expect(messagesOf('constructor', {}, formMessages).locale).toBe('en');
  const own = messagesOf('fr', { submit: 'Envoyer' });
  expect(own.locale).toBe('fr');
  expect(own.texts.submit).toBe('Envoyer');
  expect(own.texts.retry).toBe('Try again');
});

test('a language is loaded by itself', async () => {
  const loaded = await loadCatalogues('cs-CZ');
  expect([Object.keys(loaded), loaded.cs]).toEqual([['cs'], cs]);
  for (const locale of ['en', 'fr', 'constructor']) expect(await loadCatalogues(locale)).toEqual({});
});
