import type { Topic } from '../words/report.ts';

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
  [/stigma|ismi|oms|ribs/, 'stigma'],
  [/turnover/, 'staying'],
  [/satisfaction|jss|moaq/, 'satisfaction'],
  [/values/, 'values'],
  [/role/, 'clarity'],
  [/readiness/, 'support'],
];

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
  if (Object.hasOwn(BY_SCALE, own)) return BY_SCALE[own];
  return BY_WORD.find(([word]) => word.test(instrument))?.[1];
}
