/**
 * A generator of uniform numbers in [0, 1) that gives the same sequence for the same seed on every machine:
 * xoshiro128** (period 2^128 - 1), its state filled from the seed by splitmix32. Not for secrets.
 *
 * Each number has 32 random bits: a multiple of 2^-32, exact in a double.
 *
 * @param seed a whole number from 0 to 2^32 - 1; neighbouring seeds give unrelated sequences
 * @throws RangeError for another seed
 * @see Blackman & Vigna (2021), doi:10.1145/3460772
 * @example seededRandom(1)() // 0.09156953264027834
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) throw new RangeError(`Unexpected seed: ${seed}.`);
  let a = splitmix(seed, 1);
  let b = splitmix(seed, 2);
  let c = splitmix(seed, 3);
  let d = splitmix(seed, 4);
  return () => {
    const word = Math.imul(rotated(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return (word >>> 0) / 0x100000000;
  };
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Word `step` of the splitmix32 sequence of a seed: spreads seeds that differ in one bit over the whole state. */
function splitmix(seed: number, step: number): number {
  let word = (seed + Math.imul(step, 0x9e3779b9)) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return word ^ (word >>> 15);
}
