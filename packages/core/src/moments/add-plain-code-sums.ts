/** Code sums that are being added to. */
export interface CodeSumsUnderway {
  n: number;
  readonly sums: Float64Array;
  readonly products: Float64Array;
}

// as many rows as the codes of a scale fit into the processor's nearest cache
const BLOCK = 1024;

/**
 * Adds the complete rows from `start` to before `end`: typed arrays alone, for wherever there is no WebAssembly, for few
 * rows, and for codes that are too large for the kernel.
 */
export function addPlainCodeSums(
  target: CodeSumsUnderway,
  codes: readonly Int16Array[],
  missing: readonly Uint8Array[],
  start: number,
  end: number,
): void {
  const { sums, products } = target;
  // doubles: products of the largest codes leave 32 bits, and V8 multiplies doubles three times as fast as whole numbers
  const block = codes.map(() => new Float64Array(BLOCK));
  const isMissing = new Uint8Array(BLOCK);
  for (let from = start; from < end; from += BLOCK) {
    const rows = Math.min(BLOCK, end - from);
    isMissing.fill(0);
    for (const column of missing) orInto(isMissing, column, from, rows);
    let complete = rows;
    for (let row = 0; row < rows; row++) complete -= isMissing[row]! === 0 ? 0 : 1;
    target.n += complete;
    const used = complete === rows ? null : isMissing;
    for (let i = 0, p = 0; i < codes.length; i++) {
      const x = block[i]!;
      sums[i]! += widen(codes[i]!, used, from, rows, x);
      for (let j = 0; j <= i; j++) products[p++]! += dot(x, block[j]!, rows);
    }
  }
}

function orInto(target: Uint8Array, column: Uint8Array, from: number, rows: number): void {
  for (let row = 0; row < rows; row++) target[row]! |= column[from + row]!;
}

/** Codes as doubles, 0 for the respondents left out; returns their sum. */
function widen(
  codes: Int16Array,
  isMissing: Uint8Array | null,
  from: number,
  rows: number,
  target: Float64Array,
): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const code = isMissing === null || isMissing[row] === 0 ? codes[from + row]! : 0;
    target[row] = code;
    sum += code;
  }
  return sum;
}

function dot(x: Float64Array, y: Float64Array, rows: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    a += x[row]! * y[row]!;
    b += x[row + 1]! * y[row + 1]!;
    c += x[row + 2]! * y[row + 2]!;
    d += x[row + 3]! * y[row + 3]!;
  }
  for (; row < rows; row++) a += x[row]! * y[row]!;
  return a + b + c + d;
}
