import { type CheckedDisclosureRules, type DisclosureRules, disclosureRules } from './disclosure-rules.ts';

/** What has been released about a set of records, as plain data: it can be stored, and read again. */
export interface ReleaseHistory {
  readonly schema: 'peerscale/release-history@1';
  readonly rules: CheckedDisclosureRules;
  /** ranges of the scores whose means are released */
  readonly scores: readonly { readonly minimum: number; readonly maximum: number }[];
  /**
   * For each record the part it is in. Records of one part have been in the same groups so far, and nothing that was
   * released tells them apart; part 0 has those that have been in none.
   */
  readonly partOf: readonly number[];
  readonly parts: number;
  /** groups whose figures were released, as lists of parts */
  readonly figures: readonly (readonly number[])[];
  /** groups whose comments were released */
  readonly comments: readonly (readonly number[])[];
}

/**
 * A history in which nothing has been released.
 *
 * @throws RangeError for rules out of range, or a score without a range
 * @example releaseHistory([{ minimum: 1, maximum: 5 }]).figures.length // 0
 */
export function releaseHistory(
  scores: readonly { readonly minimum: number; readonly maximum: number }[],
  rules: DisclosureRules = {},
): ReleaseHistory {
  for (const { minimum, maximum } of scores) {
    if (!(maximum > minimum && Number.isFinite(maximum - minimum))) {
      throw new RangeError(`Unexpected range of a score: ${minimum} to ${maximum}.`);
    }
  }
  return {
    schema: 'peerscale/release-history@1',
    rules: disclosureRules(rules),
    scores: scores.map(({ minimum, maximum }) => ({ minimum, maximum })),
    partOf: [],
    parts: 1,
    figures: [],
    comments: [],
  };
}

/** The history with its parts divided by a group, and the parts of the group. New records are in part 0 before that. */
export function dividedBy(
  history: ReleaseHistory,
  isIn: Uint8Array,
): { readonly history: ReleaseHistory; readonly group: number[] } {
  const before = Array.from(isIn, (_, record) => history.partOf[record] ?? 0);
  // part 0 stays where it is, even with nobody left in it: it is for records in no group
  const [inside, outside] = [new Set<number>(), new Set([0])];
  before.forEach((part, record) => {
    (isIn[record] === 1 ? inside : outside).add(part);
  });
  const newParts = new Map<number, number>();
  for (const part of inside) if (outside.has(part)) newParts.set(part, history.parts + newParts.size);
  const widened = (groups: readonly (readonly number[])[]) =>
    groups.map((group) => group.flatMap((part) => [part, ...(newParts.has(part) ? [newParts.get(part)!] : [])]));
  return {
    history: {
      ...history,
      partOf: before.map((part, record) => (isIn[record] === 1 ? (newParts.get(part) ?? part) : part)),
      parts: history.parts + newParts.size,
      figures: widened(history.figures),
      comments: widened(history.comments),
    },
    group: [...inside].map((part) => newParts.get(part) ?? part),
  };
}
