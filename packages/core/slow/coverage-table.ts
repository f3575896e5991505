/** The ends of an interval, as kernels return them. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** How often intervals hold the truth: a row an interval, a column a situation. */
export interface CoverageTable {
  /** of its place in docs/methods/coverage.md */
  readonly id: string;
  readonly markdown: string;
}

interface Studies {
  /** with an interval */
  found: number;
  tried: number;
  sum: number;
  squares: number;
}

/** Counts, study after study, the share of a study's intervals that hold the truth. */
export class CoverageTally {
  readonly #cells = new Map<string, Map<string, Studies>>();

  /** One study: its intervals of one kind (most often one), each with its true value. An interval of NaN is none. */
  add(row: string, column: string, intervals: readonly (readonly [Limits, number])[]): void {
    const columns = this.#cells.get(row) ?? new Map<string, Studies>();
    this.#cells.set(row, columns);
    const studies = columns.get(column) ?? { found: 0, tried: 0, sum: 0, squares: 0 };
    columns.set(column, studies);
    studies.tried++;
    const usable = intervals.filter(([{ lower, upper }]) => !Number.isNaN(lower) && !Number.isNaN(upper));
    if (usable.length === 0) return;
    const share = usable.filter(([{ lower, upper }, truth]) => lower <= truth && truth <= upper).length / usable.length;
    studies.found++;
    studies.sum += share;
    studies.squares += share * share;
  }

  /** Coverage in percent; in the last column the largest standard error of the row that the simulation itself has. */
  table(id: string, heading: string, level: (row: string) => number = () => 95): CoverageTable {
    const columns = [...new Set([...this.#cells.values()].flatMap((cells) => [...cells.keys()]))];
    const lines = [
      [heading, ...columns, '±'],
      ['---', ...columns.map(() => '---:'), '---:'],
    ];
    for (const [row, cells] of this.#cells) {
      const errors = columns.flatMap((column) => (cells.has(column) ? [standardError(cells.get(column)!)] : []));
      const shown = columns.map((column) => (cells.has(column) ? cellText(cells.get(column)!, level(row)) : ''));
      lines.push([row, ...shown, (100 * Math.max(...errors)).toFixed(1)]);
    }
    return { id, markdown: lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('') };
  }
}

/** Of the mean share, between studies; never below that of one study in error. */
function standardError({ found, sum, squares }: Studies): number {
  const mean = sum / found;
  return Math.sqrt(Math.max(squares / found - mean * mean, 1 / found / found) / found);
}

/** Two points below the level and more than chance explains: bold. */
function cellText(studies: Studies, level: number): string {
  const { found, tried, sum } = studies;
  if (found === 0) return 'none';
  const percent = (100 * sum) / found;
  const short = percent < level - 2 && percent < level - 300 * standardError(studies);
  const none = found < tried ? ` (none in ${((100 * (tried - found)) / tried).toFixed(1)} %)` : '';
  return `${short ? `**${percent.toFixed(1)}**` : percent.toFixed(1)}${none}`;
}
