import { instruments } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import { CONVERSATION_TOPICS } from '../results-types.ts';
import { conversationTopic, favourableEnd } from './conversation-topic.ts';

const scaleOf = (instrument: string, scale: string) => {
  const own = instruments.find(({ id }) => id === instrument)!;
  return [own, own.scales.find(({ id }) => id === scale)!] as const;
};

test.each([
  ['work-burnout', 'exhaustion', 'burnout', 'low'],
  ['work-satisfaction', 'supervision', 'supervision', 'high'],
  ['work-satisfaction', 'overall', 'satisfaction', 'high'],
  ['work-stigma', 'direct', 'stigma', 'low'],
  ['work-stigma', 'self-stigma', 'self-stigma', 'low'],
  ['peer-role', 'role-clarity', 'role-clarity', 'high'],
  ['peer-role', 'friend-professional-tension', 'role-conflict', 'low'],
  ['peer-readiness-staff', 'equal-standing', 'standing', 'high'],
  ['turnover-intention', 'turnover-intention', 'staying', 'low'],
  ['mbi-hss', 'personal-accomplishment', 'burnout', 'high'],
])('%s/%s is about %s, and good news when it is %s', (instrument, scale, topic, end) => {
  const [own, of] = scaleOf(instrument, scale);
  expect([conversationTopic(own, of), favourableEnd(of)]).toEqual([topic, end]);
});

test('every scale of the catalogue has a topic', () => {
  for (const instrument of instruments) {
    for (const scale of instrument.scales) expect(CONVERSATION_TOPICS).toContain(conversationTopic(instrument, scale));
  }
});
