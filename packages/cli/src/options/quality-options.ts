import { EVEN_ODD_NEEDS, type EvenOddNeeds, type QualityIndex } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { nearNames } from '../input/near-names.ts';
import { quoted } from '../print/safe-text.ts';
import { pairsOption } from './option-values.ts';

const INDICES: readonly QualityIndex[] = [
  'longest-run',
  'intra-individual-variability',
  'even-odd-consistency',
  'psychometric-synonyms',
  'psychometric-antonyms',
  'mahalanobis',
  'seconds-per-item',
  'missing-share',
];

/** `--cut INDEX=NUMBER`, repeated or after commas. @throws CommandFailure for another index, or no number */
export function cutsOption(values: readonly string[] | undefined): Partial<Record<QualityIndex, number>> {
  const cuts: Partial<Record<QualityIndex, number>> = {};
  for (const [name, value] of pairsOption(values, 'cut')) {
    const index = INDICES.find((known) => known === name);
    if (index === undefined) {
      const near = nearNames(name, INDICES)[0];
      const hint = near === undefined ? `one of ${INDICES.join(', ')}` : `did you mean ${near}?`;
      throw badInput(`--cut: there is no index ${quoted(name)}; ${hint}`);
    }
    const cut = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : NaN;
    if (Number.isNaN(cut)) throw badInput(`--cut: ${quoted(value)} is not a number`);
    if (cuts[index] !== undefined) throw badInput(`--cut: the index ${index} is there twice`);
    cuts[index] = cut;
  }
  return cuts;
}

/** `--least`, from how many flags on somebody is left out; 2 where the option is not there. */
export function leastOption(value: string | undefined): number {
  if (value === undefined) return 2;
  const least = /^[1-8]$/.test(value.trim()) ? Number(value) : NaN;
  if (Number.isNaN(least)) throw badInput(`--least: ${quoted(value)} is not a whole number from 1 to 8`);
  return least;
}

/** `--even-odd-scales` and `--even-odd-items`, from how many on even-odd consistency is given; ten scales of four items. */
export function evenOddOption(scales: string | undefined, items: string | undefined): EvenOddNeeds {
  return {
    scales: numberFrom(3, scales, 'even-odd-scales') ?? EVEN_ODD_NEEDS.scales,
    items: numberFrom(2, items, 'even-odd-items') ?? EVEN_ODD_NEEDS.items,
  };
}

function numberFrom(least: number, value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,3}$/.test(value.trim()) ? Number(value) : NaN;
  if (!(number >= least)) throw badInput(`--${option}: ${quoted(value)} is not a whole number from ${least} to 999`);
  return number;
}
