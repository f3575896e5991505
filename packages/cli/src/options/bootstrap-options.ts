import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';

const MOST_DRAWS = 1_000_000;

function wholeNumber(value: string, option: string, from: number, to: number): number {
  const number = /^\d{1,10}$/.test(value.trim()) ? Number(value) : NaN;
  if (!(number >= from && number <= to)) {
    throw badInput(`--${option}: ${quoted(value)} is not a whole number from ${from} to ${to}`);
  }
  return number;
}

/** `--draws`, the samples of a bootstrap; 1000 where the option is not there. */
export const drawsOption = (value: string | undefined): number =>
  value === undefined ? 1000 : wholeNumber(value, 'draws', 1, MOST_DRAWS);

/** `--seed` of all that is drawn; 1 where the option is not there. */
export const seedOption = (value: string | undefined): number =>
  value === undefined ? 1 : wholeNumber(value, 'seed', 0, 0xffffffff);
