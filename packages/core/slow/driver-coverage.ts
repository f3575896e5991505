import {
  type BootstrapFigure,
  bootstrapFigures,
  dominance,
  type Moments,
  mediation,
  moderation,
  momentsOfColumns,
  type RobustType,
  regression,
  relativeWeights,
  robustRegression,
} from '../src/index.ts';
import { type CoverageTable, CoverageTally } from './coverage-table.ts';
import { seededNormal, seededSkewed } from './seeded-normal.ts';

const errors = ['normal', 'skewed', 'spread grows with the predictor'] as const;

/** Coefficients of people who are independent: outcome = 0.5 x + 0.3 z + 0.2 x z + error. */
function independentPeople(rounds: number): CoverageTable {
  const tally = new CoverageTally();
  for (const n of [20, 50, 200]) {
    for (const error of errors) {
      const { normal, random } = seededNormal(20261124);
      const column = `${n} people: ${error}`;
      for (let round = 0; round < rounds; round++) {
        const x = Array.from({ length: n }, () => seededSkewed(random));
        const z = x.map((value) => 0.3 * value + Math.sqrt(0.91) * normal());
        const outcome = x.map((value, row) => {
          const left = error === 'normal' ? normal() : seededSkewed(random);
          const size = error === 'spread grows with the predictor' ? 0.4 + 0.6 * (value + 1) : 1;
          return 0.5 * value + 0.3 * z[row]! + 0.2 * value * z[row]! + size * left;
        });
        const product = x.map((value, row) => value * z[row]!);
        const add = (row: string, lower: number, upper: number, truth: number) =>
          tally.add(column, row, [[{ lower, upper }, truth]]);
        const plain = regression(momentsOfColumns([outcome, x, z, product]), 0, [1, 2, 3]).coefficients[0]!;
        add('regression', plain.interval.lower, plain.interval.upper, 0.5);
        for (const type of ['HC0', 'HC2', 'HC3', 'HC4'] as const) {
          const { interval } = robustRegression(outcome, [x, z, product], { type }).coefficients[0]!;
          add(type, interval.lower, interval.upper, 0.5);
        }
        const { regression: moderated, simpleSlopes } = moderation({ outcome, predictor: x, moderator: z });
        const { lower, upper } = moderated.coefficients[2]!.interval;
        add('interaction', lower, upper, 0.2);
        const high = simpleSlopes[2]!;
        add('slope at +1 sd', high.interval.lower, high.interval.upper, 0.5 + 0.2 * high.at);
      }
    }
  }
  return tally.table('coefficients', 'people and errors');
}

/** Coefficients of people in teams of 3 to 12, a fifth of the variance between teams. */
function peopleInTeams(rounds: number): CoverageTable {
  const tally = new CoverageTally();
  for (const level of ['team', 'person'] as const) {
    for (const teams of [6, 12, 40]) {
      const { normal, random } = seededNormal(20261124);
      const column = `${teams} teams, predictor of the ${level}`;
      for (let round = 0; round < rounds; round++) {
        const [clusters, x, outcome]: [string[], number[], number[]] = [[], [], []];
        for (let team = 0; team < teams; team++) {
          const own = Math.sqrt(0.2) * normal();
          const ofTeam = normal();
          for (let size = 3 + Math.floor(10 * random()); size > 0; size--) {
            clusters.push(`${team}`);
            x.push(level === 'team' ? ofTeam : 0.5 * ofTeam + Math.sqrt(0.75) * normal());
            outcome.push(0.4 * x.at(-1)! + own + Math.sqrt(0.8) * normal());
          }
        }
        for (const type of ['CR2', 'CR1', 'CR0'] as const satisfies RobustType[]) {
          const { interval } = robustRegression(outcome, [x], { type, clusters }).coefficients[0]!;
          tally.add(column, type, [[interval, 0.4]]);
        }
        const plain = regression(momentsOfColumns([outcome, x]), 0, [1]).coefficients[0]!;
        tally.add(column, '(regression, teams ignored)', [[plain.interval, 0.4]]);
      }
    }
  }
  return tally.table('coefficients-in-teams', 'teams');
}

/** What is bootstrapped: outcome 0, predictors 1 to 3 (the third of no use), mediators 1 and 3 between 2 and the outcome. */
const names = [
  'R²',
  'share, strong',
  'share, weak',
  'share, none',
  'weak less chance',
  'none less chance',
  'weight, strong',
  'weight, weak',
  'weight, none',
  'indirect',
  'indirect, none',
];
const figuresOf = (moments: Moments): number[] => {
  const { general, rSquared } = dominance(moments, 0, [1, 2, 3]);
  // a column of chance beside the predictors: what its share is, is nothing
  const beside = dominance(moments, 0, [1, 2, 3, 4]).general;
  const { indirect } = mediation(moments, { outcome: 0, predictor: 2, mediators: [1, 3] });
  const weights = relativeWeights(moments, 0, [1, 2, 3]);
  return [rSquared, ...general, beside[1]! - beside[3]!, beside[2]! - beside[3]!, ...weights, ...indirect];
};

/** outcome = 0.5 a + 0.25 b + error; b goes 0.4 with a; c is alone. The figures are exact functions of these covariances. */
const [strong, weak, together] = [0.5, 0.25, 0.4];
const truth = (() => {
  const variance = strong ** 2 + weak ** 2 + 2 * strong * weak * together + 1;
  const [withA, withB] = [strong + weak * together, weak + strong * together];
  const comoments = Float64Array.of(variance, withA, 1, withB, together, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1).map(
    (value) => 1e6 * value,
  );
  return figuresOf({ n: 1e6, means: new Float64Array(5), comoments, missing: 'listwise' });
})();

const samples = [
  ['60 people, normal', 60, 0, false],
  ['200, normal', 200, 0, false],
  ['200, skewed', 200, 0, true],
  ['12 teams of 10', 120, 12, false],
  ['40 teams of 10', 400, 40, false],
] as const;

/** Intervals by bootstrap; of teams whole ones are drawn, and a fifth of every variable's variance is between them. */
function bootstrapped(rounds: number, draws: number): CoverageTable {
  const tally = new CoverageTally();
  for (const method of ['bca', 'percentile'] as const) {
    for (const [name, n, teams, skewed] of samples) {
      const { normal, random } = seededNormal(20261124);
      const draw = skewed ? () => seededSkewed(random) : normal;
      const variable = () => {
        const ofTeam = Array.from({ length: teams }, draw);
        return Array.from({ length: n }, (_, row) =>
          teams === 0 ? draw() : Math.sqrt(0.2) * ofTeam[row % teams]! + Math.sqrt(0.8) * draw(),
        );
      };
      for (let round = 0; round < rounds; round++) {
        const a = variable();
        const b = variable().map((own, row) => together * a[row]! + Math.sqrt(1 - together ** 2) * own);
        const c = variable();
        const outcome = variable().map((left, row) => strong * a[row]! + weak * b[row]! + left);
        const clusters = teams === 0 ? {} : { clusters: a.map((_, row) => String(row % teams)) };
        const chance = Array.from({ length: n }, normal);
        const found: BootstrapFigure[] = bootstrapFigures(figuresOf, [outcome, a, b, c, chance], {
          method,
          draws,
          seed: round,
          ...clusters,
        });
        found.forEach((figure, i) => tally.add(`${name}: ${method}`, names[i]!, [[figure, truth[i]!]]));
      }
    }
  }
  return tally.table('bootstrap', 'sample: method');
}

export function driverCoverage(rounds: number): CoverageTable[] {
  return [independentPeople(rounds), peopleInTeams(rounds), bootstrapped(Math.ceil(rounds / 5), 1000)];
}
