import type { Estimate } from '@peerscale/core';
import { fixed } from './number-text.ts';

/** The interval of an estimate as "1.2 to 3.4"; empty where there is none. */
export const intervalWords = ({ interval }: Pick<Estimate, 'interval'>, decimals = 3): string =>
  interval === null ? '' : `${fixed(interval.lower, decimals)} to ${fixed(interval.upper, decimals)}`;

/** "0.42 (0.31 to 0.52)"; "NA" where there is no value. */
export function estimateWords(estimate: Estimate, decimals = 2): string {
  const words = intervalWords(estimate, decimals);
  return words === '' ? fixed(estimate.value, decimals) : `${fixed(estimate.value, decimals)} (${words})`;
}

/** A p value: "0.034", "< 0.001", "NA". */
export function pText(p: number | null): string {
  if (p === null || Number.isNaN(p)) return 'NA';
  return p < 0.001 ? '< 0.001' : fixed(p);
}

/** A p value within a sentence: "p = 0.034", "p < 0.001". */
export const pWords = (p: number | null): string => (p !== null && p < 0.001 ? 'p < 0.001' : `p = ${pText(p)}`);
