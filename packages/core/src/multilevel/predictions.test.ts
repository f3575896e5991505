import { expectRelative, loadFixture } from '@peerscale/test-utils';
import { describe, expect, test } from 'vitest';
import { studentTQuantile } from '../distributions/index.ts';
import { seededRandom } from '../random/index.ts';
import { likelihoodRatioTest, type MixedModel, mixedModel, type RandomGroup } from './index.ts';

interface Errors {
  name: string;
  ids: number[];
  means: number[];
  standardErrors: number[];
  predictionErrors: number[];
}
interface Fit {
  deviance: number;
  aic: number;
  fixed: number[];
  standardErrors: number[];
  df: number[];
  components: { group: string; first?: string | null; second?: string | null; variance: number }[];
  singular: boolean;
  errors: Errors[];
  kenwardRoger?: { standardErrors: number[]; df: number[] };
}
type Column = 'wave' | 'team' | 'person' | 'setting' | 'burnout';
interface Set extends Record<Column, number[]> {
  name: string;
  REML: Fit;
  ML: Fit;
}
const fixture = loadFixture<{ rVersion: string; sets: Set[] }>(
  '../../fixtures/multilevel/predictions.json',
  import.meta.url,
);

const model = (place: number) => {
  const set = fixture.sets[place]!;
  const wave = { name: 'wave', values: set.wave };
  const setting = { name: 'setting', values: set.setting };
  const person: RandomGroup = { name: 'person', ids: set.person };
  const team: RandomGroup = { name: 'team', ids: set.team };
  const alone = { ...wave, correlated: false };
  const designs: [RandomGroup[], (typeof wave)[]][] = [
    [
      [team, person],
      [wave, setting],
    ],
    [[team, person], [wave]],
    [[team], [setting]],
    [
      [{ ...team, slope: wave }, person],
      [wave, setting],
    ],
    [
      [{ ...team, slope: alone }, person],
      [wave, setting],
    ],
    [[{ ...team, slope: alone }], [wave]],
  ];
  const [groups, fixed] = designs[place]!;
  return { outcome: set.burnout, fixed, groups };
};
const close = (own: ArrayLike<number>, expected: ArrayLike<number>, relative: number, absolute = 0) => {
  expect(own).toHaveLength(expected.length);
  for (let i = 0; i < expected.length; i++) expectRelative(own[i]!, expected[i]!, relative, absolute);
};

// both optimisers stop within about 1e-7 of theta; a variance of 0 shows as up to 1e-8 there
describe.each(fixture.sets.map(({ name }, place) => ({ name, place })))(
  `agrees with ${fixture.rVersion}: $name`,
  ({ place }) => {
    test.each(['REML', 'ML'] as const)('%s: lme4, and prediction errors written out', (method) => {
      const expected = fixture.sets[place]![method];
      const own = mixedModel(model(place), { method });
      expectRelative(own.deviance, expected.deviance, 0, 1e-6);
      expectRelative(own.aic, expected.aic, 0, 1e-6);
      expect(own.singular).toBe(expected.singular);
      const of = (key: 'value' | 'standardError' | 'df') => own.fixed.map((effect) => effect[key]);
      close(of('value'), expected.fixed, 1e-5, 1e-6);
      close(of('standardError'), expected.standardErrors, 1e-5);
      close(of('df'), expected.df, 1e-3);
      close(
        componentsOf(own, expected),
        expected.components.map(({ variance }) => variance),
        1e-5,
        1e-6,
      );
      for (const { name, ids, means, standardErrors, predictionErrors } of expected.errors) {
        const predicted = own.predicted.find((one) => one.name === name)!;
        expect(Array.from(predicted.ids)).toEqual(ids);
        close(predicted.means, means, 1e-5);
        close(predicted.meanStandardErrors, standardErrors, 1e-5);
        close(predicted.predictionErrors, predictionErrors, 1e-4);
        const half = studentTQuantile(0.975, own.n - own.fixed.length) * predicted.predictionErrors[1]!;
        expectRelative(predicted.upper[1]! - predicted.means[1]!, half, 1e-12);
        expectRelative(predicted.means[1]! - predicted.lower[1]!, half, 1e-12);
      }
    });

    test('Kenward-Roger: pbkrtest', () => {
      const own = mixedModel(model(place), { degreesOfFreedom: 'kenward-roger', predict: [] });
      const { standardErrors, df } = fixture.sets[place]!.REML.kenwardRoger!;
      close(
        own.fixed.map(({ standardError }) => standardError),
        standardErrors,
        1e-5,
      );
      close(
        own.fixed.map((effect) => effect.df),
        df,
        1e-4,
      );
    });
  },
);

/** Variances and covariances of a model, in the order of lme4's. */
const componentsOf = ({ groups, residual }: MixedModel, { components }: Fit): number[] =>
  components.map(({ group, first, second }) => {
    if (group === 'Residual') return residual.variance;
    const { variance, slope } = groups.find(({ name }) => name === group)!;
    if (second !== null && second !== undefined) return slope!.covariance;
    return first === '(Intercept)' ? variance : slope!.variance;
  });

describe('slopes without correlation', () => {
  const design = model(4);
  const own = mixedModel(design, { method: 'ML' });

  test('one parameter less, and no covariance', () => {
    const correlated = mixedModel(model(3), { method: 'ML' });
    expect(own.parameters).toBe(correlated.parameters - 1);
    expect(own.groups[0]!.slope).toMatchObject({ covariance: 0 });
    expect(likelihoodRatioTest(own, correlated)).toMatchObject({ df: 1, boundaryP: NaN });
    const none = mixedModel({ ...design, groups: [{ name: 'team', ids: design.groups[0]!.ids }, design.groups[1]!] });
    const { df, p, boundaryP } = likelihoodRatioTest(none, mixedModel(design));
    expect(df).toBe(1);
    expectRelative(boundaryP, p / 2, 1e-12);
  });

  test('the unit of the column does not matter, the place of its 0 does', () => {
    const fit = (change: (value: number) => number, correlated: boolean) => {
      const wave = { name: 'wave', values: Array.from(design.fixed[0]!.values, change) };
      const groups = [{ ...design.groups[0]!, slope: { ...wave, correlated } }, design.groups[1]!];
      return mixedModel({ ...design, fixed: [wave, design.fixed[1]!], groups }, { method: 'ML' });
    };
    const inDays = fit((value) => 365 * value, false);
    expectRelative(inDays.deviance, own.deviance, 1e-9);
    expectRelative(inDays.groups[0]!.slope!.sd * 365, own.groups[0]!.slope!.sd, 1e-5);
    close(inDays.predicted[0]!.means, own.predicted[0]!.means, 1e-6);
    close(inDays.predicted[0]!.predictionErrors, own.predicted[0]!.predictionErrors, 1e-5);
    expect(Math.abs(fit((value) => value + 10, false).deviance - own.deviance)).toBeGreaterThan(0.5);
    expectRelative(fit((value) => value + 10, true).deviance, fit((value) => value, true).deviance, 1e-9);
  });

  test('over a column that does not vary there is no figure', () => {
    const slope = { name: 'one', values: design.outcome.map(() => 7), correlated: false };
    const groups = [{ name: 'team', ids: design.groups[0]!.ids, slope }];
    expect(mixedModel({ ...design, fixed: [], groups }).issues).toEqual(['not-identified']);
  });
});

describe('intervals of team means', () => {
  const error = ({ predicted }: MixedModel) => predicted[0]!;

  test('the error is that of the variances known and of their being estimated; with many teams the second vanishes', () => {
    const added = [6, 60, 600].map((teams) => {
      const random = seededRandom(teams);
      const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      const ids = Array.from({ length: 6 * teams }, (_, row) => row % teams);
      const own = Array.from({ length: teams }, normal);
      const outcome = ids.map((team) => own[team]! + 2 * normal());
      const { meanStandardErrors, predictionErrors } = error(
        mixedModel({ outcome, fixed: [], groups: [{ name: 'team', ids }] }),
      );
      return (predictionErrors[0]! / meanStandardErrors[0]!) ** 2 - 1;
    });
    expect(added[0]).toBeGreaterThan(0.1);
    expect(added[1]).toBeLessThan(added[0]! / 4);
    expect(added[2]).toBeLessThan(added[1]! / 4);
    expect(added[2]).toBeGreaterThan(0);
  });

  // 400 studies of 8 teams: 3,200 means, 95 % within four standard errors of a share, those of one study being alike
  test('hold the true means, with few teams as well', () => {
    let [held, heldGivenVariances, all] = [0, 0, 0];
    const random = seededRandom(20261124);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    for (let study = 0; study < 400; study++) {
      const sizes = Array.from({ length: 8 }, () => 4 + Math.floor(8 * random()));
      const ids = sizes.flatMap((size, team) => new Array<number>(size).fill(team));
      const truth = sizes.map(() => 0.5 * normal());
      const outcome = ids.map((team) => truth[team]! + normal());
      const { means, lower, upper, meanStandardErrors } = error(
        mixedModel({ outcome, fixed: [], groups: [{ name: 'team', ids }] }, { degreesOfFreedom: 'infinite' }),
      );
      truth.forEach((mean, team) => {
        all++;
        if (lower[team]! <= mean && mean <= upper[team]!) held++;
        if (Math.abs(means[team]! - mean) <= 1.96 * meanStandardErrors[team]!) heldGivenVariances++;
      });
    }
    expect(held / all).toBeGreaterThan(0.94);
    expect(held / all).toBeLessThan(0.985);
    expect(heldGivenVariances / all).toBeLessThan(0.92); // why the variances are not taken as known
  });
});
