import { addCodeSumBlocks } from './add-code-sum-blocks.ts';
import { addPlainCodeSums } from './add-plain-code-sums.ts';
import { type CodeSums, emptyCodeSums, requireExact } from './code-sums.ts';
import { codeSumsKernel } from './code-sums-kernel.ts';

// below, there is next to nothing to gain: small tables never compile anything, which a page's policy might forbid
const ROWS_FOR_KERNEL = 4096;

/**
 * Code sums of columns of whole-number codes, one an item, all of one length: exact, in one pass. Respondents without an
 * answer to any of the items are left out (the listwise rule).
 *
 * @param codes codes as they were given, such as `ItemColumn.codes`
 * @param missing a column an item beside `codes`: where it is not 0 there is no answer, and the code is not read; default
 *   all complete
 * @throws RangeError for columns of different lengths or numbers, or a sum of squared codes of 2^53 or more
 * @example codeSumsOfColumns([Int16Array.of(1, 2, 3), Int16Array.of(2, 2, 4)]).products // [14, 18, 24]
 */
export function codeSumsOfColumns(codes: readonly Int16Array[], missing: readonly Uint8Array[] = []): CodeSums {
  const n = codes[0]?.length ?? 0;
  for (const column of [...codes, ...missing]) {
    if (column.length !== n) throw new RangeError(`Unexpected column length: ${column.length}, expected ${n}.`);
  }
  if (missing.length !== 0 && missing.length !== codes.length) {
    throw new RangeError(`Unexpected number of columns: ${missing.length}, expected ${codes.length}.`);
  }
  const sums = { ...emptyCodeSums(codes.length) };
  const kernel = n < ROWS_FOR_KERNEL ? null : codeSumsKernel();
  const done = kernel === null ? 0 : addCodeSumBlocks(kernel, sums, codes, missing);
  addPlainCodeSums(sums, codes, missing, done, n);
  return requireExact(sums);
}
