import {
  type DriversReport,
  type DriverVariable,
  driversReport,
  type Estimate,
  type Instrument,
} from '@peerscale/core';
import { fieldRefusal, Refusal } from '../../refusal.ts';
import { groupBy } from '../group-by.ts';
import { keepRelease, readRelease } from '../release/read-release.ts';
import { roundOrNull } from '../release/rounding.ts';
import { address } from '../release/wave-release.ts';
import type { FoldOptions } from '../tally/fold.ts';
import { tableOf } from '../view/study-results.ts';
import type { StartedWave } from '../view/study-waves.ts';
import { tooFew } from './change-between.ts';
import { areCompared, type ComparedPeople, comparableGroups, countCompared, nameOfGroups } from './compared-people.ts';
import { type PeopleOfWave, peopleOfWave, type ScoreColumn } from './people-of-wave.ts';

/** The shares in R squared take twice as long with each predictor more. */
const MOST_PREDICTORS = 8;
/** People for each predictor, below which a regression says nothing. */
const PEOPLE_A_PREDICTOR = 5;
/** In milliseconds: somebody waits, and who comes after waits for both. */
const MOST_WORK = 1000;
const MOST_DRAWS = 1000;
const FEWEST_DRAWS = 200;

export interface DriversInput {
  /** closed */
  readonly wave: StartedWave;
  /** `instrument/scale` */
  readonly outcome: string;
  /** a group of respondents, everybody by default */
  readonly group?: string | undefined;
  readonly minimum: number;
}

/**
 * What goes with an outcome in a wave: the other scales that everybody was asked who was asked it, those of other
 * instruments. Forms of one family count as one instrument. Means, standard deviations and the intercept stay here: they
 * are about other people than the results, those with all scales that they were asked, and few would follow from the
 * difference. All reports of a wave are about the same people (`areCompared`), of groups that tell of no other one
 * (`comparableGroups`): two shown ones never differ by few.
 *
 * @throws Refusal for a scale that was not asked, for too few people, for more work than the server has time for, and where
 *   somebody has taken answers back since the first report of the wave
 */
export async function driversOf(options: FoldOptions, input: DriversInput): Promise<DriversReport> {
  const { wave, outcome, group = null, minimum } = input;
  const [instrumentId = '', scaleId = ''] = outcome.split('/');
  const release = await readRelease(options, wave, minimum);
  const asked = release.instruments.find(
    ({ id, tables }) =>
      id === instrumentId && tables.some(({ scales }) => scales.some((scale) => scale.id === scaleId)),
  );
  if (asked === undefined) throw fieldRefusal(['outcome'], 'was not asked in this wave');
  const { table } = tableOf(release, asked, scaleId)!;
  if (group !== null && !table.groups.includes(group)) throw fieldRefusal(['group'], 'was not asked for the outcome');
  const shown = table.figures[address(null, table.groups.length > 1 ? group : null)];
  if (typeof shown !== 'object' || !('is' in shown)) throw tooFew();

  const people = await peopleOfWave(options, wave, minimum);
  const wanted = group === null ? table.groups : [group];
  const isCompared = areCompared(wave, options.catalogue, people);
  await checkCompared(options, wave, wanted, countCompared(people, isCompared), (then) =>
    comparableGroups(release, then, minimum).has(nameOfGroups(wanted)),
  );
  const isIn = people.groups.map((own, row) => wanted.includes(own) && isCompared[row]!);
  const of = people.columns.get(`${asked.id}@${asked.version}/${scaleId}`)!;
  const predictors = predictorsFor(people, of, isIn);
  if (predictors.length > MOST_PREDICTORS) {
    const many = `has ${predictors.length} scales beside it; at most ${MOST_PREDICTORS} are compared here`;
    throw fieldRefusal(['outcome'], many);
  }
  const variables = [variableOf(of, isIn), ...predictors];
  const complete = people.teams.filter((_, row) => variables.every(({ values }) => !Number.isNaN(values[row]!)));
  if (predictors.length === 0 || complete.length < Math.max(2 * minimum, PEOPLE_A_PREDICTOR * predictors.length))
    throw tooFew();
  const draws = drawsFor(complete, variables.length);
  if (draws < FEWEST_DRAWS) {
    throw fieldRefusal(['outcome'], 'is about more people than are compared here in good time');
  }
  const [first, ...rest] = variables;
  const report = driversReport(
    {
      instrument: { id: asked.id, version: asked.version },
      file: wave.name,
      // those whom the results are about: how many answered otherwise is told, or not, in its own place
      rows: shown.is[0],
      outcome: first!,
      predictors: rest,
      teams: people.teams,
    },
    { draws },
  );
  return { ...withoutMeans(report), nDropped: shown.is[0] - report.n };
}

/** @throws Refusal where the groups may not be compared, or not all of the people are there who were at the first report */
async function checkCompared(
  { store }: FoldOptions,
  wave: StartedWave,
  groups: readonly string[],
  now: ComparedPeople,
  areComparable: (people: ComparedPeople) => boolean,
): Promise<void> {
  const { released } = await keepRelease(store, `${wave.id}/compared-people`, wave, async () => now);
  const then = JSON.parse(released) as ComparedPeople;
  if (!areComparable(then)) throw tooFew();
  if (groups.some((group) => then[group] !== now[group])) {
    throw new Refusal('wave-state', { detail: 'Answers were taken back before this was worked out.' });
  }
}

/**
 * How many samples there is time for, as measured on one processor: standard errors by teams take the cube of their sizes,
 * a sample adds up all teams, and the intervals leave out each team once.
 *
 * @param teams the team of each person
 */
export function drawsFor(teams: readonly string[], variables: number): number {
  const sizes = Array.from(groupBy(teams, (team) => team).values(), ({ length }) => length);
  if (sizes.length < 2) return MOST_DRAWS;
  const fit = 7.5e-6 * sizes.reduce((sum, size) => sum + size ** 3, 0);
  const sample = 3e-5 * sizes.length * variables ** 2 + 4e-4 * 2 ** (variables - 1);
  return Math.min(MOST_DRAWS, Math.floor((MOST_WORK - fit) / sample) - sizes.length);
}

const variableOf = ({ instrument, scale, values }: ScoreColumn, isIn: readonly boolean[]): DriverVariable => ({
  id: `${instrument.id}/${scale.id}`,
  name: scale.name,
  values: values.map((value, row) => (isIn[row] ? value : NaN)),
});

/** Forms of one family for different respondents ask the same. */
const familyOf = ({ family, id }: Instrument): string => family ?? id;

function predictorsFor(
  { columns, groups }: PeopleOfWave,
  outcome: ScoreColumn,
  isIn: readonly boolean[],
): DriverVariable[] {
  const candidates = [...columns.values()].filter(
    ({ instrument }) => familyOf(instrument) !== familyOf(outcome.instrument),
  );
  // of a whole scale and its parts the parts: together they are the same
  const parts = candidates.filter(
    ({ instrument, scale }) =>
      !candidates.some(
        (other) =>
          other.instrument === instrument &&
          other.scale.items.length < scale.items.length &&
          other.scale.items.every((item) => scale.items.includes(item)),
      ),
  );
  const wanted = new Set(groups.filter((_, row) => isIn[row]));
  return [...groupBy(parts, ({ instrument, scale }) => `${familyOf(instrument)}/${scale.id}`)].flatMap(([id, own]) => {
    const values = new Float64Array(groups.length).fill(NaN);
    const answering = new Set<string>();
    for (const column of own) {
      column.values.forEach((value, row) => {
        if (!isIn[row] || Number.isNaN(value)) return;
        values[row] = value;
        answering.add(groups[row]!);
      });
    }
    return answering.size === wanted.size ? [{ id, name: own[0]!.scale.name, values }] : [];
  });
}

function withoutMeans(report: DriversReport): DriversReport {
  const none = { value: null, interval: null } as const;
  return {
    ...report,
    outcome: { ...report.outcome, mean: null, sd: null },
    rSquared: rounded(report.rSquared),
    adjustedRSquared: roundOrNull(report.adjustedRSquared, 0.001),
    intercept: { ...report.intercept, ...none, standardError: null, t: null, df: null, p: null },
    predictors: report.predictors.map((predictor) => ({
      ...predictor,
      mean: null,
      sd: null,
      coefficient: {
        ...rounded(predictor.coefficient),
        standardError: roundOrNull(predictor.coefficient.standardError, 0.001),
        t: roundOrNull(predictor.coefficient.t, 0.01),
        df: roundOrNull(predictor.coefficient.df, 0.1),
        p: roundOrNull(predictor.coefficient.p, 0.0001),
      },
      standardized: roundOrNull(predictor.standardized, 0.001),
      varianceInflation: roundOrNull(predictor.varianceInflation, 0.01),
      r: roundOrNull(predictor.r, 0.01),
      share: rounded(predictor.share),
      shareOfExplained: roundOrNull(predictor.shareOfExplained, 0.001),
    })),
  };
}

function rounded<T extends Estimate>(estimate: T): T {
  const { interval } = estimate;
  return {
    ...estimate,
    value: roundOrNull(estimate.value, 0.001),
    interval:
      interval === null
        ? null
        : { ...interval, lower: roundOrNull(interval.lower, 0.001), upper: roundOrNull(interval.upper, 0.001) },
  };
}
