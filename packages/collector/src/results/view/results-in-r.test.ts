import { readFileSync } from 'node:fs';
import type { ChangeReport, DriversReport } from '@peerscale/core';
import { expect, test } from 'vitest';
import { testServer } from '../../access/test/test-server.ts';
import type {
  ItemResults,
  MeanFigure,
  ScaleResults,
  Shown,
  StudyResults,
  TeamReport,
  WaveDifference,
} from '../results-types.ts';
import { catalogue, madeUpStudy, planOf } from '../test/made-up-study.ts';

interface Ends {
  readonly lower: number;
  readonly upper: number;
}
interface FigureInR extends Ends {
  readonly n: number;
  readonly mean: number;
  readonly exactSd: number;
  /** as it is shown: to a fortieth of the range */
  readonly sd: number;
}
interface ChangeInR extends Ends {
  readonly difference: number;
  readonly effect: number;
}
interface ScaleInR {
  readonly instrument: string;
  readonly id: string;
  readonly figures: Readonly<Record<string, FigureInR>>;
  readonly changes?: Readonly<Record<string, ChangeInR>>;
  readonly scores: Readonly<Record<string, number>>;
  readonly alpha: Ends & { readonly value: number };
  readonly icc1: number;
  readonly icc2: number;
  readonly rwg: number;
  readonly p: number;
  readonly shrunken: Readonly<Record<string, number>>;
  readonly thirds: Readonly<Record<string, readonly number[]>>;
  readonly rest: Readonly<Record<string, number>>;
}
interface DriverInR extends Ends {
  readonly scale: string;
  readonly value: number;
  readonly standardError: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly standardized: number;
  readonly r: number;
  readonly varianceInflation: number;
  readonly share: number;
}

/** Written by results.R, which says what each figure is. */
const inR = JSON.parse(readFileSync(new URL('../../../fixtures/results/results.json', import.meta.url), 'utf8')) as {
  readonly teams: readonly { readonly id: string; readonly setting: string; staff: number; managers: number }[];
  readonly parts: readonly {
    readonly instrument: string;
    readonly scales: readonly string[];
    readonly items: readonly string[];
  }[];
  readonly waves: readonly {
    readonly answers: readonly (readonly string[])[];
    readonly scales: readonly ScaleInR[];
    readonly items: Readonly<Record<string, { mean: number; managers: number; codes: readonly number[] }>>;
  }[];
  /** from the second wave to the third, by `instrument/scale` */
  readonly linked: readonly (Ends & {
    readonly id: string;
    readonly n: number;
    readonly difference: number;
    readonly exactError: number;
    /** as it is shown */
    readonly error: number;
    readonly df: number;
    readonly p: number;
    readonly r: number;
    readonly dav: number;
    readonly gav: number;
  })[];
  readonly drivers: Readonly<
    Record<
      'all' | 'staff',
      { readonly n: number; readonly rSquared: number; readonly adjusted: number; predictors: readonly DriverInR[] }
    >
  >;
};
const PEOPLE = inR.teams.reduce((sum, { staff, managers }) => sum + staff + managers, 0);

/** Half of the last digit of a figure that leaves rounded to this step, and what rounding of the comparison adds. */
const halfOf = (step: number) => step / 2 + 1e-9;
const expectWithin = (found: number | null | undefined, expected: number, apart: number, of: unknown) => {
  if (typeof found === 'number' && Math.abs(found - expected) <= apart) return;
  throw new Error(`${JSON.stringify(of)}: ${found} is not ${expected} to ${apart}`);
};
const told = <T>(shown: Shown<T> | undefined): T => {
  if (shown?.status !== 'shown') throw new Error(`not shown: ${JSON.stringify(shown)}`);
  return shown.value;
};

/** Addresses of what R was asked about: everybody, the groups, the settings, the teams. */
const QUERIES: Readonly<Record<string, string>> = {
  all: '',
  staff: '&group=staff',
  managers: '&group=managers',
  inpatient: '&setting=inpatient',
  community: '&setting=community',
  ...Object.fromEntries(inR.teams.map(({ id }) => [id, `&team=${id}`])),
};

type Get = <T>(path: string) => Promise<T>;

/** A server with the answers that R was given, and its owner's eyes. */
async function house(): Promise<Get> {
  const server = await testServer(':memory:', { catalogue });
  const organisation = await server.addOrganisation('House');
  const plan = (id: string) =>
    planOf(id, ...inR.parts.map(({ instrument, scales }) => [instrument, ...scales] as const));
  // R has a team's staff first, then its managers
  const firstOf = new Map<string, number>();
  let people = 0;
  for (const { id, staff, managers } of inR.teams) {
    firstOf.set(`${id}/staff`, people).set(`${id}/managers`, people + staff);
    people += staff + managers;
  }
  const study = await madeUpStudy(server.access.store, {
    organisation,
    teams: inR.teams.map(({ id, setting, staff, managers }) => ({ id, setting, people: { staff, managers } })),
    groups: ['staff', 'managers'].map((id) => ({ id, plan: plan(`${id}-plan`) })),
    waves: inR.waves.length,
    linkage: 'code',
    given({ wave, team, group, person, instrument }) {
      const part = inR.parts.findIndex((one) => one.instrument === instrument);
      const codes = inR.waves[wave]!.answers[part]![firstOf.get(`${team}/${group}`)! + person]!;
      return Object.fromEntries(inR.parts[part]!.items.map((item, place) => [item, Number(codes[place])]));
    },
  });
  const { email } = await server.addAccount(organisation, 'owner');
  const owner = server.browser();
  await owner.signIn(email);
  return async <T>(path: string) => {
    server.pass(1000);
    const response = await owner.send('GET', `/studies/${study.id}${path}`);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
}

/** Each scale of a wave with what R says of it. */
function withR({ instruments }: StudyResults, wave: number): readonly (readonly [ScaleResults, ScaleInR])[] {
  const found = new Map(
    instruments.flatMap(({ instrument, scales }) => scales.map((scale) => [`${instrument.id}/${scale.id}`, scale])),
  );
  const expected = inR.waves[wave - 1]!.scales;
  expect([...found.keys()].sort()).toEqual(expected.map(({ instrument, id }) => `${instrument}/${id}`).sort());
  return expected.map((one) => [found.get(`${one.instrument}/${one.id}`)!, one]);
}

function expectFigure(shown: Shown<MeanFigure> | undefined, expected: FigureInR): void {
  const { n, mean, sd, interval } = told(shown);
  expect(n).toBe(expected.n);
  expect(mean).toBeCloseTo(expected.mean, 10);
  expect(sd).toBeCloseTo(expected.sd, 10);
  expectWithin(sd, expected.exactSd, halfOf(0.1), expected);
  expect(interval!.level).toBe(0.95);
  expect(interval!.lower).toBeCloseTo(expected.lower, 10);
  expect(interval!.upper).toBeCloseTo(expected.upper, 10);
}

function expectChange(found: WaveDifference | null, from: number, expected: ChangeInR): void {
  expect(found!.from).toBe(from);
  expect(found!.difference).toBeCloseTo(expected.difference, 10);
  expect(found!.interval!.level).toBe(0.95);
  expect(found!.interval!.lower).toBeCloseTo(expected.lower, 10);
  expect(found!.interval!.upper).toBeCloseTo(expected.upper, 10);
  expect(found!.effect).toBeCloseTo(expected.effect, 10);
  const size = ['negligible', 'small', 'medium', 'large'].at(
    [0.2, 0.5, 0.8].filter((cut) => Math.abs(expected.effect) >= cut).length,
  );
  expect(found!.size).toBe(size);
}

test("means with their intervals are R's: t.test on a sample with the mean and the rounded standard deviation", async () => {
  const get = await house();
  for (const wave of [1, 2, 3]) {
    const results = await get<StudyResults>(`/results?wave=${wave}`);
    expect(results.instruments.map(({ responses }) => told(responses))).toEqual(inR.parts.map(() => PEOPLE));
    for (const [scale, { figures }] of withR(results, wave)) {
      const { all, ...others } = figures;
      expectFigure(scale.figure, all!);
      const shown = new Map([...scale.groups, ...scale.settings, ...scale.teams].map(({ id, figure }) => [id, figure]));
      expect([...shown.keys()].sort()).toEqual(Object.keys(others).sort());
      for (const [id, figure] of Object.entries(others)) expectFigure(shown.get(id), figure);
    }
  }
});

test("a change from the wave before is R's: Welch's interval by t.test, and Hedges' g by effectsize::hedges_g", async () => {
  const get = await house();
  const sizes = new Set<string | null>();
  for (const wave of [1, 2, 3]) {
    for (const [at, query] of Object.entries(QUERIES)) {
      for (const [{ figure, change, waves }, { figures, changes }] of withR(
        await get<StudyResults>(`/results?wave=${wave}${query}`),
        wave,
      )) {
        expectFigure(figure, figures[at]!);
        expect(waves.map((one) => one.wave)).toEqual([1, 2, 3]);
        if (wave === 1) expect(change).toBeNull();
        else expectChange(change, wave - 1, changes![at]!);
        sizes.add(change?.size ?? null);
      }
    }
  }
  // every word is among them
  expect([...sizes].sort()).toEqual(['large', 'medium', 'negligible', 'small', null].sort());
});

test("a team's report has the same figures, beside everybody's and those of the wave before", async () => {
  const get = await house();
  for (const team of inR.teams.map(({ id }) => id)) {
    const report = await get<TeamReport>(`/teams/${team}/report?wave=3`);
    expect(report.scales).toHaveLength(inR.waves[2]!.scales.length);
    for (const scale of report.scales) {
      const is = ({ instrument, id }: ScaleInR) => instrument === scale.instrument && id === scale.id;
      const { figures, changes } = inR.waves[2]!.scales.find(is)!;
      expectFigure(scale.team, figures[team]!);
      expectFigure(scale.whole, figures.all!);
      expectFigure(scale.before!, inR.waves[1]!.scales.find(is)!.figures[team]!);
      expectChange(scale.change, 2, changes![team]!);
    }
  }
});

test("reliability is that of psych::alpha, with Feldt's interval by alpha.ci", async () => {
  const get = await house();
  for (const wave of [1, 2, 3]) {
    for (const [{ reliability }, { alpha, id }] of withR(await get<StudyResults>(`/results?wave=${wave}`), wave)) {
      expect(reliability.n).toBe(PEOPLE);
      expectWithin(reliability.alpha, alpha.value, halfOf(0.001), id);
      expect(reliability.interval!.level).toBe(0.95);
      expectWithin(reliability.interval!.lower, alpha.lower, halfOf(0.001), id);
      expectWithin(reliability.interval!.upper, alpha.upper, halfOf(0.001), id);
      const words = alpha.lower > 0.7 ? 'enough-for-groups' : alpha.upper < 0.7 ? 'too-low' : 'barely';
      expect(reliability.verdict).toBe(words);
    }
  }
});

test('agreement and means drawn together are those of multilevel (ICC2, rwg.j) and lme4 (lmer by REML)', async () => {
  const get = await house();
  for (const wave of [1, 2, 3]) {
    for (const [{ agreement, teams }, expected] of withR(await get<StudyResults>(`/results?wave=${wave}`), wave)) {
      const { id, icc1, icc2, rwg, p, shrunken, thirds } = expected;
      expect(agreement.teams).toBe(inR.teams.length);
      expectWithin(agreement.icc1, icc1, halfOf(0.001), id);
      expectWithin(agreement.icc2, icc2, halfOf(0.001), id);
      expectWithin(agreement.rwg, rwg, halfOf(0.001), id);
      // members agree, teams differ, and means of teams are reliable
      const [agree, differ, reliable] = [rwg >= 0.7, p < 0.05, icc2 >= 0.7];
      const verdict = !agree ? 'none' : !differ ? 'weak' : reliable ? 'strong' : 'moderate';
      expect(agreement.verdict).toBe(verdict);
      for (const team of teams) {
        // both stop where their optimisers do
        expectWithin(team.shrunken, shrunken[team.id]!, 0.000_501 + 1e-5, [id, team.id]);
        expect(Math.abs(team.shrunken! - told(team.figure).mean)).toBeGreaterThan(0);
        if (team.thirds.status === 'shown') expect(team.thirds.value).toEqual(thirds[team.id]);
      }
    }
  }
});

test('distributions and items count whom R counts', async () => {
  const get = await house();
  for (const wave of [1, 2, 3]) {
    const all = withR(await get<StudyResults>(`/results?wave=${wave}`), wave);
    for (const [{ distribution }, { scores }] of all) {
      const bins = told(distribution);
      for (const [place, { lower, upper, count }] of bins.entries()) {
        const isIn = (score: number) => score >= lower && (score < upper || place === bins.length - 1);
        const inside = Object.entries(scores).filter(([score]) => isIn(Number(score)));
        expect(count).toBe(inside.reduce((sum, [, people]) => sum + people, 0));
      }
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(PEOPLE);
    }
    for (const { instrument, items } of inR.parts) {
      const path = `/results/items?instrument=${instrument}&wave=${wave}`;
      const found = (await get<ItemResults>(path)).items;
      const managers = (await get<ItemResults>(`${path}&group=managers`)).items;
      expect(found.map(({ id }) => id).sort()).toEqual([...items].sort());
      for (const [place, { id, n, mean, codes, rest }] of found.entries()) {
        const expected = inR.waves[wave - 1]!.items[id]!;
        expect(told(n)).toBe(PEOPLE);
        expect(mean).toBeCloseTo(expected.mean, 10);
        expect(managers[place]!.mean).toBeCloseTo(expected.managers, 10);
        for (const { lower, upper, count } of told(codes)) {
          expect(count).toBe(expected.codes.slice(lower - 1, upper).reduce((sum, people) => sum + people, 0));
        }
        // an item of several scales is told about in the first of them
        const [first] = all.filter(([, scale]) => scale.instrument === instrument && scale.rest[id] !== undefined);
        expectWithin(rest, first![1].rest[id]!, halfOf(0.01), id);
      }
    }
  }
});

test('drivers are those of lm, with errors by clubSandwich (CR2, Satterthwaite) and shares by general dominance', async () => {
  const get = await house();
  for (const [of, query] of [
    ['all', ''],
    ['staff', '&group=staff'],
  ] as const) {
    const expected = inR.drivers[of];
    const report = await get<DriversReport>(`/results/drivers?wave=3&outcome=work-burnout/burnout${query}`);
    expect([report.n, report.teams, report.standardErrors]).toEqual([expected.n, inR.teams.length, 'CR2']);
    expectWithin(report.rSquared.value, expected.rSquared, halfOf(0.001), of);
    expectWithin(report.adjustedRSquared, expected.adjusted, halfOf(0.001), of);
    expect(report.predictors.map(({ id }) => id.split('/')[1])).toEqual(expected.predictors.map(({ scale }) => scale));
    for (const [place, { coefficient, share, ...own }] of report.predictors.entries()) {
      const one = expected.predictors[place]!;
      for (const [found, value, step] of [
        [coefficient.value, one.value, 0.001],
        [coefficient.standardError, one.standardError, 0.001],
        [coefficient.t, one.t, 0.01],
        [coefficient.df, one.df, 0.1],
        [coefficient.p, one.p, 0.0001],
        [coefficient.interval!.lower, one.lower, 0.001],
        [coefficient.interval!.upper, one.upper, 0.001],
        [own.standardized, one.standardized, 0.001],
        [own.varianceInflation, one.varianceInflation, 0.01],
        [own.r, one.r, 0.01],
        [share.value, one.share, 0.001],
        [own.shareOfExplained, one.share / expected.rSquared, 0.001],
      ] as const) {
        expectWithin(found, value, halfOf(step), one);
      }
    }
  }
});

test("change of people who were found again is that of R's paired t.test, with dav and gav", async () => {
  const get = await house();
  const report = await get<ChangeReport>('/results/change?from=2&to=3');
  expect(report.linkedBy).toBe('code');
  expect(report.scales.map(({ id }) => id).sort()).toEqual(inR.linked.map(({ id }) => id).sort());
  for (const { id, linked, unlinked, everybody } of report.scales) {
    const expected = inR.linked.find((one) => one.id === id)!;
    const { difference, dav, gav, r, n, before, after } = linked!;
    expect(n).toBe(expected.n);
    expect(unlinked).toBeNull();
    expect(difference.value).toBeCloseTo(expected.difference, 10);
    expect(difference.standardError).toBeCloseTo(expected.error, 10);
    expectWithin(difference.standardError, expected.exactError, halfOf(0.1 / Math.sqrt(n)), id);
    expect(difference.df).toBe(expected.df);
    expect(difference.p).toBeCloseTo(expected.p, 10);
    expect(difference.interval!.level).toBe(0.95);
    expect(difference.interval!.lower).toBeCloseTo(expected.lower, 10);
    expect(difference.interval!.upper).toBeCloseTo(expected.upper, 10);
    expectWithin(r, expected.r, halfOf(0.01), id);
    expectWithin(dav.value, expected.dav, halfOf(0.01), id);
    expectWithin(gav.value, expected.gav, halfOf(0.01), id);
    // linked or not, they are the people of the results
    const figures = [2, 3].map(
      (wave) => inR.waves[wave - 1]!.scales.find((one) => `${one.instrument}/${one.id}` === id)!.figures.all!,
    );
    for (const [place, sample] of [before, after].entries()) {
      const { mean, sd, lower, upper } = figures[place]!;
      expect([sample.mean, sample.sd]).toEqual([expect.closeTo(mean, 10), expect.closeTo(sd, 10)]);
      expect([sample.interval!.lower, sample.interval!.upper]).toEqual([
        expect.closeTo(lower, 10),
        expect.closeTo(upper, 10),
      ]);
    }
    expect(everybody!.difference.value).toBeCloseTo(expected.difference, 10);
  }
});
