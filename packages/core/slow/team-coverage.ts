import { groupIntraclassIntervals, momentsOf, oneWayMeanSquaresOf } from '../src/index.ts';
import { type CoverageTable, CoverageTally } from './coverage-table.ts';
import { seededNormal, seededSkewed } from './seeded-normal.ts';

const designs: readonly [name: string, teams: number, smallest: number, largest: number][] = [
  ['6 teams of 5', 6, 5, 5],
  ['6 of 3-20', 6, 3, 20],
  ['30 of 5', 30, 5, 5],
  ['30 of 3-20', 30, 3, 20],
  ['100 of 2-60', 100, 2, 60],
];

/** Intervals of ICC(1). Those of ICC(2), of a mean of n0 persons, are the same limits of F: they hold where these do. */
export function teamCoverage(rounds: number): CoverageTable[] {
  const tally = new CoverageTally();
  for (const [distribution, shares] of [
    ['normal', [0, 0.05, 0.2, 0.5]],
    ['skewed', [0.05, 0.2]],
  ] as const) {
    for (const share of shares) {
      for (const [name, teams, smallest, largest] of designs) {
        const { normal, random } = seededNormal(20261124);
        const draw = distribution === 'normal' ? normal : () => seededSkewed(random);
        for (let round = 0; round < rounds; round++) {
          const groups = Array.from({ length: teams }, () => {
            const team = Math.sqrt(share) * draw();
            const size = smallest + Math.floor((largest - smallest + 1) * random());
            return momentsOf(Array.from({ length: size }, () => [team + Math.sqrt(1 - share) * draw()]));
          });
          const { icc1 } = groupIntraclassIntervals(oneWayMeanSquaresOf(groups));
          tally.add(`ICC(1) of ${share}, ${distribution}`, name, [[icc1, share]]);
        }
      }
    }
  }
  return [tally.table('teams', 'share between teams')];
}
