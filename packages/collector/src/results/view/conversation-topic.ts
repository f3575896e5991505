import type { Instrument, Scale } from '@peerscale/core';
import type { ConversationTopic } from '../results-types.ts';

const OF_SCALE: Readonly<Record<string, ConversationTopic>> = {
  'role-clarity': 'role-clarity',
  'clear-role': 'role-clarity',
  'role-ambiguity': 'role-clarity',
  role: 'role-clarity',
  'role-conflict': 'role-conflict',
  'role-conflicts': 'role-conflict',
  'friend-professional-tension': 'role-conflict',
  'staff-expert-tension': 'role-conflict',
  boundaries: 'boundaries',
  'self-stigma': 'self-stigma',
  supervision: 'supervision',
  support: 'support',
  'manager-support': 'support',
  'peer-support': 'support',
  management: 'support',
  'prepared-team': 'support',
  'equal-standing': 'standing',
  'equal-conditions': 'standing',
  inclusion: 'standing',
  belonging: 'belonging',
  recognition: 'recognition',
  growth: 'growth',
  conditions: 'conditions',
};

const OF_CONSTRUCT: Readonly<Record<string, ConversationTopic>> = {
  burnout: 'burnout',
  'job-satisfaction': 'satisfaction',
  'role-clarity': 'role-clarity',
  'peer-role': 'role-clarity',
  'stigma-at-work': 'stigma',
  'provider-stigma': 'stigma',
  'stigma-behaviour': 'stigma',
  'internalised-stigma': 'self-stigma',
  'organisational-readiness': 'support',
  'turnover-intention': 'staying',
  'shared-values': 'values',
};

/** What a scale gives a team to talk about. */
export function conversationTopic({ construct }: Instrument, { id }: Scale): ConversationTopic {
  const own = (map: Readonly<Record<string, ConversationTopic>>, key: string) =>
    Object.hasOwn(map, key) ? map[key] : undefined;
  return own(OF_SCALE, id) ?? own(OF_CONSTRUCT, construct) ?? 'general';
}

/**
 * Whether a high score is good news: the positive pole of a definition is what one wishes for, and the direction of a
 * scale says at which pole its high scores are.
 */
export const favourableEnd = ({ direction }: Scale): 'high' | 'low' => (direction === 'positive' ? 'high' : 'low');
