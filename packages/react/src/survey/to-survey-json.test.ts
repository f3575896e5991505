import { validateInstrument, validateTextPack } from '@peerscale/core';
import { instruments, textPacksOf } from '@peerscale/instruments';
import fc from 'fast-check';
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { czech, czechReversed, english, hostile } from '../../fixtures/text-packs.ts';
import { createModel } from './create-model.ts';
import { toSurveyJson } from './to-survey-json.ts';

test('the fixtures are what core calls valid', () => {
  expect(validateInstrument(instrument)).toMatchObject({ success: true });
  for (const pack of [english, czech, czechReversed, hostile]) {
    expect(validateTextPack(pack, instrument)).toMatchObject({ success: true });
  }
});

test('SurveyJS knows every property, of every instrument that comes with wording', () => {
  const shipped = instruments.flatMap((one) => textPacksOf(one).map((pack) => [one, pack] as const));
  expect(shipped.length).toBeGreaterThan(0);
  for (const [one, pack] of [...shipped, [instrument, english], [instrument, hostile]] as const) {
    const model = new Model(toSurveyJson(one, pack));
    expect(model.jsonErrors ?? []).toEqual([]);
    expect(model.getAllQuestions()).toHaveLength(one.items.length);
  }
});

test('one radio group an item, with numeric codes in the order of the response scale', () => {
  const json = toSurveyJson(instrument, czech);
  expect(json.title).toBe('Pracovní den');
  expect(json.description).toBe(czech.instructions);
  const questions = json.pages.flatMap((page) => page.elements);
  expect(questions.map((question) => question.name)).toEqual(instrument.items.map((item) => item.id));
  expect(new Set(questions.map((question) => question.type))).toEqual(new Set(['radiogroup']));
  expect(questions[2]).toEqual({
    type: 'radiogroup',
    name: 'help',
    title: 'Když jsem požádal(a) kolegy o pomoc, dostal(a) jsem ji.',
    choices: [
      { value: 0, text: 'Nikdy' },
      { value: 1, text: 'Zřídka' },
      { value: 2, text: 'Občas' },
      { value: 3, text: 'Často' },
      { value: 4, text: 'Vždy nebo téměř vždy' },
    ],
  });
});

test('codes stay numbers in the data of the survey, zero included', () => {
  const model = new Model(toSurveyJson(instrument, english));
  model.setValue('breaks', 0);
  expect(model.data).toEqual({ breaks: 0 });
  expect(model.getQuestionByName('breaks').isEmpty()).toBe(false);
});

test('a pack for another version, or without a wording, is refused by name', () => {
  expect(() => toSurveyJson(instrument, { ...english, version: '1.0.0' })).toThrow(
    new RangeError('Unexpected text pack: it is for working-day@1.0.0, the instrument is working-day@1.2.0.'),
  );
  const { late: _, ...items } = english.items;
  expect(() => toSurveyJson(instrument, { ...english, items })).toThrow(/no wording for item late/);
  const { 4: __, ...labels } = english.responseScales.often!.labels;
  const responseScales = { often: { highCodeMeans: 'endorsement' as const, labels } };
  expect(() => toSurveyJson(instrument, { ...english, responseScales })).toThrow(/code 4 of response scale often/);
});

test('any wording is on screen letter by letter, whatever it names', () => {
  const wording = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(
      '{breaks}',
      '{ hurry }',
      '{self.value}',
      '{no}',
      '{title}',
      '{{help}}',
      '{#x}',
      '{breaks',
      'x}{',
      '<b>{say}</b>',
    ),
  );
  fc.assert(
    fc.property(wording, wording, (item, label) => {
      fc.pre(item.trim() !== '' && label.trim() !== '');
      const labels = { ...english.responseScales.often!.labels, 1: label };
      const pack = {
        ...english,
        items: { ...english.items, breaks: item },
        responseScales: { often: { highCodeMeans: 'endorsement' as const, labels } },
      };
      const question = createModel(toSurveyJson(instrument, pack), 'x', { breaks: 1, hurry: 2 }).getQuestionByName(
        'breaks',
      );
      expect(question.locTitle.renderedHtml).toBe(item);
      expect(question.locTitle.hasHtml).toBe(false);
      const choice = question.visibleChoices[1];
      expect(choice.locText.renderedHtml).toBe(label);
      expect(choice.locText.hasHtml).toBe(false);
    }),
  );
});

test('without our renderer braces are harmless, too', () => {
  const model = new Model(toSurveyJson(instrument, hostile));
  model.data = { breaks: 0, hurry: 3 };
  const question = model.getQuestionByName('breaks');
  expect(question.visibleChoices[0].locText.renderedHtml).toBe('{\u2060breaks}');
});
