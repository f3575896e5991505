import { type DisclosureRules, type GroupTable, seededRandom, type TableCategory } from '../src/index.ts';

/** A table of any shape the rules should hold for, with rules: crowded and empty cells, subtotals, extreme answers. */
export function randomTable(seed: number): { readonly table: GroupTable; readonly rules: DisclosureRules } {
  const random = seededRandom(seed);
  const whole = (most: number) => Math.floor(random() * (most + 1));
  const count = 1 + whole(2);
  const largest = [9, 5, 4][count - 1]!;
  const dimensions = Array.from({ length: count }, (_, d) => {
    const size = 1 + whole(largest - 1 - (d === 2 ? 1 : 0));
    const leaves: TableCategory[] = Array.from({ length: size }, (_, i) => ({ id: `${'tgw'[d]}${i}` }));
    if (size < 3 || random() < 0.7) return { name: `dimension ${d}`, categories: leaves, total: random() < 0.85 };
    // two departments, and perhaps a team that belongs to none
    const parents = ['upper', 'lower'];
    const placed = leaves.map(({ id }, i) => (random() < 0.1 ? { id } : { id, parent: parents[i % 2]! }));
    const used = parents.filter((id) => placed.some((leaf) => 'parent' in leaf && leaf.parent === id));
    return {
      name: `dimension ${d}`,
      categories: [...placed, ...used.map((id) => ({ id }))],
      total: random() < 0.85,
    };
  });
  const crowd = [3, 6, 10, 25][whole(3)]!;
  const scores = [
    [],
    [{ name: 'score', minimum: 1, maximum: 5 }],
    [{ name: 'score', minimum: 0, maximum: 10 }],
    [{ name: 'score', minimum: -2, maximum: 2 }],
  ][whole(3)]!;
  const extreme = random() < 0.15;
  const at = dimensions.reduce<string[][]>(
    (found, { categories }) => {
      const leaves = categories.filter(
        ({ id }) => !categories.some((other) => 'parent' in other && other.parent === id),
      );
      return found.flatMap((before) => leaves.map(({ id }) => [...before, id]));
    },
    [[]],
  );
  const cells = at
    .filter(() => random() > 0.05)
    .map((address) => {
      if (random() < 0.05) return { at: address, count: null };
      const people = random() < 0.15 ? 0 : whole(crowd);
      const agree = random() < 0.1;
      const sums = scores.map(({ minimum, maximum }) => {
        let sum = 0;
        for (let person = 0; person < people; person++) {
          const answer = extreme || agree ? maximum : minimum + (maximum - minimum) * Math.round(random() * 10) * 0.1;
          sum += answer;
        }
        return sum;
      });
      return { at: address, count: people, sums };
    });
  const rules = {
    minimumGroupSize: 3 + whole(4),
    answerWidth: [0.5, 0.25, 1][whole(2)]!,
    countWidth: [1, 0.5, 2][whole(2)]!,
  };
  return { table: { dimensions, cells, scores }, rules };
}
