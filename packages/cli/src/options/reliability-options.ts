import type { IntervalMethod, MissingTreatment, ReliabilityReportOptions } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { nearNames } from '../input/near-names.ts';
import { quoted } from '../print/safe-text.ts';
import { drawsOption, seedOption } from './bootstrap-options.ts';
import { levelOption } from './option-values.ts';

/** The options that say how reliability is estimated. */
export const reliabilityOptions = {
  missing: { type: 'string' },
  interval: { type: 'string' },
  level: { type: 'string' },
  seed: { type: 'string' },
  draws: { type: 'string' },
} as const;

export const RELIABILITY_HELP = `How it is estimated
  --missing listwise|pairwise|em
                              listwise (the default): respondents who answered every item of the scale; pairwise: each
                              pair of items over those who answered both; em: all answers, by maximum likelihood
  --interval METHOD           of alpha: feldt (the default), bonett, duhachek-iacobucci; with listwise also
                              bootstrap-percentile and bootstrap-bca, which give one of omega too (above 5000
                              respondents always of percentiles) and keep two bytes an answer in memory
  --level 0.95                coverage of the intervals
  --draws 1000                samples of a bootstrap
  --seed 1                    of whatever is drawn: the same seed, the same figures`;

/** The values of `reliabilityOptions` as `parseOptions` returns them. */
export interface ReliabilityValues {
  readonly missing?: string | undefined;
  readonly interval?: string | undefined;
  readonly level?: string | undefined;
  readonly seed?: string | undefined;
  readonly draws?: string | undefined;
}

const RULES = ['listwise', 'pairwise', 'em'] as const satisfies MissingTreatment[];
const METHODS = [
  'feldt',
  'bonett',
  'duhachek-iacobucci',
  'bootstrap-percentile',
  'bootstrap-bca',
] as const satisfies IntervalMethod[];

function oneOf<T extends string>(value: string | undefined, known: readonly [T, ...T[]], option: string): T {
  if (value === undefined) return known[0];
  const found = known.find((name) => name === value.trim());
  if (found !== undefined) return found;
  const near = nearNames(value, known)[0];
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  throw badInput(`--${option}: ${quoted(value)} is not one of ${known.join(', ')}${hint}`);
}

/**
 * Reads `--missing`, `--interval`, `--level`, `--seed` and `--draws`.
 *
 * @param all whether all figures are wanted, some of which are drawn
 * @throws CommandFailure for a wrong value, a bootstrap of other than complete respondents, and a seed or draws of nothing
 */
export function reliabilityRequest(
  values: ReliabilityValues,
  command: string,
  all: boolean,
): Required<Omit<ReliabilityReportOptions, 'scales'>> {
  const missing = oneOf(values.missing, RULES, 'missing');
  const interval = oneOf(values.interval, METHODS, 'interval');
  const isDrawn = interval === 'bootstrap-percentile' || interval === 'bootstrap-bca';
  if (isDrawn && missing !== 'listwise') {
    throw badInput(`${command}: --interval ${interval} draws complete respondents; it goes with --missing listwise`);
  }
  if (!isDrawn && values.draws !== undefined) {
    throw badInput(`${command}: --draws belongs to --interval bootstrap-percentile or bootstrap-bca`);
  }
  if (!isDrawn && !all && values.seed !== undefined) {
    throw badInput(`${command}: --seed belongs to --all, or to --interval bootstrap-percentile or bootstrap-bca`);
  }
  const level = levelOption(values.level);
  return { missing, interval, level, seed: seedOption(values.seed), draws: drawsOption(values.draws), all };
}
