import { correlationsOf, type Moments, momentsOfColumns, packedIndex, withoutVariable } from '../moments/index.ts';
import {
  alphaStandardError,
  averageInterItemCorrelation,
  cronbachAlpha,
  feldtInterval,
  guttmanLambda6,
  itemTotalCorrelations,
  medianInterItemCorrelation,
  signalToNoise,
  standardizedAlpha,
  varianceOfInterItemCorrelations,
} from '../reliability/index.ts';
import type { CompleteKeyedColumns } from '../scoring/index.ts';
import type { ReportIssue } from './issue.ts';
import { orNull } from './or-null.ts';
import type { IfDropped, ItemStatistics, ReliabilityScale } from './report-types.ts';

/**
 * The reliability of one scale with its item table: the kernels put together, and an issue for whatever is missing or
 * should be read with care. With an item that does not vary, alpha is not given: the item may not belong to the scale as
 * it was asked, and leaving it out is the reader's choice (its `ifDropped` shows what would come of it).
 *
 * @param complete keyed answers of the listwise-complete respondents
 * @param level coverage of the interval
 */
export function reliabilityScale(id: string, complete: CompleteKeyedColumns, level: number): ReliabilityScale {
  const { items, n, nDropped } = complete;
  const k = items.length;
  const moments = momentsOfColumns(complete.columns);
  const constant = constantItems(moments, items);
  const estimable = constant.length === 0 ? moments : null;
  const figure = (kernel: (moments: Moments) => number) => (estimable === null ? null : orNull(kernel(estimable)));
  const alpha = figure(cronbachAlpha);
  const interval = feldtInterval(alpha ?? NaN, n, k, level);
  const lambda6 = figure(guttmanLambda6);
  const itemStatistics = itemTable(moments, complete);
  return {
    id,
    items,
    k,
    n,
    nDropped,
    missing: 'listwise',
    alpha: {
      value: alpha,
      standardized: figure(standardizedAlpha),
      averageR: figure(averageInterItemCorrelation),
      medianR: figure(medianInterItemCorrelation),
      signalToNoise: figure(signalToNoise),
      lambda6,
      interval: { method: 'feldt', level, lower: orNull(interval.lower), upper: orNull(interval.upper) },
    },
    itemStatistics,
    issues: [
      ...sizeIssues(n, nDropped, k),
      ...constant.map((item) => constantItemIssue(item, moments.means[items.indexOf(item)]!)),
      ...(n >= 2 && k >= 2 && constant.length === 0 ? valueIssues(alpha, lambda6, itemStatistics) : []),
    ],
  };
}

function constantItems(moments: Moments, items: readonly string[]): string[] {
  if (moments.n < 2) return [];
  const correlations = correlationsOf(moments);
  return items.filter((_, i) => Number.isNaN(correlations[packedIndex(i, i)]!));
}

function itemTable(moments: Moments, { items, reversed, n }: CompleteKeyedColumns): ItemStatistics[] {
  const { rawR, stdR, rCor, rDrop } = itemTotalCorrelations(moments);
  return items.map((item, i) => ({
    item,
    n,
    reversed: reversed[i]!,
    mean: n === 0 ? null : orNull(moments.means[i]!),
    sd: n < 2 ? null : orNull(Math.sqrt(moments.comoments[packedIndex(i, i)]! / (n - 1))),
    rawR: orNull(rawR[i]!),
    stdR: orNull(stdR[i]!),
    rCor: orNull(rCor[i]!),
    rDrop: orNull(rDrop[i]!),
    ifDropped: ifDropped(withoutVariable(moments, i)),
  }));
}

function ifDropped(rest: Moments): IfDropped {
  const hasConstant = rest.n < 2 || correlationsOf(rest).some(Number.isNaN);
  const figure = (kernel: (moments: Moments) => number) => (hasConstant ? null : orNull(kernel(rest)));
  return {
    alpha: figure(cronbachAlpha),
    standardized: figure(standardizedAlpha),
    lambda6: figure(guttmanLambda6),
    averageR: figure(averageInterItemCorrelation),
    signalToNoise: figure(signalToNoise),
    standardError: figure(alphaStandardError),
    varianceR: figure(varianceOfInterItemCorrelations),
    medianR: figure(medianInterItemCorrelation),
  };
}

function sizeIssues(n: number, nDropped: number, k: number): ReportIssue[] {
  const issues: ReportIssue[] = [];
  if (k < 2) {
    issues.push({
      code: 'too-few-items',
      message: 'Internal consistency needs at least two items; this scale has one.',
    });
  }
  if (n === 0 && nDropped === 0) issues.push({ code: 'no-respondents', message: 'There are no respondents.' });
  else if (n < 2) {
    const found = n === 0 ? 'nobody' : 'only one respondent';
    issues.push({
      code: 'too-few-respondents',
      message: `Internal consistency needs at least two respondents who answered every item; ${found} did.`,
    });
  }
  return issues;
}

function constantItemIssue(item: string, value: number): ReportIssue {
  return {
    code: 'constant-item',
    item,
    message: `Everybody has the same keyed answer to ${item} (${Number(value.toPrecision(6))}): with it, alpha is not given.`,
  };
}

function valueIssues(
  alpha: number | null,
  lambda6: number | null,
  itemStatistics: readonly ItemStatistics[],
): ReportIssue[] {
  const issues: ReportIssue[] = [];
  if (alpha === null) {
    issues.push({
      code: 'constant-score',
      message: 'Every respondent has the same sum score, so alpha does not exist.',
    });
  } else if (alpha < 0) {
    issues.push({
      code: 'negative-alpha',
      message: 'Alpha is negative: on average the items go against each other. Check the key of the items.',
    });
  }
  if (lambda6 === null && alpha !== null) {
    issues.push({
      code: 'singular-correlations',
      message: 'Some items are sums of others for these respondents, so lambda 6 and r.cor do not exist.',
    });
  }
  for (const { item, rDrop } of itemStatistics) {
    if (rDrop !== null && rDrop < 0) {
      issues.push({
        code: 'negative-item-rest',
        item,
        message: `${item} goes against the rest of its scale (item-rest r = ${rDrop.toFixed(2)}): check the key of ${item}.`,
      });
    }
  }
  return issues;
}
