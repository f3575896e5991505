import { type Adjustment, adjustedP } from '../change/index.ts';
import { groupDisclosure } from '../disclosure/index.ts';
import { everybodyChange, linkedChange, unlinkedChange } from './change-designs.ts';
import { type ChangePeople, changePeople, type PersonLink } from './change-people.ts';
import { changeIssues, scaleIssues } from './change-report-issues.ts';
import type {
  ChangeDifference,
  ChangeReport,
  ChangeReportScale,
  ChangeScale,
  ChangeWave,
} from './change-report-types.ts';
import { changeTeams } from './change-teams.ts';
import { orNull } from './or-null.ts';

/** What is compared with what. */
export interface ChangeReportInput {
  readonly instrument: ChangeReport['instrument'];
  readonly scales: readonly ChangeScale[];
  readonly first: ChangeWave;
  readonly second: ChangeWave;
  /** rows of the same persons; absent where nobody was looked for */
  readonly links?: readonly PersonLink[];
  /** how they were found */
  readonly linkedBy?: 'id' | 'code';
}

export interface ChangeReportOptions {
  /** coverage of the intervals, default 0.95 */
  readonly level?: number;
  /** of the p values over the scales, and over the teams of a scale; default Holm */
  readonly adjustment?: Adjustment;
  /** in points of the score: a change of less than this does not matter; absent: nothing is said about it */
  readonly equivalence?: number;
  /** default 5, at least 3 */
  readonly minimumGroupSize?: number;
  /**
   * Whom teams are about, and who is shown where those linked and everybody together would give a few people away: the
   * linked (default), or everybody, as where figures of everybody are published anyway
   */
  readonly basis?: 'linked' | 'everybody';
}

/**
 * Change between two waves, kept apart: the same people, found again; those there only once; and everybody, some of them the
 * same. With teams also each of them, of the same people where they are linked.
 *
 * Groups below the minimum size are not shown, nor what would give them away by subtraction: where few people were there
 * only once, neither they nor everybody is shown beside those linked.
 *
 * @throws RangeError for other than one column of scores a scale, columns of different lengths, links to rows that are not
 *   there or twice, a level outside 0 to 1, an equivalence bound that is not positive, a minimum group size below 3
 * @see docs/methods/change.md for formulas, sources and the R calls that agree
 * @example
 * const possible = { minimum: 1, maximum: 5 };
 * const scales = [{ id: 'burnout', name: { en: 'Burnout' }, possible, reliability: null }];
 * const first = { file: 'spring', rows: 5, scores: [Float64Array.of(3, 2, 4, 3, 5)] };
 * const second = { file: 'autumn', rows: 5, scores: [Float64Array.of(3, 3, 5, 4, 4)] };
 * const links = [0, 1, 2, 3, 4].map((row) => ({ first: row, second: row }));
 * changeReport({ instrument: null, scales, first, second, links }).scales[0].linked.difference.value // 0.4
 */
export function changeReport(input: ChangeReportInput, options: ChangeReportOptions = {}): ChangeReport {
  const { level = 0.95, adjustment = 'holm', minimumGroupSize = 5, equivalence, basis = 'linked' } = options;
  const { scales, first, second, links } = input;
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (equivalence !== undefined && !(equivalence > 0 && equivalence < Infinity)) {
    throw new RangeError(`Unexpected equivalence bound: ${equivalence}.`);
  }
  for (const wave of [first, second]) checkWave(wave, scales.length);
  const checked = { level, equivalence, adjustment, minimumGroupSize, basis };
  const found = scales.map((scale, place) => scaleChange(input, scale, place, checked));
  const adjusted = withAdjustedP(found, adjustment);
  return {
    schema: 'peerscale/change@1',
    instrument: input.instrument,
    first: { file: first.file, rows: first.rows },
    second: { file: second.file, rows: second.rows },
    linkedBy: links === undefined ? null : (input.linkedBy ?? 'id'),
    level,
    adjustment,
    minimumGroupSize,
    scales: adjusted,
    issues: changeIssues(input),
    references: REFERENCES,
  };
}

type CheckedOptions = Required<Omit<ChangeReportOptions, 'equivalence'>> & { readonly equivalence: number | undefined };

function scaleChange(
  { first, second, links }: ChangeReportInput,
  scale: ChangeScale,
  place: number,
  options: CheckedOptions,
): ChangeReportScale {
  const { minimumGroupSize } = options;
  const people = changePeople(first, second, links ?? [], place);
  const isSmall = (size: number): boolean => groupDisclosure(size, minimumGroupSize) === 'suppressed';
  const isShown = (size: number): boolean => groupDisclosure(size, minimumGroupSize) === 'shown';
  const once = [people.onlyBefore.length, people.onlyAfter.length];
  const wavesShown = isShown(people.allBefore.length) && isShown(people.allAfter.length);
  const isLinked = links !== undefined && people.linked.rows.length > 0;
  // beside those linked, the figures of all would give away a few who were there only once, and the other way round
  const givesAway = once.some(isSmall);
  const prefersAll = options.basis === 'everybody';
  const showsLinked = isLinked && wavesShown && isShown(people.linked.rows.length) && !(prefersAll && givesAway);
  const showsAll = wavesShown && !(showsLinked && givesAway);
  const showsOnce = showsLinked && showsAll && once.every(isShown);
  const basis = showsLinked && !prefersAll ? 'linked' : 'everybody';
  const hasTeams = first.teams !== undefined && second.teams !== undefined && wavesShown;
  const teams = hasTeams
    ? changeTeams(first, second, scale, place, basis === 'linked' ? people.linked : null, options)
    : null;
  return {
    id: scale.id,
    name: scale.name,
    possible: scale.possible,
    linked: showsLinked ? linkedChange(people, scale, options) : null,
    unlinked: showsOnce ? unlinkedChange(people.onlyBefore, people.onlyAfter, options) : null,
    everybody: showsAll ? everybodyOf(people, isLinked, options) : null,
    teams: teams === null ? null : { basis, rows: teams.rows },
    issues: scaleIssues({
      people,
      scale,
      isLinked,
      showsLinked,
      showsAll,
      showsOnce,
      wavesShown,
      teams,
      basis,
      minimumGroupSize,
    }),
  };
}

function everybodyOf(people: ChangePeople, isLinked: boolean, options: CheckedOptions): ChangeReportScale['everybody'] {
  if (isLinked) return everybodyChange(people, options);
  const { g: _, ...figures } = unlinkedChange(people.allBefore, people.allAfter, options);
  return { linked: null, ...figures };
}

/** Adjusts design by design: each is one family of tests over the scales. */
function withAdjustedP(scales: readonly ChangeReportScale[], adjustment: Adjustment): ChangeReportScale[] {
  const adjustedOf = (design: 'linked' | 'unlinked' | 'everybody') =>
    adjustedP(
      scales.map((scale) => scale[design]?.difference.p ?? NaN),
      adjustment,
    );
  const [linked, unlinked, everybody] = [adjustedOf('linked'), adjustedOf('unlinked'), adjustedOf('everybody')];
  const adjust = <T extends { readonly difference: ChangeDifference }>(figures: T | null, p: number): T | null =>
    figures === null ? null : { ...figures, difference: { ...figures.difference, adjustedP: orNull(p) } };
  return scales.map((scale, place) => ({
    ...scale,
    linked: adjust(scale.linked, linked[place]!),
    unlinked: adjust(scale.unlinked, unlinked[place]!),
    everybody: adjust(scale.everybody, everybody[place]!),
  }));
}

function checkWave({ rows, scores, teams }: ChangeWave, scales: number): void {
  if (scores.length !== scales)
    throw new RangeError(`Unexpected number of scores: ${scores.length}, of ${scales} scales.`);
  for (const { length } of teams === undefined ? scores : [...scores, teams]) {
    if (length !== rows) throw new RangeError(`Unexpected column length: ${length}, expected ${rows}.`);
  }
}

const REFERENCES = [
  'Lakens (2013), doi:10.3389/fpsyg.2013.00863',
  'Algina & Keselman (2003), doi:10.1177/0013164403256358',
  'Derrick, Russ, Toher & White (2017), doi:10.22237/jmasm/1493597280',
  'Jacobson & Truax (1991), doi:10.1037/0022-006X.59.1.12',
];
