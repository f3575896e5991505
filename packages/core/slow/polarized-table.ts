import { type DisclosureRules, type GroupTable, seededRandom, type TableDimension } from '../src/index.ts';

/**
 * A table that is hard to protect: cells a little below and above the minimum, in each of which nearly everybody is at one
 * end of the scale, for up to three scores, with rules as they are by default. Hidden cells have hardly any room to move there.
 */
export function polarizedTable(seed: number): { readonly table: GroupTable; readonly rules: DisclosureRules } {
  const random = seededRandom(seed);
  const whole = (most: number) => Math.floor(random() * (most + 1));
  const names = ['team', 'group', 'wave'].slice(0, random() < 0.7 ? 2 : 3);
  const dimensions: TableDimension[] = names.map((name, d) => ({
    name,
    categories: Array.from({ length: 2 + whole(2 - Math.floor(d / 2)) }, (_, i) => ({ id: `${name} ${i}` })),
    total: d < 2 || random() < 0.5,
  }));
  const steps = 4 * (1 + whole(2));
  const scores = Array.from({ length: 1 + whole(2) }, (_, s) => ({ name: `score ${s}`, minimum: 1, maximum: 5 }));
  const at = dimensions.reduce<string[][]>(
    (found, { categories }) => found.flatMap((before) => categories.map(({ id }) => [...before, id])),
    [[]],
  );
  const cells = at.map((address) => {
    const count = random() < 0.3 ? 10 + whole(10) : whole(7);
    const sums = scores.map(({ minimum, maximum }) => {
      const [end, other] = random() < 0.5 ? [minimum, maximum] : [maximum, minimum];
      // count >= 10: anywhere; smaller cells: at one end, but for a few steps of one person
      if (count >= 10) return count * 3;
      return count === 0 ? 0 : count * end + ((other - end) * Math.round(random() * steps)) / steps;
    });
    return { at: address, count, sums };
  });
  return { table: { dimensions, cells, scores }, rules: { minimumGroupSize: 3 + whole(2) } };
}
