import type { Respondent } from '@peerscale/core';

const WORDS: Readonly<Record<Respondent, string>> = {
  anyone: 'anyone',
  'peer-worker': 'peer workers',
  staff: 'staff',
  manager: 'managers',
  'service-user': 'service users',
};

/** Who answers, in words. @example respondentWords('peer-worker') // 'peer workers' */
export const respondentWords = (respondents: Respondent): string => WORDS[respondents];
