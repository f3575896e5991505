import { partsAreProtected } from './parts-protection.ts';
import { dividedBy, type ReleaseHistory } from './release-history.ts';

/** A group whose figures, or comments, somebody wants to see. */
export interface GroupQuery {
  /** places of its records: those with every score */
  readonly records: ArrayLike<number>;
  /** the group it is part of, such as its department; default all records */
  readonly within?: ArrayLike<number>;
  /** default `figures`: the number of people and the means of the scores */
  readonly kind?: 'figures' | 'comments';
}

export type Refusal =
  /** fewer people than the minimum, or nobody */
  | 'too-small'
  /** the people of `within` who are left out are some, but fewer than the minimum */
  | 'small-remainder'
  /** the group differs by fewer people than the minimum from one that was released */
  | 'small-difference'
  /** the answer, with those released, would tell too closely what fewer people than the minimum answered */
  | 'derivable';

export interface ReleaseDecision {
  readonly allowed: boolean;
  /** for whoever looks after the survey; to everybody else say only that the figure is not shown */
  readonly refusal: Refusal | null;
  /** to be kept for the next query */
  readonly history: ReleaseHistory;
}

/**
 * Decides whether a group may be shown, given everything that was shown before: for dashboards with filters, for results
 * looked at again after another answer came in, for segments that overlap, for those linked between waves beside all of a
 * wave. Whoever asks is taken to know who is in each group, and to keep all answers.
 *
 * A group is refused where it, or what it leaves of `within`, is too small; where it differs by too few from a released one;
 * and where its figures with all the released ones would leave the sum of the scores of any group of fewer people than the
 * minimum, whichever they are, less uncertain than `answerWidth` times the range, or determine any other combination of
 * them: then one of these people would learn about another. For comments the lists themselves are compared: what is in both,
 * or in one only, must be nobody or enough people.
 *
 * The history does not remember scores; they are given each time, and records may be added at the end. A score that is
 * corrected, or a record that is taken out, is not noticed: start anew only with new data. A refusal can itself say something
 * where it depends on scores (Kenthapadi et al. 2005): here only where groups come close to the end of a scale.
 *
 * Cost: the parts into which all groups divide the records, times the groups released, times some tens, for each part that
 * is too small.
 *
 * @param scores for each score its value for every record
 * @throws RangeError for another number of scores than in the history, columns of different lengths or shorter than before,
 *   records that are not there or there twice, records without a score, and records outside `within`
 * @see Kenthapadi, Mishra & Nissim (2005), doi:10.1145/1065167.1065183
 * @example
 * const scores = [[4, 2, 5, 3, 3, 4, 1]];
 * const first = guardRelease(releaseHistory([{ minimum: 1, maximum: 5 }]), scores, { records: [0, 1, 2, 3, 4, 5, 6] });
 * guardRelease(first.history, scores, { records: [0, 1, 2, 3, 4, 5] }).refusal // 'small-remainder'
 */
export function guardRelease(
  history: ReleaseHistory,
  scores: readonly ArrayLike<number>[],
  { records, within, kind = 'figures' }: GroupQuery,
): ReleaseDecision {
  const { rules } = history;
  const total = recordsOf(history, scores);
  const isIn = membership(records, total);
  const around = within === undefined ? new Uint8Array(total).fill(1) : membership(within, total);
  refuseBadRecords(history, scores, isIn, around);
  const least = kind === 'figures' ? rules.minimumGroupSize : rules.minimumComments;
  const few = (people: number) => people > 0 && people < least;

  const divided = dividedBy(history, isIn);
  const people = new Float64Array(divided.history.parts);
  for (const part of divided.history.partOf) people[part]!++;
  const size = (parts: readonly number[]) => parts.reduce((sum, part) => sum + people[part]!, 0);
  const refuse = (refusal: Refusal): ReleaseDecision => ({ allowed: false, refusal, history });

  const { group } = divided;
  if (size(group) < least) return refuse('too-small');
  const remainder = around.reduce((sum, is) => sum + is, 0) - records.length;
  if (few(remainder)) return refuse('small-remainder');
  const ins = new Set(group);
  for (const released of divided.history[kind]) {
    const both = size(released.filter((part) => ins.has(part)));
    const [onlyThis, onlyThat] = [size(group) - both, size(released) - both];
    if (onlyThis === 0 && onlyThat === 0) return { allowed: true, refusal: null, history };
    const tells = kind === 'figures' ? few(onlyThis + onlyThat) : few(onlyThis) || few(onlyThat) || few(both);
    if (tells) return refuse('small-difference');
  }
  const extended = { ...divided.history, [kind]: [...divided.history[kind], group] };
  if (kind === 'figures' && !partsAreProtected(extended, scores, people)) return refuse('derivable');
  return { allowed: true, refusal: null, history: extended };
}

function recordsOf(history: ReleaseHistory, scores: readonly ArrayLike<number>[]): number {
  const total = scores[0]?.length ?? history.partOf.length;
  if (scores.length !== history.scores.length || scores.length === 0) {
    throw new RangeError(`Unexpected number of scores: ${scores.length}.`);
  }
  for (const { length } of scores) {
    if (length !== total || length < history.partOf.length)
      throw new RangeError(`Unexpected number of records: ${length}.`);
  }
  return total;
}

function membership(records: ArrayLike<number>, total: number): Uint8Array {
  const isIn = new Uint8Array(total);
  for (let i = 0; i < records.length; i++) {
    const record = records[i]!;
    if (!(Number.isInteger(record) && record >= 0 && record < total) || isIn[record] === 1) {
      throw new RangeError(`Unexpected record: ${record}.`);
    }
    isIn[record] = 1;
  }
  return isIn;
}

function refuseBadRecords(
  { scores: ranges }: ReleaseHistory,
  scores: readonly ArrayLike<number>[],
  isIn: Uint8Array,
  around: Uint8Array,
): void {
  for (let record = 0; record < isIn.length; record++) {
    if (isIn[record] === 0) continue;
    if (around[record] === 0) throw new RangeError(`Unexpected record outside its group: ${record}.`);
    ranges.forEach(({ minimum, maximum }, s) => {
      const value = scores[s]![record]!;
      if (!(value >= minimum && value <= maximum))
        throw new RangeError(`Unexpected score of record ${record}: ${value}.`);
    });
  }
}
