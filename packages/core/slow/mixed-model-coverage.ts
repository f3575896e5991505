import { type MixedModel, mixedModel, type PredictedEffects, type RandomGroup } from '../src/index.ts';
import { type CoverageTable, CoverageTally, type Limits } from './coverage-table.ts';
import { seededNormal, seededSkewed } from './seeded-normal.ts';

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const intervalsOf = ({ lower, upper }: PredictedEffects, truths: readonly number[]): [Limits, number][] =>
  truths.map((truth, member) => [{ lower: lower[member]!, upper: upper[member]! }, truth]);

/** Intervals that take the variances as known, for comparison. */
const givenVariances = (
  { means, meanStandardErrors }: PredictedEffects,
  truths: readonly number[],
): [Limits, number][] =>
  truths.map((truth, member) => {
    const half = 1.959963984540054 * meanStandardErrors[member]!;
    return [{ lower: means[member]! - half, upper: means[member]! + half }, truth];
  });

const oneTime = [
  ['6 teams, ICC 0.05', 6, 0.05],
  ['6, 0.2', 6, 0.2],
  ['12, 0.05', 12, 0.05],
  ['12, 0.2', 12, 0.2],
  ['40, 0.05', 40, 0.05],
  ['40, 0.2', 40, 0.2],
] as const;

/** Teams of 3 to 12 persons, asked once. */
function teamsOnce(rounds: number): CoverageTable {
  const [mean, betweenTeams, within] = [3, 0.3, 0.2];
  const tally = new CoverageTally();
  for (const [column, teams, icc] of oneTime) {
    const { normal, random } = seededNormal(20261124);
    for (let round = 0; round < rounds; round++) {
      const [ids, setting, clarity, outcome]: [number[], number[], number[], number[]] = [[], [], [], []];
      const truth: number[] = [];
      for (let team = 0; team < teams; team++) {
        const own = Math.sqrt(icc) * normal();
        truth.push(own);
        for (let person = 3 + Math.floor(random() * 10); person > 0; person--) {
          const clear = normal();
          ids.push(team);
          setting.push(team % 2);
          clarity.push(clear);
          outcome.push(mean + betweenTeams * (team % 2) + within * clear + own + Math.sqrt(1 - icc) * normal());
        }
      }
      const fixed = [
        { name: 'setting', values: setting },
        { name: 'clarity', values: clarity },
      ];
      const data = { outcome, fixed, groups: [{ name: 'team', ids }] };
      const [satterthwaite, kenwardRoger, normalTheory] = (['satterthwaite', 'kenward-roger', 'infinite'] as const).map(
        (degreesOfFreedom) => mixedModel(data, { degreesOfFreedom }),
      ) as [MixedModel, MixedModel, MixedModel];
      tally.add('effect between teams, Satterthwaite', column, [[satterthwaite.fixed[1]!.interval, betweenTeams]]);
      tally.add('effect between teams, Kenward-Roger', column, [[kenwardRoger.fixed[1]!.interval, betweenTeams]]);
      tally.add('effect between teams, normal', column, [[normalTheory.fixed[1]!.interval, betweenTeams]]);
      tally.add('effect within teams, Satterthwaite', column, [[satterthwaite.fixed[2]!.interval, within]]);
      const centre = mean + betweenTeams * average(setting) + within * average(clarity);
      const truths = truth.map((own) => centre + own);
      tally.add('means of teams', column, intervalsOf(satterthwaite.predicted[0]!, truths));
      const alone = mixedModel({ ...data, outcome: withoutFixed(outcome, setting, clarity), fixed: [] });
      tally.add('means of teams, no fixed effect', column, intervalsOf(alone.predicted[0]!, truth));
      tally.add(
        '(means of teams, variances taken as known)',
        column,
        givenVariances(satterthwaite.predicted[0]!, truths),
      );
    }
  }
  return tally.table('teams-once', 'interval');

  function withoutFixed(outcome: readonly number[], setting: readonly number[], clarity: readonly number[]): number[] {
    return outcome.map((value, row) => value - mean - betweenTeams * setting[row]! - within * clarity[row]!);
  }
}

interface Waves {
  readonly name: string;
  readonly skewed?: boolean;
  /** share of persons who are in another team at a later wave */
  readonly moving?: number;
  /** standard deviation of the slopes of teams over waves */
  readonly slopes?: number;
  readonly correlated?: boolean;
}
const overTime: readonly Waves[] = [
  { name: 'nested' },
  { name: 'nested, skewed effects', skewed: true },
  { name: 'persons who move', moving: 0.2 },
  { name: 'slopes of teams', slopes: 0.3, correlated: true },
  { name: 'slopes of teams, uncorrelated', slopes: 0.3, correlated: false },
];

/** Persons in teams over three waves, a fifth of the answers missing, eight or thirty teams of six. */
function teamsOverTime(rounds: number): CoverageTable {
  const [mean, perWave, betweenTeams] = [3, -0.1, 0.3];
  const tally = new CoverageTally();
  for (const teams of [8, 30]) {
    for (const { name, skewed = false, moving = 0, slopes = 0, correlated = true } of overTime) {
      const { normal, random } = seededNormal(20261124);
      const draw = skewed ? () => seededSkewed(random) : normal;
      const column = `${teams} teams: ${name}`;
      for (let round = 0; round < rounds; round++) {
        const ofTeam = Array.from({ length: teams }, () => 0.4 * draw());
        const slopeOfTeam = Array.from({ length: teams }, () => slopes * draw());
        const [team, person, wave, setting, outcome]: [number[], number[], number[], number[], number[]] = [
          [],
          [],
          [],
          [],
          [],
        ];
        const ofPerson = Array.from({ length: 6 * teams }, () => 0.6 * draw());
        ofPerson.forEach((own, id) => {
          for (let at = 0; at < 3; at++) {
            const here = random() < moving ? Math.floor(random() * teams) : Math.floor(id / 6);
            if (random() < 0.2) continue;
            team.push(here);
            person.push(id);
            wave.push(at);
            setting.push(here % 2);
            const fixed = mean + perWave * at + betweenTeams * (here % 2);
            outcome.push(fixed + ofTeam[here]! + slopeOfTeam[here]! * at + own + 0.6 * draw());
          }
        });
        const waveColumn = { name: 'wave', values: wave };
        const teamGroup: RandomGroup = { name: 'team', ids: team };
        const groups: RandomGroup[] = [
          slopes > 0 ? { ...teamGroup, slope: { ...waveColumn, correlated } } : teamGroup,
          { name: 'person', ids: person },
        ];
        const data = { outcome, fixed: [waveColumn, { name: 'setting', values: setting }], groups };
        const satterthwaite = mixedModel(data);
        const kenwardRoger = mixedModel(data, { degreesOfFreedom: 'kenward-roger', predict: [] });
        const add = (row: string, intervals: [Limits, number][]) => tally.add(column, row, intervals);
        add('wave, Satterthwaite', [[satterthwaite.fixed[1]!.interval, perWave]]);
        add('wave, Kenward-Roger', [[kenwardRoger.fixed[1]!.interval, perWave]]);
        add('setting, Satterthwaite', [[satterthwaite.fixed[2]!.interval, betweenTeams]]);
        add('setting, Kenward-Roger', [[kenwardRoger.fixed[2]!.interval, betweenTeams]]);
        const centre = mean + perWave * average(wave) + betweenTeams * average(setting);
        const [teamsFound, personsFound] = satterthwaite.predicted;
        const truths = Array.from(teamsFound!.ids, (id) => centre + ofTeam[id]! + slopeOfTeam[id]! * average(wave));
        add('means of teams', intervalsOf(teamsFound!, truths));
        add(
          'means of persons',
          intervalsOf(
            personsFound!,
            Array.from(personsFound!.ids, (id) => centre + ofPerson[id]!),
          ),
        );
      }
    }
  }
  return tally.table('teams-over-time', 'model');
}

/** Intervals of mixed models. */
export function mixedModelCoverage(rounds: number): CoverageTable[] {
  return [teamsOnce(rounds), teamsOverTime(Math.ceil(rounds / 2))];
}
