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

/** Codes 1 to 5 of n respondents on k items that share one factor, a column an item; the same for the same seed. */
export function generateAnswers(n: number, k: number, seed: number): Int16Array[] {
  const random = seededRandom(seed);
  const columns = Array.from({ length: k }, () => new Int16Array(n));
  for (let row = 0; row < n; row++) {
    const person = random() + random() + random();
    for (const column of columns) column[row] = 1 + Math.min(4, Math.floor(((person + random() + random()) / 5) * 5));
  }
  return columns;
}
