/** A group of the random part: who belongs to whom, and the columns of its effects (1, or 1 and a slope). */
export interface RandomFactor {
  readonly members: Int32Array;
  readonly count: number;
  readonly slope: Float64Array | null;
  /** whether the effects of intercept and slope go together */
  readonly correlated: boolean;
}

/** Sums of products of a group's columns with each other, for each member: 1, or 11, 1s, ss. */
export function ownProducts({ members, count, slope }: RandomFactor): Float64Array {
  if (slope === null) {
    const sums = new Float64Array(count);
    for (let row = 0; row < members.length; row++) sums[members[row]!]! += 1;
    return sums;
  }
  const sums = new Float64Array(3 * count);
  for (let row = 0; row < members.length; row++) {
    const [at, value] = [3 * members[row]!, slope[row]!];
    sums[at]! += 1;
    sums[at + 1]! += value;
    sums[at + 2]! += value * value;
  }
  return sums;
}

/** Sums of products of the columns of two groups, for each pair of members that occur together. */
export interface PairProducts {
  /** places of the two groups */
  readonly first: number;
  readonly second: number;
  readonly firstMembers: Int32Array;
  readonly secondMembers: Int32Array;
  /** row by row, the columns of the first group by those of the second */
  readonly values: Float64Array;
}

/** Products of every pair of groups. Cost: the rows, once a pair. */
export function pairProducts(factors: readonly RandomFactor[]): PairProducts[] {
  const pairs: PairProducts[] = [];
  for (let first = 0; first < factors.length; first++) {
    const a = factors[first]!;
    const { starts, rows } = rowsByMember(a);
    for (let second = first + 1; second < factors.length; second++) {
      const b = factors[second]!;
      const [wa, wb] = [a.slope ? 2 : 1, b.slope ? 2 : 1];
      const firstMembers = new Int32Array(rows.length);
      const secondMembers = new Int32Array(rows.length);
      const values = new Float64Array(rows.length * wa * wb);
      const seen = new Int32Array(b.count).fill(-1); // where the pair stands, if it does since the member began
      let count = 0;
      for (let member = 0; member < a.count; member++) {
        const begin = count;
        for (let p = starts[member]!; p < starts[member + 1]!; p++) {
          const row = rows[p]!;
          const other = b.members[row]!;
          let at = seen[other]!;
          if (at < begin) {
            at = seen[other] = count++;
            firstMembers[at] = member;
            secondMembers[at] = other;
          }
          const base = at * wa * wb;
          values[base]! += 1;
          if (b.slope) values[base + 1]! += b.slope[row]!;
          if (a.slope) values[base + wb]! += a.slope[row]!;
          if (a.slope && b.slope) values[base + 3]! += a.slope[row]! * b.slope[row]!;
        }
      }
      pairs.push({
        first,
        second,
        firstMembers: firstMembers.slice(0, count),
        secondMembers: secondMembers.slice(0, count),
        values: values.slice(0, count * wa * wb),
      });
    }
  }
  return pairs;
}

function rowsByMember({ members, count }: RandomFactor): { starts: Int32Array; rows: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < members.length; row++) starts[members[row]! + 1]!++;
  for (let member = 0; member < count; member++) starts[member + 1]! += starts[member]!;
  const next = starts.slice();
  const rows = new Int32Array(members.length);
  for (let row = 0; row < members.length; row++) rows[next[members[row]!]!++] = row;
  return { starts, rows };
}
