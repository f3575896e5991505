/**
 * Called for each split: the sum of entries between the halves, the sum within the half that `inHalf` marks, and the
 * marks (1 or 0 an item; reused, copy what you keep).
 */
export type SplitVisitor = (between: number, within: number, inHalf: Uint8Array) => void;

/** Number of distinct splits into halves of size floor(k / 2) and the rest. */
export function numberOfHalfSplits(k: number): number {
  const size = Math.floor(k / 2);
  let ways = 1;
  for (let i = 1; i <= size; i++) ways = Math.round((ways * (k - size + i)) / i);
  return k % 2 === 0 ? ways / 2 : ways;
}

/**
 * Visits every split of k items into halves of size floor(k / 2) and the rest, once each: for even k the last item never
 * is in the marked half.
 *
 * A walk down the tree of "in or out, item by item". An item adds to the sums what it shares with the items placed before
 * it, read off running row sums; splits with the same beginning share that work. No sum is ever taken back, so that the
 * last split is as exact as the first, which exchanging two items a step would not give.
 *
 * @param full symmetric k x k matrix, row by row
 */
export function visitHalfSplits(full: Float64Array, k: number, visit: SplitVisitor): void {
  const size = Math.floor(k / 2);
  const inHalf = new Uint8Array(k);
  const candidates = k % 2 === 0 ? k - 1 : k;
  // row i of `shared` belongs to depth i: what each later item shares with the items marked so far, and, in `before`,
  // what it shares with all items above it, which does not depend on the marks
  const shared = new Float64Array((k + 1) * k);
  const before = new Float64Array(k);
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) before[i]! += full[i * k + j]!;

  const descend = (item: number, row: number, left: number, between: number, within: number): void => {
    if (left === 0) {
      let sum = between;
      for (let j = item; j < k; j++) sum += shared[row + j]!;
      visit(sum, within, inHalf);
      return;
    }
    // out: it is on the other side of every marked item
    if (candidates - item > left) descend(item + 1, row, left, between + shared[row + item]!, within);
    // in: the later items now share with it too
    const below = row + k;
    const entries = item * k;
    for (let j = item + 1; j < k; j++) shared[below + j] = shared[row + j]! + full[entries + j]!;
    inHalf[item] = 1;
    const withMarked = shared[row + item]!;
    descend(
      item + 1,
      below,
      left - 1,
      between + before[item]! - withMarked,
      within + full[entries + item]! + 2 * withMarked,
    );
    inHalf[item] = 0;
  };
  descend(0, 0, size, 0, 0);
}

/** Visits `draws` random splits into halves of size floor(k / 2) and the rest, with repetition. */
export function visitSampledSplits(
  full: Float64Array,
  k: number,
  draws: number,
  random: () => number,
  visit: SplitVisitor,
): void {
  const size = Math.floor(k / 2);
  const order = Uint32Array.from({ length: k }, (_, i) => i);
  const inHalf = new Uint8Array(k);
  for (let draw = 0; draw < draws; draw++) {
    inHalf.fill(0);
    for (let i = 0; i < size; i++) {
      const pick = i + Math.floor(random() * (k - i));
      const item = order[pick]!;
      order[pick] = order[i]!;
      order[i] = item;
      inHalf[item] = 1;
    }
    let between = 0;
    let within = 0;
    for (let i = 0; i < size; i++) {
      const entries = order[i]! * k;
      for (let j = 0; j < k; j++) {
        if (inHalf[j] === 1) within += full[entries + j]!;
        else between += full[entries + j]!;
      }
    }
    visit(between, within, inHalf);
  }
}
