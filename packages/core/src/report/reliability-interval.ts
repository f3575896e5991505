import type { Moments } from '../moments/index.ts';
import {
  alphaBootstrapInterval,
  alphaStandardError,
  type BootstrapInterval,
  bonettInterval,
  bootstrapInterval,
  duhachekIacobucciInterval,
  feldtInterval,
} from '../reliability/index.ts';
import { orNull } from './or-null.ts';
import type { RespondentBlocks } from './reliability-tally-types.ts';
import type { Interval, IntervalMethod } from './report-types.ts';
import { type ScaleMoments, smallestCount } from './scale-moments.ts';

/** How intervals are wanted. */
export interface IntervalRequest {
  readonly method: IntervalMethod;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
}

/** Whether the method draws respondents. */
export const isBootstrap = (method: IntervalMethod): boolean =>
  method === 'bootstrap-percentile' || method === 'bootstrap-bca';

/**
 * The interval of a scale's alpha. Those from a distribution count on the fewest respondents behind any pair of items,
 * which under the listwise rule are all complete ones (psych takes all rows, whatever is missing in them).
 *
 * @param respondents needed by a bootstrap alone
 */
export function alphaInterval(
  alpha: number,
  scale: ScaleMoments,
  request: IntervalRequest,
  respondents: RespondentBlocks | undefined,
): Interval {
  const { method, level } = request;
  if (isBootstrap(method)) {
    return drawn(request, Number.isNaN(alpha) ? undefined : respondents, alphaBootstrapInterval);
  }
  const n = smallestCount(scale);
  const k = scale.items.length;
  const { lower, upper } =
    method === 'feldt'
      ? feldtInterval(alpha, n, k, level)
      : method === 'bonett'
        ? bonettInterval(alpha, n, k, { level })
        : duhachekIacobucciInterval(alpha, alphaStandardError({ ...scale.moments, n }), level);
  const counted = scale.missing === 'listwise' ? {} : { n };
  return { method, level, lower: orNull(lower), upper: orNull(upper), ...counted };
}

/**
 * Respondents above which another statistic than alpha has a percentile interval where BCa was asked for: BCa computes it
 * again without each of them, and what it corrects is of the order of 1 / n.
 */
export const MOST_FOR_BCA = 5000;

/**
 * A bootstrap interval of another statistic of the moments; null where another kind of interval was asked for. It says
 * itself which bootstrap it is: see `MOST_FOR_BCA`.
 */
export function statisticInterval(
  statistic: (moments: Moments) => number,
  request: IntervalRequest,
  respondents: RespondentBlocks | undefined,
): Interval | null {
  if (!isBootstrap(request.method)) return null;
  const n = (respondents ?? []).reduce((sum, [first]) => sum + first!.length, 0);
  const method = n > MOST_FOR_BCA ? 'bootstrap-percentile' : request.method;
  return drawn({ ...request, method }, respondents, (columns, options) =>
    bootstrapInterval(statistic, columns, options),
  );
}

function drawn(
  { method, level, seed, draws }: IntervalRequest,
  respondents: RespondentBlocks | undefined,
  interval: typeof alphaBootstrapInterval,
): Interval {
  const kind = method === 'bootstrap-bca' ? 'bca' : 'percentile';
  const none: Pick<BootstrapInterval, 'lower' | 'upper' | 'usable'> = { lower: NaN, upper: NaN, usable: 0 };
  const found =
    respondents === undefined ? none : interval(columnsOf(respondents), { seed, draws, method: kind, level });
  return {
    method,
    level,
    lower: orNull(found.lower),
    upper: orNull(found.upper),
    bootstrap: { draws, usable: found.usable, seed },
  };
}

/** The blocks as whole columns. */
function columnsOf(blocks: RespondentBlocks): Int16Array[] {
  const n = blocks.reduce((sum, [first]) => sum + first!.length, 0);
  return (blocks[0] ?? []).map((_, item) => {
    const column = new Int16Array(n);
    let at = 0;
    for (const block of blocks) {
      column.set(block[item]!, at);
      at += block[item]!.length;
    }
    return column;
  });
}
