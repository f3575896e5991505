import type { Named } from '../api/answer.ts';
import type { Locale } from '../catalogue.ts';
import { nameFor, suggestedNames } from '../words/suggested-names.ts';

/**
 * What somebody's answers are counted as, for the reader: the team and the group. One for everybody says nothing, and a
 * name that both have is said once.
 *
 * @returns '' where there is nothing to say
 */
export function countedAs(team: Pick<Named, 'name'>, group: Pick<Named, 'name'>, locale: Locale): string {
  const names = new Set([team, group].map(({ name }) => nameFor(name, locale)));
  names.delete(suggestedNames[locale].anyone);
  return [...names].join(', ');
}
