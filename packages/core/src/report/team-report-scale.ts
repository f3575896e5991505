import {
  type AverageDeviation,
  aggregationVerdict,
  averageDeviation,
  awg,
  groupIntraclassCorrelations,
  groupIntraclassIntervals,
  type NullDistribution,
  nullVariance,
  oneWayMeanSquaresOf,
  randomGroupResampling,
  type WithinGroupAgreement,
  withinGroupAgreement,
} from '../agreement/index.ts';
import { suppressionSentence } from '../disclosure/index.ts';
import { sampleMedian } from '../distributions/index.ts';
import type { Instrument, Scale } from '../instrument/instrument.ts';
import { itemOf, responseScaleOf } from '../instrument/scale-key.ts';
import { categoryCountsOf } from '../items/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { completeKeyedColumns } from '../scoring/complete-keyed-columns.ts';
import { possibleRange } from '../scoring/possible-range.ts';
import { type Estimate, estimateOf } from './estimate.ts';
import { meanEstimate } from './mean-estimate.ts';
import { orNull } from './or-null.ts';
import { shrunkenMeans } from './shrunken-means.ts';
import { teamScaleIssues } from './team-report-issues.ts';
import type { TeamAgreementRow, TeamAgreementScale } from './team-report-types.ts';
import { byTeamName, shownTeams, type TeamCount } from './team-suppression.ts';

export interface TeamScaleOptions {
  readonly level: number;
  readonly minimumGroupSize: number;
  readonly nullDistribution: NullDistribution;
  readonly draws: number;
  readonly seed: number;
}

const sumOf = (scores: Float64Array): number => scores.reduce((sum, score) => sum + score, 0);

const teamCounts = (teams: ReadonlyMap<string, TeamFigures>): TeamCount[] =>
  [...teams].map(([team, { scores }]) => ({ team, occasion: 0, count: scores.length, sums: [sumOf(scores)] }));

/** People of no team are in the figures of all, and follow from them and those of the teams. */
function withoutTeam(scores: Float64Array, teamOfRow: readonly string[]): TeamCount[] {
  const own = scores.filter((score, row) => teamOfRow[row] === '' && !Number.isNaN(score));
  return own.length === 0 ? [] : [{ team: null, occasion: 0, count: own.length, sums: [sumOf(own)] }];
}

/** The response options of a scale's items, where all have the same ones, one apart. */
export interface ItemOptions {
  readonly count: number;
  readonly minimum: number;
  readonly maximum: number;
}

interface TeamFigures {
  readonly scores: Float64Array;
  readonly n: number;
  readonly within: WithinGroupAgreement | null;
  readonly deviation: AverageDeviation;
  readonly awg: number;
}

/** Agreement on one scale within and between teams. */
export function teamScale(
  instrument: Instrument,
  table: ResponseTable,
  scale: Scale,
  scores: Float64Array,
  teamOfRow: readonly string[],
  options: TeamScaleOptions,
): TeamAgreementScale {
  const { level, minimumGroupSize, nullDistribution, draws, seed } = options;
  const answers = itemOptionsOf(instrument, scale);
  const chance = chanceOf(answers, nullDistribution);
  const teams = figuresOfTeams(instrument, table, scale, scores, teamOfRow, answers, chance);
  const scored = [...teams].filter(([, figures]) => figures.scores.length > 0);
  const squares = oneWayMeanSquaresOf(scored.map(([, figures]) => momentsOfColumns([figures.scores])));
  const intraclass = groupIntraclassCorrelations(squares);
  const people = scored.flatMap(([team, figures]) => Array.from(figures.scores, (score) => [team, score] as const));
  const random = randomGroupResampling(
    people.map(([, score]) => score),
    people.map(([team]) => team),
    { draws, seed },
  );
  const several = [...teams.values()].filter(({ n }) => n >= 2);
  const medianOf = (figure: (team: TeamFigures) => number) =>
    orNull(sampleMedian(several.map(figure).filter((value) => !Number.isNaN(value))));
  const { verdict, reasons, sentence } = aggregationVerdict(
    several.map(({ within }) => within?.rwg ?? NaN),
    intraclass,
  );
  const shrunken = shrunkenMeans(
    scored.map(([team, figures]) => [team, figures.scores] as const),
    level,
  );
  const possible = possibleRange(instrument, scale.id);
  const shown = shownTeams([...teamCounts(teams), ...withoutTeam(scores, teamOfRow)], {
    occasions: 1,
    scores: [possible],
    minimumGroupSize,
  });
  const reason = suppressionSentence({ code: 'too-small', minimum: minimumGroupSize });
  const rows = [...teams.keys()].sort(byTeamName).map((team): TeamAgreementRow => {
    const figures = teams.get(team)!;
    // those who answered every item can be fewer than those with a score
    if (!shown.has(team) || figures.n < minimumGroupSize) return { team, status: 'suppressed', reason };
    return { team, status: 'shown', ...teamRow(figures, level), shrunkenMean: shrunken?.get(team) ?? null };
  });
  const between = `one-way analysis of variance, ${scored.length} teams`;
  const { icc1, icc2, exact } = groupIntraclassIntervals(squares, level);
  const method = exact ? 'f-distribution' : 'f-approximate';
  const found: Omit<TeamAgreementScale, 'issues'> = {
    id: scale.id,
    name: scale.name,
    items: scale.items.length,
    possible,
    n: people.length,
    teams: scored.length,
    teamSize: { mean: orNull(squares.meanSize), weighted: orNull(squares.weightedSize) },
    icc1: estimateOf(intraclass.icc1, people.length, `${between}, weighted team size`, { ...icc1, method }),
    icc1OfMeanSize: estimateOf(intraclass.icc1OfMeanSize, people.length, `${between}, mean team size`),
    icc2: estimateOf(intraclass.icc2, people.length, between, { ...icc2, method }),
    test: {
      f: orNull(intraclass.f),
      df1: orNull(intraclass.df1),
      df2: orNull(intraclass.df2),
      p: orNull(intraclass.p),
    },
    randomGroups: {
      observed: orNull(random.observed),
      expected: orNull(random.expected),
      z: orNull(random.z),
      p: orNull(random.p),
      teams: random.groups,
      draws,
      seed,
    },
    medians: {
      teams: several.length,
      rwg: medianOf(({ within }) => within?.rwg ?? NaN),
      rwgStar: medianOf(({ within }) => within?.rwgStar ?? NaN),
      averageDeviation: medianOf(({ deviation }) => deviation.aboutMean),
      awg: medianOf((team) => team.awg),
    },
    averageDeviationCut: answers === null ? null : answers.count / 6,
    verdict,
    reasons: reasons.map(({ condition, holds, value, cut }) => ({ condition, holds, value: orNull(value), cut })),
    sentence,
    rows,
  };
  return { ...found, issues: teamScaleIssues(found, chance === null, shrunken === null) };
}

function itemOptionsOf(instrument: Instrument, { items }: Scale): ItemOptions | null {
  const codes = items.map((item) => responseScaleOf(instrument, itemOf(instrument, item).responseScale).codes);
  const [first] = codes;
  if (first === undefined || codes.some((own) => own.join() !== first.join())) return null;
  const [minimum, maximum] = [Math.min(...first), Math.max(...first)];
  return maximum - minimum + 1 === first.length && first.length > 1 ? { count: first.length, minimum, maximum } : null;
}

/** The variance of answers by chance; null where it is not known for these options. */
function chanceOf(answers: ItemOptions | null, distribution: NullDistribution): number | null {
  if (answers === null) return null;
  const isPublished = distribution === 'uniform' || distribution === 'triangular' || answers.count === 5;
  return isPublished ? nullVariance(answers.count, distribution) : null;
}

function figuresOfTeams(
  instrument: Instrument,
  table: ResponseTable,
  scale: Scale,
  scores: Float64Array,
  teamOfRow: readonly string[],
  answers: ItemOptions | null,
  chance: number | null,
): ReadonlyMap<string, TeamFigures> {
  const complete = completeKeyedColumns(instrument, table, scale.id);
  const scored = new Map<string, number[]>();
  const placesOf = new Map<string, number[]>();
  const listOf = (lists: Map<string, number[]>, team: string): number[] => {
    const known = lists.get(team);
    if (known !== undefined) return known;
    lists.set(team, []);
    return lists.get(team)!;
  };
  teamOfRow.forEach((team, row) => {
    if (team === '') return;
    const list = listOf(scored, team);
    if (!Number.isNaN(scores[row]!)) list.push(scores[row]!);
  });
  complete.rows.forEach((row, place) => {
    if (teamOfRow[row] !== '') listOf(placesOf, teamOfRow[row]!).push(place);
  });
  return new Map(
    [...scored].map(([team, own]) => {
      const places = placesOf.get(team) ?? [];
      const columns = complete.columns.map((column) => Float64Array.from(places, (place) => column[place]!));
      const moments = momentsOfColumns(columns);
      return [
        team,
        {
          scores: Float64Array.from(own),
          n: places.length,
          within: chance === null ? null : withinGroupAgreement(moments, chance),
          deviation: averageDeviation(columns.map((column) => categoryCountsOf(column))),
          awg: answers === null ? NaN : awg(moments, answers.minimum, answers.maximum),
        },
      ];
    }),
  );
}

function teamRow({ scores, n, within, deviation, awg: agreement }: TeamFigures, level: number) {
  const plain = (value: number, method: string): Estimate => estimateOf(value, n, method);
  return {
    ...meanEstimate(scores, level),
    n,
    rwg: plain(within?.rwg ?? NaN, 'within-group agreement'),
    rwgStar: plain(within?.rwgStar ?? NaN, 'within-group agreement, not growing with the items'),
    averageDeviation: plain(deviation.aboutMean, 'average deviation about the mean'),
    awg: plain(agreement, 'agreement over the largest disagreement at this mean'),
    beyondChance: within?.beyondChance ?? false,
  };
}
