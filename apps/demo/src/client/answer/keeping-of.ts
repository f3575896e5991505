import type { Invitation } from '../api/answer.ts';

/**
 * How answers are kept until they are sent. A link for one person may wait on their device for another day; one for many
 * must not meet the next person.
 */
export const keepingOf = ({ kind }: Pick<Invitation, 'kind'>): 'device' | 'tab' =>
  kind === 'token' ? 'device' : 'tab';
