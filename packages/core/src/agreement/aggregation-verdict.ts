import { sampleMedian } from '../distributions/index.ts';
import type { GroupIntraclassCorrelations } from './group-intraclass-correlations.ts';

/** What speaks for or against averaging: one of three conditions, and whether it holds. */
export interface AggregationReason {
  /** members agree; teams differ; means of teams are reliable */
  readonly condition: 'within-group-agreement' | 'differences-between-groups' | 'reliable-group-means';
  /** null where it cannot be said */
  readonly holds: boolean | null;
  /** median rwg(j); p of the F test; ICC(2) */
  readonly value: number;
  /** what the value has to reach, or for p to stay below */
  readonly cut: number;
}

/** Whether individual answers may be averaged to a figure of the team. */
export interface AggregationVerdict {
  /**
   * `defensible`: all three conditions hold. `as-climate-only`: members agree, but teams do not differ enough to compare
   * them: a mean describes all teams alike. `with-care`: teams differ and agree, but means of teams this size are not
   * reliable. `not-defensible`: members do not agree.
   */
  readonly verdict: 'defensible' | 'with-care' | 'as-climate-only' | 'not-defensible' | 'cannot-say';
  readonly reasons: readonly AggregationReason[];
  /** the verdict in a sentence, with its figures */
  readonly sentence: string;
}

/** Cuts in common use: a convention, not a law. */
export interface AggregationCuts {
  /** median rwg(j) at least, default 0.7 */
  readonly agreement?: number;
  /** p of the F test below, default 0.05 */
  readonly p?: number;
  /** ICC(2) at least, default 0.7 */
  readonly reliability?: number;
}

/**
 * May answers be averaged to a team figure? Three conditions, each with its cut: the members of a typical team agree
 * (median rwg or rwg(j) of the teams), teams differ beyond chance (F test of ICC(1)), and the means of teams are reliable
 * (ICC(2)). The first is asked of the construct: without agreement the mean describes nobody.
 *
 * @param agreement rwg or rwg(j) of each team; NaN (teams of one) is passed over
 * @param intraclass of the same answers
 * @see LeBreton & Senter (2008), doi:10.1177/1094428106296642; Bliese (2000)
 * @example aggregationVerdict([0.8, 0.9, 0.75], { p: 0.001, icc2: 0.8 }).verdict // 'defensible'
 */
export function aggregationVerdict(
  agreement: ArrayLike<number>,
  { p, icc2 }: Pick<GroupIntraclassCorrelations, 'p' | 'icc2'>,
  { agreement: agreementCut = 0.7, p: pCut = 0.05, reliability: reliabilityCut = 0.7 }: AggregationCuts = {},
): AggregationVerdict {
  const median = sampleMedian(Array.from(agreement).filter((value) => !Number.isNaN(value)));
  const agree = atLeast(median, agreementCut);
  const differ = Number.isNaN(p) ? null : p < pCut;
  const reliable = atLeast(icc2, reliabilityCut);
  const reasons: AggregationReason[] = [
    { condition: 'within-group-agreement', holds: agree, value: median, cut: agreementCut },
    { condition: 'differences-between-groups', holds: differ, value: p, cut: pCut },
    { condition: 'reliable-group-means', holds: reliable, value: icc2, cut: reliabilityCut },
  ];
  const figures = `median rwg ${shown(median)}, ${pWords(p)}, ICC(2) ${shown(icc2)}`;
  const answer = (verdict: AggregationVerdict['verdict'], words: string): AggregationVerdict => ({
    verdict,
    reasons,
    sentence: `${words} (${figures}).`,
  });
  if (agree === null) return answer('cannot-say', 'Whether members of a team agree cannot be said from these answers');
  if (!agree) {
    return answer('not-defensible', 'Members of the same team do not agree enough for a team mean to stand for them');
  }
  if (differ === null)
    return answer('cannot-say', 'Members agree; whether teams differ cannot be said from these answers');
  if (!differ) {
    return answer(
      'as-climate-only',
      'Members agree, but teams do not differ beyond chance: report one mean, compare none',
    );
  }
  return reliable
    ? answer(
        'defensible',
        'Averaging to team figures is defensible: members agree, teams differ, and means are reliable',
      )
    : answer(
        'with-care',
        'Members agree and teams differ, but means of teams this small are not reliable: compare with care',
      );
}

const atLeast = (value: number, cut: number): boolean | null => (Number.isNaN(value) ? null : value >= cut);
const shown = (value: number): string => (Number.isNaN(value) ? 'unknown' : value.toFixed(2));

function pWords(p: number): string {
  if (Number.isNaN(p)) return 'p unknown';
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
}
