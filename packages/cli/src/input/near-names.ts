/** Number of single-character insertions, deletions and replacements that turn one text into the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}

const LONGEST = 64;

/**
 * Up to three names that someone may have meant, nearest first: at most two edits away, letter case not counted, and no
 * more than one for every three letters begun.
 *
 * @example nearNames('lead1', ['LEAD1', 'LEAD2', 'TEAM']) // ['LEAD1', 'LEAD2']
 */
export function nearNames(name: string, candidates: readonly string[]): string[] {
  if (name.length > LONGEST) return [];
  const farthest = Math.min(2, Math.ceil(name.length / 3));
  const wanted = name.toLowerCase();
  return candidates
    .filter((candidate) => Math.abs(candidate.length - name.length) <= farthest && candidate.length <= LONGEST)
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
