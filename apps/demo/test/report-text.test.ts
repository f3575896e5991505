import { readdirSync, readFileSync } from 'node:fs';
import type { Battery, Instrument } from '@peerscale/core';
import { expect, test } from 'vitest';
import { CONVERSATION_TOPICS, type MeanFigure } from '../../../packages/collector/src/results/results-types.ts';
import { roomsOf } from '../src/client/actions/rooms-of.ts';
import { textFault } from '../src/client/actions/text-fault.ts';
import type { Action } from '../src/client/api/actions.ts';
import { besideWhole, sinceLast } from '../src/client/report/compare.ts';
import { questionsOf } from '../src/client/report/questions-of.ts';
import { shortened } from '../src/client/report/shortened.ts';
import { topicOf } from '../src/client/report/topic-of.ts';
import { reportWords, TOPICS } from '../src/client/words/report.ts';

const definitions = new URL('../../../instruments/', import.meta.url);
const read = <T>(path: string) => JSON.parse(readFileSync(new URL(path, definitions), 'utf8')) as T;

test('every scale of the battery, and every topic the server names, has words of its own', () => {
  const { groups } = read<Battery>('batteries/peer-team-pulse/1.0.0/battery.json');
  for (const { instrument, version, scales } of groups.flatMap(({ parts }) => parts)) {
    const definition = read<Instrument>(`definitions/${instrument}/${version}/instrument.json`);
    for (const scale of scales ?? definition.scales.map(({ id }) => id)) {
      expect(topicOf(`${instrument}/${scale}`), `${instrument}/${scale}`).toBeDefined();
    }
  }
  const known = CONVERSATION_TOPICS.filter((topic) => topicOf(topic) === undefined);
  expect(known).toEqual(['general']);
});

test('no two topics ask the same question, and instruments of burnout outside of the battery have one too', () => {
  for (const { topics } of [reportWords.en, reportWords.cs]) {
    expect(new Set(TOPICS.map((topic) => topics[topic].question)).size).toBe(TOPICS.length);
    for (const topic of TOPICS) expect(topics[topic].question).toMatch(/\?$/);
  }
  const burnout = readdirSync(new URL('definitions/', definitions)).filter((id) =>
    /burnout|olbi|mbi|cbi|smbm/.test(id),
  );
  for (const id of burnout) expect(topicOf(`${id}/total`)).toBe('exhaustion');
  expect(topicOf('tea/liking')).toBeUndefined();
});

test('a scale of another instrument is not taken for one that is called the same', () => {
  const topics = {
    'peer-role/role-clarity': 'clarity',
    'rhl-role/role-clarity': 'own-role',
    'rhl-role/role-ambiguity': 'own-role',
    'hse-msit35/role': 'own-role',
    'copsoq3-role/role-conflicts': 'own-conflict',
    'peer-role/friend-professional-tension': 'conflict',
    'work-satisfaction/supervision': 'supervision',
    'jss/supervision': 'support',
    'jss/pay': 'conditions',
    'jss/total': 'satisfaction',
    'bat12/mental-distance': 'distance',
    'ismi9/internalised-stigma': 'self-stigma',
    'oms-hc-15/attitudes': 'respect',
    'ribs/intended': 'respect',
    'work-stigma/direct': 'stigma',
    'proqol5/compassion-satisfaction': 'accomplishment',
  };
  for (const [key, topic] of Object.entries(topics)) expect([key, topicOf(key)]).toEqual([key, topic]);
});

test('three questions, one a topic, filled up with general ones', () => {
  const { en } = reportWords;
  const about = (topic: (typeof TOPICS)[number]) => en.topics[topic].question;
  const of = (toTalkAbout: string[], questions: (typeof CONVERSATION_TOPICS)[number][], instrument = 'peer-role') =>
    questionsOf({ toTalkAbout, questions, scales: [{ instrument }] }, en);
  // exhaustion and the construct it belongs to are one topic
  expect(of(['work-burnout/exhaustion', 'work-stigma/direct'], ['burnout', 'stigma', 'support'])).toEqual([
    about('exhaustion'),
    about('stigma'),
    about('support'),
  ]);
  expect(of(['work-burnout/distance'], ['burnout', 'support', 'values'])).toHaveLength(3);
  expect(of([], ['general', 'values'])).toEqual([about('values'), en.general[2], en.general[1]]);
  expect(of([], [])).toEqual(en.general);
  // where nobody is asked about peer workers, no question is about them
  expect(of([], ['role-clarity', 'role-conflict', 'support'])).toEqual([
    about('clarity'),
    about('conflict'),
    about('support'),
  ]);
  expect(of(['rhl-role/role-conflict'], ['role-conflict', 'role-clarity'], 'rhl-role')).toEqual([
    about('own-conflict'),
    about('own-role'),
    en.general[2],
  ]);
});

const figure = (mean: number, half: number | null): MeanFigure => ({
  n: 12,
  mean,
  interval: half === null ? null : { level: 0.95, lower: mean - half, upper: mean + half },
  sd: 1,
});

test('a difference is told where chance does not explain it, in the direction that is good', () => {
  const whole = figure(3, 0.1);
  expect(besideWhole(figure(3.5, 0.4), whole, 'high')).toBe('better');
  expect(besideWhole(figure(3.5, 0.4), whole, 'low')).toBe('worse');
  expect(besideWhole(figure(2.5, 0.4), whole, 'low')).toBe('better');
  expect(besideWhole(figure(2.5, 0.4), whole, null)).toBe('lower');
  expect(besideWhole(figure(3.5, 0.4), whole, null)).toBe('higher');
  expect(besideWhole(figure(3.5, 0.6), whole, 'high')).toBe('same');
  expect(besideWhole(figure(3.5, null), whole, 'high')).toBe('same');
  const change = (difference: number, half: number) => ({
    from: 1,
    difference,
    interval: { level: 0.95, lower: difference - half, upper: difference + half },
    effect: null,
    size: null,
  });
  expect(sinceLast({ change: change(-0.4, 0.3), favourable: 'low' })).toBe('better');
  expect(sinceLast({ change: change(-0.4, 0.3), favourable: 'high' })).toBe('worse');
  expect(sinceLast({ change: change(-0.4, 0.5), favourable: 'high' })).toBe('same');
  expect(sinceLast({ change: null, favourable: 'high' })).toBeUndefined();
});

test('a text is shortened after a whole word, and never within a character', () => {
  expect(shortened('one  two\nthree', 40)).toBe('one two three');
  expect(shortened('one two three', 9)).toBe('one two…');
  expect(shortened('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  expect(shortened('🙂'.repeat(5), 3)).toBe('🙂🙂…');
});

test('agreements are sorted by what there is to do about them', () => {
  const action = (id: string, changes: Partial<Action>): Action => ({
    id,
    wave: 'one',
    text: id,
    state: 'agreed',
    reviewWave: null,
    createdOn: '2026-11-01',
    ...changes,
  });
  const all = [
    action('a', {}),
    action('b', { createdOn: '2026-11-09' }),
    action('c', { reviewWave: 'two' }),
    action('d', { reviewWave: 'three' }),
    action('e', { reviewWave: 'two', state: 'dropped' }),
  ];
  const { due, going, over } = roomsOf(all, [{ id: 'one' }, { id: 'two' }]);
  expect([due, going, over].map((room) => room.map(({ id }) => id))).toEqual([['c'], ['b', 'a', 'd'], ['e']]);
  const words = { missing: 'missing', tooLong: 'too long' };
  expect([textFault(' \n', words), textFault('🙂'.repeat(2000), words), textFault('x'.repeat(2001), words)]).toEqual([
    'missing',
    undefined,
    'too long',
  ]);
});
