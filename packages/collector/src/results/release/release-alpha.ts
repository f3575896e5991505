import {
  type Instrument,
  mergeAllCodeSums,
  type ReliabilityTally,
  reliabilityReportOfTally,
  type Scale,
} from '@peerscale/core';
import type { TalliedCell } from '../tally/read-cells.ts';
import { codeSumsOf } from './release-agreement.ts';
import { COEFFICIENT_STEP, roundOrNull, roundTo } from './rounding.ts';
import type { ReleasedScale } from './wave-release.ts';

export interface AlphaOfScale {
  readonly alpha: ReleasedScale['alpha'];
  /** correlation of each item with the rest of the scale, by item */
  readonly rest: ReadonlyMap<string, number | null>;
}

/**
 * Alpha of everybody who answered all items of a scale, as `peerscale reliability` has it.
 *
 * @param cells of the groups that were asked the scale
 * @param people whom the means are about: a number that is a few off theirs is not told
 */
export function releaseAlpha(
  instrument: Instrument,
  scale: Scale,
  cells: readonly TalliedCell[],
  people: number,
  minimum: number,
): AlphaOfScale {
  const template = cells[0]!.tally.reliability.scales.find((own) => own.scale === scale.id)!;
  const codeSums = mergeAllCodeSums(cells.flatMap(({ asked, tally }) => codeSumsOf(asked, tally, scale)));
  const none: AlphaOfScale = { alpha: { value: null, interval: null, n: null }, rest: new Map() };
  if (codeSums.n < minimum || people < minimum) return none;
  const tally: ReliabilityTally = {
    rows: cells.reduce((sum, { tally: { rows } }) => sum + rows, 0),
    missing: 'listwise',
    scales: [{ ...template, complete: codeSums.n, statistics: { kind: 'code-sums', codeSums } }],
    items: undefined,
  };
  const report = reliabilityReportOfTally({ file: '', rows: tally.rows }, instrument, tally, { scales: [scale.id] });
  const { alpha, itemStatistics } = report.scales[0]!;
  const { level, lower, upper } = alpha.interval;
  const apart = Math.abs(codeSums.n - people);
  return {
    alpha: {
      value: roundOrNull(alpha.value, COEFFICIENT_STEP),
      interval:
        lower === null || upper === null
          ? null
          : { level, lower: roundTo(lower, COEFFICIENT_STEP), upper: roundTo(upper, COEFFICIENT_STEP) },
      n: apart > 0 && apart < minimum ? null : codeSums.n,
    },
    rest: new Map(itemStatistics.map(({ item, rDrop }) => [item, roundOrNull(rDrop, 0.01)] as const)),
  };
}
