import type { Topic } from '../words/report.ts';

/** Scales whose name says something else than that of another instrument's. */
const BY_KEY: Readonly<Record<string, Topic>> = {
  // the person one works under, and not supervision as a talk about the work
  'jss/supervision': 'support',
  'jss/pay': 'conditions',
  'jss/promotion': 'conditions',
  'jss/fringe-benefits': 'conditions',
  'jss/operating-procedures': 'conditions',
  'jss/communication': 'conditions',
  'jss/contingent-rewards': 'recognition',
  'jss/coworkers': 'recognition',
  'oms-hc-15/disclosure': 'self-stigma',
  'proqol5/compassion-satisfaction': 'accomplishment',
};

const BY_SCALE: Readonly<Record<string, Topic>> = {
  'role-clarity': 'clarity',
  'clear-role': 'clarity',
  role: 'clarity',
  'friend-professional-tension': 'conflict',
  'staff-expert-tension': 'conflict',
  'role-conflict': 'conflict',
  'role-conflicts': 'conflict',
  'role-ambiguity': 'clarity',
  boundaries: 'boundaries',
  standing: 'standing',
  'equal-standing': 'standing',
  'equal-conditions': 'standing',
  inclusion: 'standing',
  support: 'support',
  management: 'support',
  'prepared-team': 'support',
  'manager-support': 'support',
  'peer-support': 'support',
  supervision: 'supervision',
  access: 'access',
  distance: 'distance',
  'mental-distance': 'distance',
  depersonalisation: 'distance',
  depersonalization: 'distance',
  disengagement: 'distance',
  'lost-accomplishment': 'accomplishment',
  'personal-accomplishment': 'accomplishment',
  overall: 'satisfaction',
  conditions: 'conditions',
  growth: 'conditions',
  recognition: 'recognition',
  belonging: 'recognition',
  indirect: 'respect',
  associative: 'outside',
  'self-stigma': 'self-stigma',
  staying: 'staying',
  turnover: 'staying',
};

/** What is left by the words in the id of the instrument, or in its construct. */
const BY_WORD: readonly (readonly [RegExp, Topic])[] = [
  [/burnout|olbi|mbi|cbi|bat\d|smbm|proqol|quality-of-life/, 'exhaustion'],
  // what staff think of those whom they work for, and what people think of themselves
  [/^(?:oms|ribs)/, 'respect'],
  [/^ismi/, 'self-stigma'],
  [/stigma/, 'stigma'],
  [/turnover/, 'staying'],
  [/satisfaction|jss|moaq/, 'satisfaction'],
  [/values/, 'values'],
  [/role/, 'clarity'],
  [/readiness/, 'support'],
];

/** What is about the role of peer workers, where everybody is asked about the own one. */
const OF_ANYBODY: Partial<Record<Topic, Topic>> = { clarity: 'own-role', conflict: 'own-conflict' };

/** The topic where nobody is asked about peer workers. */
export const topicOfAnybody = (topic: Topic): Topic => OF_ANYBODY[topic] ?? topic;

export const isOfPeers = (instrument: string): boolean => instrument.startsWith('peer-');

/**
 * What a scale, or a construct, is about.
 *
 * @param key `instrument/scale`, or the id of a construct
 * @returns undefined for what the pages have no words of their own about
 * @example topicOf('peer-readiness-staff/clear-role') // 'clarity'
 */
export function topicOf(key: string): Topic | undefined {
  const [instrument = '', scale] = key.split('/');
  const own = scale ?? instrument;
  if (Object.hasOwn(BY_KEY, key)) return BY_KEY[key];
  const topic = Object.hasOwn(BY_SCALE, own) ? BY_SCALE[own] : BY_WORD.find(([word]) => word.test(instrument))?.[1];
  return topic === undefined || scale === undefined || isOfPeers(instrument) ? topic : topicOfAnybody(topic);
}
