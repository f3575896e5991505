import { dropOut, momentsOf } from '../src/index.ts';
import { type CoverageTable, CoverageTally } from './coverage-table.ts';
import { seededNormal, seededSkewed } from './seeded-normal.ts';

/** Those who left less those who stayed: their difference on the first wave, spread 1 among those who stayed. */
export function dropOutCoverage(rounds: number): CoverageTable[] {
  const tally = new CoverageTally();
  for (const left of [5, 15, 50]) {
    for (const [name, spread, skewed] of [
      ['normal', 1, false],
      ['normal, spread doubled', 2, false],
      ['skewed', 1, true],
    ] as const) {
      const { normal, random } = seededNormal(20261124);
      const draw = skewed ? () => seededSkewed(random) : normal;
      for (let round = 0; round < rounds; round++) {
        const moments = (n: number, mean: number, sd: number) =>
          momentsOf(Array.from({ length: n }, () => [mean + sd * draw()]));
        const [found] = dropOut(moments(60, 3, 1), moments(left, 3.4, spread));
        tally.add(`${left} left, 60 stayed`, name, [[found!.interval, 0.4]]);
      }
    }
  }
  return [tally.table('drop-out', 'difference of those who left')];
}
