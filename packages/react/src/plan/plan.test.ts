import type { Battery } from '@peerscale/core';
import { messagesOf } from '@peerscale/form';
import { planOfBattery } from '@peerscale/form/parts';
import { findBattery, instruments, textPacksOf } from '@peerscale/instruments';
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { plan } from '../../../element/fixtures/plan.ts';
import { plan as planInTwo } from '../../../form/fixtures/plan.ts';
import { instrument } from '../../fixtures/instrument.ts';
import { czech, english, hostile } from '../../fixtures/text-packs.ts';
import type { ContentError } from '../content/content-error.ts';
import type { SurveySource } from '../content/survey-source.ts';
import { contentToSurveyJson } from '../survey/content-to-survey-json.ts';
import { createModel } from '../survey/create-model.ts';
import type { Field } from '../survey/field.ts';
import { fieldsOf } from '../survey/fields-of.ts';
import { codeEntries, codeFields, lacksEntry } from './code-fields.ts';
import * as tools from './index.ts';
import { partAnswer, partProblem, partRaw } from './part-value.ts';

const { texts } = messagesOf('en');
const source = (change: Partial<SurveySource> = {}): SurveySource =>
  ({ plan, instruments: [instrument], textPacks: [english], ...change }) as SurveySource;
const codeOf = async (change: Partial<SurveySource>) => {
  const error = await tools.choosePlan(source(change)).then(
    () => null,
    (reason: ContentError) => reason,
  );
  return error?.code;
};

test('SurveyJS knows every property of every kind of part, and shows its wording as it is', async () => {
  for (const textPack of [english, hostile]) {
    const content = await tools.choosePlan(source({ textPacks: [textPack] }));
    const json = contentToSurveyJson(content, fieldsOf(content), texts, tools);
    const model = new Model(structuredClone(json));
    expect(model.jsonErrors ?? []).toEqual([]);
    model.setValue('consent', ['agree']);
    expect(model.getAllQuestions(true).map(({ name }) => name)).toEqual([
      'consent',
      'code__birth-day',
      'code__town',
      ...instrument.items.map(({ id }) => `day__${id}`),
      'between',
      'shifts',
      'years',
      'word',
      'more',
    ]);
  }
});

test('markup in a text of the study is text', async () => {
  const text = { en: '<img src=x onerror="x"> {consent} & "so"' };
  const parts = [{ kind: 'text', id: 'hostile', title: text, text }] as const;
  const content = await tools.choosePlan(source({ plan: { ...plan, parts } }));
  const model = createModel(contentToSurveyJson(content, [], texts, tools), 'x', {});
  expect(model.getQuestionByName('hostile').locHtml.renderedHtml).toBe(
    '<h2>&lt;img src=x onerror=&quot;x&quot;&gt; {consent} &amp; &quot;so&quot;</h2>' +
      '<p>&lt;img src=x onerror=&quot;x&quot;&gt; {consent} &amp; &quot;so&quot;</p>',
  );
});

test('what comes after a consent is there once it has been given', async () => {
  const content = await tools.choosePlan(source());
  const model = new Model(contentToSurveyJson(content, fieldsOf(content), texts, tools));
  const isShown = () => model.getQuestionByName('day__breaks').isVisibleInSurvey;
  expect(isShown()).toBe(false);
  model.setValue('consent', ['agree']);
  expect(isShown()).toBe(true);
  model.setValue('consent', []);
  expect(isShown()).toBe(false);
});

test('why a plan cannot be shown', async () => {
  expect(await codeOf({})).toBeUndefined();
  expect(await codeOf({ plan: 7 as never })).toBe('plan-invalid');
  expect(await codeOf({ plan: { ...plan, parts: [{ kind: 'drawing', id: 'x' }] as never } })).toBe('unsupported-item');
  expect(await codeOf({ instruments: [] })).toBe('plan-invalid');
  expect(await codeOf({ textPacks: [] })).toBe('text-pack-invalid');
  const parts = plan.parts.map((part) => (part.kind === 'instrument' ? { ...part, scales: ['nothing'] } : part));
  expect(await codeOf({ plan: { ...plan, parts } })).toBe('plan-invalid');
  // the questions of the plan are in English alone
  expect(await codeOf({ textPacks: [czech] })).toBe('text-pack-missing-language');
  expect(await codeOf({ textPacks: [english, czech], locale: 'de' })).toBe('text-pack-missing-language');
  // a hint is missing in Czech, and a hint may be what somebody needs to know
  const inCzech = { textPacks: [english, czech], locale: 'cs-CZ' };
  expect(await codeOf({ plan: planInTwo, ...inCzech })).toBe('text-pack-missing-language');
  const whole = planInTwo.parts.map((part) => ('hint' in part ? { ...part, hint: { cs: 'Bez jmen.' } } : part));
  expect(await codeOf({ plan: { ...planInTwo, parts: whole as typeof planInTwo.parts }, ...inCzech })).toBeUndefined();
});

test('the default questions of a code are written in', async () => {
  const content = await tools.choosePlan(source({ plan: planInTwo }));
  const fields = fieldsOf(content).filter(({ kind }) => kind === 'code');
  expect(fields.length).toBeGreaterThan(3);
});

test('a battery is a plan of what it asks a group', async () => {
  const battery: Battery = findBattery('peer-team-pulse')!;
  const textPacks = instruments.flatMap((one) => textPacksOf(one));
  for (const { respondents, parts } of battery.groups) {
    const content = await tools.choosePlan({ battery, respondents, instruments, textPacks, locale: 'cs' });
    expect(content.plan.parts.map(({ id }) => id)).toEqual(parts.map((part) => part.instrument));
    expect(content.locale).toBe('cs');
    const asked = fieldsOf(content).length;
    expect(asked).toBeGreaterThan(5);
    expect(new Set(fieldsOf(content).map(({ name }) => name)).size).toBe(asked);
  }
  expect(() => planOfBattery(battery, 'anyone')).toThrow(
    new RangeError('Unexpected respondents: peer-team-pulse@1.0.0 has no group anyone.'),
  );
});

const part = <Kind extends string>(id: string) =>
  plan.parts.find((one) => one.id === id) as (Field & { kind: 'value' })['part'] & { kind: Kind };

test.each([
  ['years', '3', 3, null],
  ['years', ' \u0664 ', 4, null],
  ['years', '2,5', null, 'Please enter a whole number.'],
  ['years', '61', null, 'Please enter 60 or less.'],
  ['years', '-1', null, 'Please enter 0 or more.'],
  ['years', 'many', null, 'Please enter a number.'],
  ['years', '  ', null, null],
  ['years', undefined, null, null],
  ['word', 'steady', 'steady', null],
  ['word', '\u{1f469}\u200d\u{1f33e}'.repeat(20), '\u{1f469}\u200d\u{1f33e}'.repeat(20), null],
  ['word', 'x'.repeat(22), null, 'The text is 2 characters too long.'],
  ['shifts', 'night', 'night', null],
  ['consent', ['agree'], true, null],
  ['consent', [], false, null],
  ['consent', undefined, false, null],
])('%s: %j is the answer %j, and what is wrong is %j', (id, raw, answer, problem) => {
  expect(partAnswer(part(id), raw)).toEqual(answer);
  expect(partProblem(part(id), raw, texts, 'en')).toBe(problem);
});

test('an answer goes back into its field as the language writes it', () => {
  expect(partRaw(part('years'), 12, 'ar-EG')).toBe('\u0661\u0662');
  expect(partAnswer(part('years'), partRaw(part('years'), 12, 'ar-EG'))).toBe(12);
  expect(partRaw(part('word'), 'calm', 'en')).toBe('calm');
  expect(partRaw(part('consent'), true, 'en')).toEqual(['agree']);
  expect([partRaw(part('consent'), false, 'en'), partRaw(part('word'), null, 'en')]).toEqual([undefined, undefined]);
});

test('a code is whole or lacking, and an untouched one is neither', async () => {
  const fields = codeFields(fieldsOf(await tools.choosePlan(source())), 'code');
  const [day, town] = fields as [(typeof fields)[0], (typeof fields)[0]];
  const entries = { 'code__birth-day': '7', code__town: ' \u017delezn\u00fd ' };
  expect(codeEntries(fields, entries)).toEqual({ 'birth-day': '7', town: ' \u017delezn\u00fd ' });
  expect(codeEntries(fields, { ...entries, 'code__birth-day': '77' })).toBeNull();
  expect(lacksEntry(day, fields, {})).toBe(false);
  expect(lacksEntry(town, fields, { 'code__birth-day': '7' })).toBe(true);
  expect(lacksEntry(day, fields, { 'code__birth-day': '7' })).toBe(false);
});
