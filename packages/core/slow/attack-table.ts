import { Matrix, SVD } from 'ml-matrix';
import type { CheckedDisclosureRules, GroupTable, TableFigure } from '../src/index.ts';
import type { AttackProgram, FeasibleInterval } from './feasible-interval.ts';
import { isPart, leafCells } from './leaf-cells.ts';

/** A figure that somebody worked out, or told too closely. */
export interface Leak {
  readonly kind: 'count' | 'sum' | 'sum with known counts' | 'one person' | 'combination of a few people';
  readonly at: string;
  /** place of the hidden figure that is told; null for sets of cells */
  readonly figure: number | null;
  readonly width: number;
}

/** What is left of each protection width, as a share of it: 1 where a figure is exactly as uncertain as it has to be. */
export interface Margins {
  readonly tightest: Map<Leak['kind'], number>;
  add(kind: Leak['kind'], share: number): void;
}

export function noMargins(): Margins {
  const tightest = new Map<Leak['kind'], number>();
  return { tightest, add: (kind, share) => tightest.set(kind, Math.min(tightest.get(kind) ?? Infinity, share)) };
}

type Solve = <T>(program: AttackProgram, work: (interval: FeasibleInterval) => T) => T;

// what HiGHS takes for equal, and what a table of a few hundred people adds up to
const SLACK = 1e-5;

/**
 * Plays somebody who has a published table: its dimensions, the range of the score and the figures that are shown. Written
 * apart from the package's own proofs: people and sums of all scores at once as variables, people as whole numbers, another
 * solver, and singular values for what is determined outright. `truth` serves to know which cells have people in them.
 */
export function attackTable(
  table: GroupTable,
  figures: readonly TableFigure[],
  rules: CheckedDisclosureRules,
  solve: Solve,
  margins: Margins = noMargins(),
): Leak[] {
  const cells = leafCells(table);
  const members = figures.map(({ at }) => cells.flatMap((cell, c) => (isPart(table, cell.at, at) ? [c] : [])));
  const scores = table.scores ?? [];
  const n = cells.length;
  const leaks: Leak[] = [];
  const told = (i: number) => figures[i]!.at.map((id) => id ?? '*').join(' ');
  const check = (kind: Leak['kind'], at: number | string, width: number, needed: number) => {
    const [figure, name] = typeof at === 'number' ? [at, told(at)] : [null, at];
    if (width < needed - SLACK) leaks.push({ kind, at: name, figure, width });
    margins.add(kind, width / needed);
  };
  const hidden = [...figures.keys()].filter((i) => figures[i]!.status === 'suppressed');
  const shown = [...figures.keys()].filter((i) => figures[i]!.status !== 'suppressed');
  const total = (i: number, s: number) => figures[i]!.count! * (figures[i]!.means[s] ?? 0);
  const equation = (indices: readonly number[], value: number) => ({
    lower: value,
    upper: value,
    indices,
    values: indices.map(() => 1),
  });
  const needed = scores.map(({ minimum, maximum }) => rules.answerWidth * (maximum - minimum));

  // whoever does not know the counts: all counts and the sums of all scores at once
  const sumOf = (indices: readonly number[], s: number) => indices.map((c) => (s + 1) * n + c);
  const unknown = {
    variables: [
      ...cells.map(() => [0, Infinity] as const),
      ...scores.flatMap(() => cells.map(() => [-Infinity, Infinity] as const)),
    ],
    rows: [
      ...shown.map((i) => equation(members[i]!, figures[i]!.count!)),
      ...scores.flatMap((_, s) => shown.map((i) => equation(sumOf(members[i]!, s), total(i, s)))),
      ...scores.flatMap(({ minimum, maximum }, s) =>
        cells.flatMap((_, c) => [
          { lower: 0, upper: Infinity, indices: [(s + 1) * n + c, c], values: [1, -minimum] },
          { lower: -Infinity, upper: 0, indices: [(s + 1) * n + c, c], values: [1, -maximum] },
        ]),
      ),
    ],
  };
  solve(unknown, (interval) => {
    for (const i of hidden) {
      check('count', i, wholeNumbers(interval(members[i]!)), rules.countWidth);
      scores.forEach((_, s) => {
        const { lower, upper } = interval(sumOf(members[i]!, s));
        check('sum', i, upper - lower, needed[s]!);
      });
    }
  });

  // whoever knows all counts, as colleagues may
  const people = (i: number) => members[i]!.reduce((sum, c) => sum + cells[c]!.count, 0);
  const name = (set: readonly number[]) => set.map((c) => cells[c]!.at.join(' ')).join(' with ');
  const small = [...cells.keys()].filter((c) => cells[c]!.count > 0 && cells[c]!.count < rules.minimumGroupSize);
  const unions = unionsOf(small, (c) => cells[c]!.count, rules.minimumGroupSize, 150);
  scores.forEach(({ minimum, maximum }, s) => {
    const known = {
      variables: cells.map(({ count }) => [minimum * count, maximum * count] as const),
      rows: shown.map((i) => equation(members[i]!, total(i, s))),
    };
    solve(known, (interval) => {
      for (const set of unions) {
        const { lower, upper } = interval(set);
        check('sum with known counts', name(set), upper - lower, needed[s]!);
      }
      for (const i of hidden) {
        if (people(i) === 0 || people(i) >= rules.minimumGroupSize) continue;
        const { lower, upper } = interval(members[i]!);
        check('sum with known counts', i, upper - lower, needed[s]!);
      }
      cells.forEach(({ count }, c) => {
        if (count === 0) return;
        const { lower, upper } = interval([c]);
        const [highest, lowest] = [upper - (count - 1) * minimum, lower - (count - 1) * maximum];
        check('one person', name([c]), Math.min(highest, maximum) - Math.max(lowest, minimum), needed[s]!);
      });
    });
  });
  if (scores.length === 0) return leaks;
  const inhabited = [...cells.keys()].filter((c) => cells[c]!.count > 0);
  const equations = shown.map((i) => inhabited.map((c) => (members[i]!.includes(c) ? 1 : 0)));
  const sizes = inhabited.map((c) => cells[c]!.count);
  for (const set of determinedFew(equations, sizes, rules.minimumGroupSize)) {
    const at = name(set.map((place) => inhabited[place]!));
    leaks.push({ kind: 'combination of a few people', at, figure: null, width: 0 });
  }
  return leaks;
}

/** Sets of fewer than `limit` people of whom some combination follows from the equations, up to `most` of them. */
export function determinedFew(
  equations: readonly (readonly number[])[],
  sizes: readonly number[],
  limit: number,
  most = 20,
): number[][] {
  if (sizes.length === 0) return [];
  // the zero row makes the singular vectors of the null space complete
  const matrix = new Matrix([...equations.map((row) => [...row]), sizes.map(() => 0)]);
  const tall = Matrix.zeros(Math.max(matrix.rows, matrix.columns), matrix.columns);
  tall.setSubMatrix(matrix, 0, 0);
  const { rightSingularVectors, diagonal } = new SVD(tall);
  const free = diagonal.flatMap((value, j) => (value < 1e-9 ? [j] : []));
  const found: number[][] = [];
  // a set is determined where the rows of the null space of its members depend on each other (Gram-Schmidt)
  const grow = (set: readonly number[], total: number, from: number, directions: readonly Float64Array[]) => {
    for (let next = from; next < sizes.length && found.length < most; next++) {
      if (total + sizes[next]! >= limit) continue;
      const rest = Float64Array.from(free, (j) => rightSingularVectors.get(next, j));
      for (const direction of directions) {
        const along = rest.reduce((sum, value, j) => sum + value * direction[j]!, 0);
        for (let j = 0; j < rest.length; j++) rest[j]! -= along * direction[j]!;
      }
      const length = Math.hypot(...rest);
      if (length < 1e-7) found.push([...set, next]);
      else grow([...set, next], total + sizes[next]!, next + 1, [...directions, rest.map((value) => value / length)]);
    }
  };
  grow([], 0, 0, []);
  return found;
}

/** Width of the whole numbers in an interval: people do not come in parts. */
function wholeNumbers({ lower, upper }: { readonly lower: number; readonly upper: number }): number {
  return Math.floor(upper + SLACK) - Math.ceil(lower - SLACK);
}

/** Sets with fewer than `limit` people, at most `most` of them. */
function unionsOf(cells: readonly number[], size: (cell: number) => number, limit: number, most: number): number[][] {
  const found: number[][] = [];
  const grow = (set: readonly number[], total: number, from: number) => {
    for (let next = from; next < cells.length && found.length < most; next++) {
      const cell = cells[next]!;
      if (total + size(cell) >= limit) continue;
      found.push([...set, cell]);
      grow([...set, cell], total + size(cell), next + 1);
    }
  };
  grow([], 0, 0);
  return found;
}
