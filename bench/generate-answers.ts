/** Small, fast, seeded: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What stands for "no answer" in generated columns: R's own sign for it in 16 bits does not exist, so it is ours. */
export const MISSING = -32768;

export interface GenerateOptions {
  readonly rows: number;
  readonly items: number;
  /** codes go from 1 to this */
  readonly maximum: number;
  /** share of answers that are missing; default 0 */
  readonly missing?: number;
  readonly seed: number;
}

/** Codes of respondents on items that share one factor, a column an item; the same for the same seed. */
export function generateAnswers({ rows, items, maximum, missing = 0, seed }: GenerateOptions): Int16Array[] {
  const random = seededRandom(seed);
  const columns = Array.from({ length: items }, () => new Int16Array(rows));
  for (let row = 0; row < rows; row++) {
    const person = random() + random() + random();
    for (const column of columns) {
      const code = 1 + Math.min(maximum - 1, Math.floor(((person + random() + random()) / 5) * maximum));
      column[row] = missing > 0 && random() < missing ? MISSING : code;
    }
  }
  return columns;
}
