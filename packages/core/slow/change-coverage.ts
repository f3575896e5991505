import {
  categoryCountsOf,
  changeBeyondDrift,
  compareWithNorm,
  equivalence,
  mannWhitney,
  mixedChange,
  momentsOf,
  oneWayAnalysis,
  pairedChange,
  type ReliableChangeMethod,
  reliableChange,
  unpairedChange,
} from '../src/index.ts';
import { type CoverageTable, CoverageTally, type Limits } from './coverage-table.ts';
import { seededNormal } from './seeded-normal.ts';
import { type ChangePopulation, changePopulations, type Pair } from './simulate-change.ts';

const column = (values: readonly number[]) => momentsOf(values.map((value) => [value]));
const people = ({ draw }: ChangePopulation, n: number, normal: () => number): Pair[] =>
  Array.from({ length: n }, () => draw(normal));
const first = (pairs: readonly Pair[]) => pairs.map(([before]) => before);
const second = (pairs: readonly Pair[]) => pairs.map(([, after]) => after);

/** All intervals of one sample of a population, by name, with the true values. */
function intervalsOf(population: ChangePopulation, n: number, truth: Truth, normal: () => number, withGroups: boolean) {
  const same = people(population, n, normal);
  const others = people(population, 2 * n, normal);
  const paired = pairedChange(momentsOf(same));
  // the first wave has twice the people, and half the spread where spreads differ: the hard case of a pooled variance
  const apart = unpairedChange(column(first(others)), column(second(same)));
  const half = Math.floor(n / 2);
  const mixed = mixedChange(
    momentsOf(same.slice(0, half)),
    column(first(same.slice(half))),
    column(second(others.slice(0, n))),
  );
  const { superiority } = mannWhitney(categoryCountsOf(first(others)), categoryCountsOf(second(same)));
  const { before: norm } = unpairedChange(column(first(people(population, 300, normal))), column([0]));
  const drift = pairedChange(momentsOf(people(population, 200, normal))).difference;
  const pooled = Math.sqrt(((2 * n - 1) * truth.sdBefore ** 2 + (n - 1) * truth.sdAfter ** 2) / (3 * n - 2));
  const difference = truth.after - truth.before;
  const rows: [string, Limits, number][] = [
    ['same people: difference', paired.difference, difference],
    ['same people: dz', paired.dz, truth.dz],
    ['same people: dav', paired.dav, truth.dav],
    ['same people: drm', paired.drm, truth.drm],
    ['same people: gz', paired.gz, truth.dz],
    ['same people: gav', paired.gav, truth.dav],
    ['same people: equivalence (0.90)', equivalence(paired.difference, { lower: -1, upper: 1 }), difference],
    ['same people: beyond the drift of 200', changeBeyondDrift(paired.difference, drift), 0],
    ['other people: difference', apart.difference, difference],
    ['other people: d', apart.d, difference / pooled],
    ['other people: g', apart.g, difference / pooled],
    ['other people: dav', apart.dav, truth.dav],
    ['other people: superiority', superiority, truth.superiority],
    ['half the same: difference', mixed.difference, difference],
    ['a norm of 300: difference', compareWithNorm(apart.after, { ...norm, source: 'drawn' }).difference, difference],
  ];
  if (withGroups) rows.push(['four groups: all six at once', familyOf(population, n, truth, normal), 0]);
  return rows;
}

/** An interval that holds 0 where those of all pairs of four groups hold theirs. */
function familyOf(population: ChangePopulation, n: number, truth: Truth, normal: () => number): Limits {
  const groups = [
    first(people(population, 2 * n, normal)),
    second(people(population, n, normal)),
    first(people(population, n, normal)).map((score) => 2 * score),
    second(people(population, 2 * n, normal)),
  ];
  const { pairs } = oneWayAnalysis(groups.map(column));
  const means = [truth.before, truth.after, 2 * truth.before, truth.after];
  const holds = pairs.every(({ first: a, second: b, lower, upper }) => {
    const value = means[b]! - means[a]!;
    return lower <= value && value <= upper;
  });
  return { lower: holds ? 0 : 1, upper: 1 };
}

interface Truth {
  readonly before: number;
  readonly after: number;
  readonly sdBefore: number;
  readonly sdAfter: number;
  readonly dz: number;
  readonly dav: number;
  readonly drm: number;
  readonly superiority: number;
}

/** True values from a million persons; superiority from ten thousand against ten thousand. */
function truthOf(population: ChangePopulation): Truth {
  const all = people(population, 1e6, seededNormal(1).normal);
  const { before, after, dz, dav, drm } = pairedChange(momentsOf(all));
  const few = all.slice(0, 10_000);
  const { superiority } = mannWhitney(categoryCountsOf(first(few)), categoryCountsOf(second(few.toReversed())));
  return {
    before: before.mean,
    after: after.mean,
    sdBefore: before.sd,
    sdAfter: after.sd,
    dz: dz.value,
    dav: dav.value,
    drm: drm.value,
    superiority: superiority.value,
  };
}

/** Intervals of change, whoever answered. */
function changeIntervals(rounds: number): CoverageTable {
  const tally = new CoverageTally();
  for (const population of changePopulations) {
    const truth = truthOf(population);
    for (const n of [8, 20, 80]) {
      const { normal } = seededNormal(20261123 + n);
      for (let round = 0; round < rounds; round++) {
        for (const [name, limits, value] of intervalsOf(population, n, truth, normal, round % 5 === 0)) {
          tally.add(name, `${population.name}: ${n}`, [[limits, value]]);
        }
      }
    }
  }
  return tally.table('change', 'interval', (row) => (row.includes('0.90') ? 90 : 95));
}

const methods: ReliableChangeMethod[] = ['jacobson-truax', 'speer', 'gulliksen-lord-novick', 'practice-corrected'];

/** How often people are called changed whose true scores stay as they are. */
function calledChanged(): CoverageTable {
  const lines = [
    ['called changed, nobody being so', 'reliability 0.6', '0.8', '0.9', '0.8, of the highest tenth before'],
    ['---', '---:', '---:', '---:', '---:'],
  ];
  for (const method of methods) {
    const share = (reliability: number, highest: boolean): string => {
      const { normal } = seededNormal(7);
      const scores = Array.from({ length: 200_000 }, () => {
        const truth = Math.sqrt(reliability) * normal();
        const error = Math.sqrt(1 - reliability);
        return [
          truth + error * normal(),
          truth + error * normal() + (method === 'practice-corrected' ? 0.2 : 0),
        ] as const;
      }).filter(([before]) => !highest || before > 1.2815515655446004);
      const options = { sd: 1, reliability, method, mean: 0, practice: 0.2 };
      const { improved, worse } = reliableChange(first(scores), second(scores), options);
      return `${((100 * (improved + worse)) / scores.length).toFixed(1)} %`;
    };
    lines.push([method, share(0.6, false), share(0.8, false), share(0.9, false), share(0.8, true)]);
  }
  return { id: 'reliable-change', markdown: lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('') };
}

export function changeCoverage(rounds: number): CoverageTable[] {
  return [changeIntervals(rounds), calledChanged()];
}
