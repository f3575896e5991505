import { addPlainCodeSums, type CodeSumsUnderway } from './add-plain-code-sums.ts';
import type { CodeSumsKernel } from './code-sums-kernel.ts';
import { packedIndex } from './moments.ts';

const PAGE = 65_536;
// what the kernel may keep for itself: about 1,100 items; a scale has 5 to 50
const MOST_BYTES = 256 * PAGE;

/**
 * Adds as many whole blocks of rows as there are, by the kernel. Blocks with codes that are too large for it (beyond 2,047
 * to either side) are added by `addPlainCodeSums`.
 *
 * @returns rows read, from the first on: what is left of the table is less than a block, or all of it where there are too
 *   many items
 */
export function addCodeSumBlocks(
  kernel: CodeSumsKernel,
  target: CodeSumsUnderway,
  codes: readonly Int16Array[],
  missing: readonly Uint8Array[],
): number {
  const k = codes.length;
  const rows = kernel.rows.value;
  const stride = Math.ceil((k + 1) / 4) * 4;
  const codesAt = stride * stride * Float64Array.BYTES_PER_ELEMENT;
  const missingAt = codesAt + stride * rows * Int16Array.BYTES_PER_ELEMENT;
  const bytes = missingAt + missing.length * rows;
  if (k === 0 || bytes > MOST_BYTES) return 0;
  const lacking = bytes - kernel.memory.buffer.byteLength;
  if (lacking > 0) kernel.memory.grow(Math.ceil(lacking / PAGE));

  const { buffer } = kernel.memory;
  const products = new Float64Array(buffer, 0, stride * stride).fill(0);
  // column 0 is the kernel's own
  const codeBlocks = codes.map((_, i) => new Int16Array(buffer, codesAt + (i + 1) * rows * 2, rows));
  const missingBlocks = missing.map((_, i) => new Uint8Array(buffer, missingAt + i * rows, rows));
  let start = 0;
  for (; start + rows <= codes[0]!.length; start += rows) {
    const end = start + rows;
    for (let i = 0; i < k; i++) codeBlocks[i]!.set(codes[i]!.subarray(start, end));
    for (let i = 0; i < missing.length; i++) missingBlocks[i]!.set(missing[i]!.subarray(start, end));
    const isAdded = kernel.add(k + 1, stride, 0, codesAt, missing.length === 0 ? 0 : missingAt);
    if (isAdded === 0) addPlainCodeSums(target, codes, missing, start, end);
  }
  target.n += products[0]!;
  for (let i = 0; i < k; i++) {
    const row = (i + 1) * stride;
    target.sums[i]! += products[row]!;
    for (let j = 0; j <= i; j++) target.products[packedIndex(i, j)]! += products[row + j + 1]!;
  }
  return start;
}
