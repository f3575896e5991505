import { seededRandom } from '../random/index.ts';
import { type DisclosureRules, disclosureRules } from './disclosure-rules.ts';

export interface CommentDisclosure<Comment> {
  readonly status: 'shown' | 'suppressed' | 'empty';
  /** in an order that says nothing about who wrote them or when */
  readonly comments: readonly Comment[];
}

/**
 * Free text of a group. It is shown only where enough people could have written it, more than for figures because people
 * are known by how they write; `empty` says that nobody wrote anything where it may be said. The order is shuffled: the order
 * of arrival, put beside the order of the records, would tell who wrote what. Give no times and no other answers with it, and
 * show comments for one way of dividing people into groups only: what is in one list and not in the other is by few.
 *
 * @param people who answered, not only those who wrote something
 * @param rules `minimumComments`, default 10
 * @param seed whole number from 0 to 2^32 - 1, kept by the study: with the same one the order is the same at every look, and
 *   whoever knows it can undo the shuffling
 * @throws RangeError for people that are not a whole number from 0, rules out of range, or a wrong seed
 * @example commentDisclosure(9, ['More staff, please.'], 20261122).status // 'suppressed'
 */
export function commentDisclosure<Comment>(
  people: number,
  comments: readonly Comment[],
  seed: number,
  rules: DisclosureRules = {},
): CommentDisclosure<Comment> {
  const { minimumComments } = disclosureRules(rules);
  if (!Number.isSafeInteger(people) || people < 0) throw new RangeError(`Unexpected number of people: ${people}.`);
  const random = seededRandom(seed);
  if (people < minimumComments) return { status: people === 0 ? 'empty' : 'suppressed', comments: [] };
  if (comments.length === 0) return { status: 'empty', comments: [] };
  const shuffled = [...comments];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return { status: 'shown', comments: shuffled };
}
