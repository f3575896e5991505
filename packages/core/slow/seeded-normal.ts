import { seededRandom } from '../src/index.ts';

/** Standard normal variables, by Box and Muller, and the uniform ones behind them. */
export function seededNormal(seed: number): { readonly normal: () => number; readonly random: () => number } {
  const random = seededRandom(seed);
  return { random, normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()) };
}

/** Skewed variables of mean 0 and variance 1: exponential ones, less 1. */
export const seededSkewed = (random: () => number): number => -Math.log(1 - random()) - 1;
