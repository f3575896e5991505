import { expect, test } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { content } from '../../fixtures/plan.ts';
import { czechReversed } from '../../fixtures/text-packs.ts';
import { MESSAGE_LANGUAGES } from '../messages/message-language.ts';
import { contentOfInstrument } from '../plan/form-content.ts';
import { respondentScores } from './respondent-scores.ts';
import { scoreInterval } from './score-interval.ts';
import { scoreMessages } from './score-messages.ts';

const answers = { day: { breaks: 4, hurry: 0, help: 3, noise: 1, say: 2, late: 0 } };
const shown = { instrument: 'working-day', scale: 'ease' };
const banded = {
  ...content,
  instruments: {
    day: {
      ...content.instruments.day!,
      instrument: {
        ...instrument,
        bands: [
          {
            id: 'halves',
            scale: 'ease',
            bands: [
              { id: 'low', from: null, label: { en: 'lower half', cs: 'dolní polovina' } },
              { id: 'high', from: 2, label: { en: 'upper half', cs: 'horní polovina' } },
            ],
            caution: 'For tests only.',
            source: { citation: 'Written for tests.', checkedOn: '2026-11-21' },
          },
        ],
      },
    },
  },
};
const said = (scores: ReturnType<typeof respondentScores>) =>
  scores.scores.map(({ sentences }) => sentences.map(({ text }) => text));

test('score, range and meaning in words', () => {
  const { scores, texts, locale } = respondentScores(content, answers);
  expect([texts, locale]).toEqual([scoreMessages.en, 'en']);
  expect(scores[0]).toMatchObject({
    part: 'day',
    scale: 'ease',
    name: { text: 'Ease', locale: 'en' },
    interval: null,
    // (4 + 4 + 3 + 3 + 2 + 4) / 6
    receipt: { value: 20 / 6, possible: { minimum: 0, maximum: 4 }, reversed: ['hurry', 'noise', 'late'] },
  });
  expect(said(respondentScores(content, answers))).toEqual([
    ['3.3 on a scale from 0 to 4', 'The higher the figure, the more it stands for: an easy day.'],
  ]);
});

test('the coding of the wording is heeded', () => {
  const reversed = contentOfInstrument(instrument, czechReversed);
  const turned = { 'working-day': { breaks: 0, hurry: 4, help: 1, noise: 3, say: 2, late: 4 } };
  expect(respondentScores(reversed, turned).scores[0]!.receipt.value).toBe(20 / 6);
});

test('with the study’s reliability there is an interval; it ends where the scale ends', () => {
  const display = { scales: [{ ...shown, standardDeviation: 0.8, reliability: 0.84 }] };
  // 0.8 sqrt(1 - 0.84) = 0.32; z = 1.959963984540054
  expect(respondentScores(content, answers, display).scores[0]!.interval).toEqual({
    lower: expect.closeTo(20 / 6 - 1.959963984540054 * 0.32, 12),
    upper: expect.closeTo(20 / 6 + 1.959963984540054 * 0.32, 12),
    level: 0.95,
  });
  expect(said(respondentScores(content, answers, display))[0]![2]).toBe(
    'No questionnaire measures exactly. Your figure probably lies between 2.7 and 4 (95%).',
  );
  const wide = { scales: [{ ...shown, standardDeviation: 2, reliability: 0.5 }], level: 0.9 };
  expect(respondentScores(content, answers, wide).scores[0]!.interval).toMatchObject({ upper: 4, level: 0.9 });
});

test('an interval needs both figures, and figures that make one', () => {
  const range = { minimum: 0, maximum: 4 };
  const interval = (standardDeviation?: number, reliability?: number) =>
    scoreInterval(
      2,
      {
        ...shown,
        ...(standardDeviation !== undefined && { standardDeviation }),
        ...(reliability !== undefined && { reliability }),
      },
      range,
      0.95,
    );
  for (const [sd, reliability] of [[], [1], [undefined, 0.8], [1, 1.1], [-1, 0.8], [NaN, 0.8], [1e200, -1e300]]) {
    expect(interval(sd, reliability)).toBeNull();
  }
  expect(interval(1, 1)).toEqual({ lower: 2, upper: 2, level: 0.95 });
  expect(interval(0, 0.5)).toEqual({ lower: 2, upper: 2, level: 0.95 });
});

test('a band is named only on request, with its caution', () => {
  expect(said(respondentScores(banded, answers))[0]).toHaveLength(2);
  const display = { scales: [{ ...shown, bands: 'halves' }] };
  const { scores } = respondentScores(banded, answers, display, 'cs');
  expect(scores[0]!.sentences.slice(2)).toEqual([
    { text: 'Zdroj škály to označuje jako: horní polovina.', locale: 'cs' },
    { text: 'For tests only.', locale: 'en' },
  ]);
});

test('too few answers give no figure, and that is said', () => {
  const display = { scales: [{ ...shown, standardDeviation: 1, reliability: 0.8, bands: 'halves' }] };
  const { scores } = respondentScores(banded, { day: { breaks: 4 } }, display);
  expect(scores[0]).toMatchObject({ interval: null, receipt: { value: null, reason: 'too-few-answered' } });
  expect(said(respondentScores(banded, {}, display))).toEqual([
    ['Too few of its questions were answered for a figure.'],
  ]);
});

test('a scale whose items are not all asked is not shown by itself', () => {
  const two = { ...instrument.scales[0]!, id: 'two', items: ['say', 'hurry'] };
  const part = { kind: 'instrument' as const, id: 'day', instrument: 'working-day', version: '1.2.0', scales: ['two'] };
  const day = { ...content.instruments.day!, instrument: { ...instrument, scales: [...instrument.scales, two] } };
  const some = { ...content, plan: { ...content.plan, parts: [part] }, instruments: { day } };
  expect(respondentScores(some, answers).scores.map(({ scale }) => scale)).toEqual(['two']);
});

test('what the form does not have is a programming error', () => {
  for (const scale of [
    { ...shown, scale: 'unease' },
    { ...shown, instrument: 'olbi' },
  ]) {
    expect(() => respondentScores(content, answers, { scales: [scale] })).toThrow(RangeError);
  }
  expect(() => respondentScores(content, answers, { scales: [{ ...shown, bands: 'none' }] })).toThrow(RangeError);
});

test('every language has every text with the same placeholders; digits are those of the language', () => {
  const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  expect(Object.keys(scoreMessages)).toEqual([...MESSAGE_LANGUAGES]);
  for (const [locale, texts] of Object.entries(scoreMessages)) {
    expect(Object.keys(texts), locale).toEqual(Object.keys(scoreMessages.en));
    for (const [key, text] of Object.entries(texts)) {
      expect(placeholders(text), `${locale} ${key}`).toEqual(placeholders(scoreMessages.en[key as 'score']));
    }
  }
  expect(said(respondentScores(content, answers, {}, 'de-AT'))[0]![0]).toBe('3,3 auf einer Skala von 0 bis 4');
  expect(respondentScores(content, answers, {}, 'fr').locale).toBe('en');
});
