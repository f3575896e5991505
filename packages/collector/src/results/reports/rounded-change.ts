import {
  adjustedP,
  type ChangeDifference,
  type ChangeReport,
  type ChangeReportScale,
  type ChangeSample,
  type Estimate,
  studentTCdf,
  studentTQuantile,
} from '@peerscale/core';
import { roundOrNull, roundTo, spreadStep } from '../release/rounding.ts';

/**
 * A change report as it may leave the server: standard deviations rounded as everywhere, and whatever rests on them worked
 * out from the rounded ones, so that nothing tells them more closely. Means and numbers of people stay as they are.
 */
export function roundedChange(report: ChangeReport): ChangeReport {
  const scales = report.scales.map(roundedScale);
  const adjustedOf = (design: Design) =>
    adjustedP(
      scales.map((scale) => scale[design]?.difference.p ?? NaN),
      report.adjustment,
    );
  const [linked, unlinked, everybody] = [adjustedOf('linked'), adjustedOf('unlinked'), adjustedOf('everybody')];
  return {
    ...report,
    scales: scales.map((scale, i) => ({
      ...scale,
      linked: withAdjusted(scale.linked, linked[i]!),
      unlinked: withAdjusted(scale.unlinked, unlinked[i]!),
      everybody: withAdjusted(scale.everybody, everybody[i]!),
    })),
  };
}

type Design = 'linked' | 'unlinked' | 'everybody';

function withAdjusted<T extends { readonly difference: ChangeDifference }>(figures: T | null, p: number): T | null {
  if (figures === null) return null;
  return { ...figures, difference: { ...figures.difference, adjustedP: Number.isNaN(p) ? null : p } };
}

function roundedScale(scale: ChangeReportScale): ChangeReportScale {
  const step = spreadStep(scale.possible);
  const sampleOf = (sample: ChangeSample): ChangeSample => roundedSample(sample, step);
  const { linked, unlinked, everybody } = scale;
  return {
    ...scale,
    linked:
      linked === null
        ? null
        : {
            ...linked,
            before: sampleOf(linked.before),
            after: sampleOf(linked.after),
            r: roundOrNull(linked.r, 0.01),
            difference: roundedDifference(linked.difference, step),
            dav: rescaled(linked.dav, averageRatio(linked.before, linked.after, step)),
            gav: rescaled(linked.gav, averageRatio(linked.before, linked.after, step)),
            wilcoxon: {
              ...linked.wilcoxon,
              p: roundOrNull(linked.wilcoxon.p, 0.01),
              rankBiserial: roundOrNull(linked.wilcoxon.rankBiserial, 0.01),
            },
            // a row of squares beside the distribution of everybody would tell how the others are spread
            grid: null,
          },
    unlinked:
      unlinked === null
        ? null
        : {
            ...unlinked,
            before: sampleOf(unlinked.before),
            after: sampleOf(unlinked.after),
            difference: roundedDifference(unlinked.difference, step),
            g: rescaled(unlinked.g, averageRatio(unlinked.before, unlinked.after, step)),
          },
    everybody:
      everybody === null
        ? null
        : {
            ...everybody,
            before: sampleOf(everybody.before),
            after: sampleOf(everybody.after),
            difference: roundedDifference(everybody.difference, step),
          },
    teams: null,
  };
}

function roundedSample(sample: ChangeSample, step: number): ChangeSample {
  const { n, mean, interval } = sample;
  const sd = roundOrNull(sample.sd, step);
  if (sd === null || mean === null || interval === null) return { ...sample, sd, interval: null };
  const half = (studentTQuantile(1 - (1 - interval.level) / 2, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, interval: { ...interval, lower: mean - half, upper: mean + half } };
}

function roundedDifference(difference: ChangeDifference, step: number): ChangeDifference {
  const { value, standardError: exact, interval, n } = difference;
  const df = roundOrNull(difference.df, 0.1);
  // of a mean of so many people, whose spread is rounded to the step
  const standardError = exact === null ? null : roundTo(exact, step / Math.sqrt(Math.max(1, n)));
  if (standardError === null || value === null || df === null || !(standardError > 0)) {
    return { ...difference, standardError, df, t: null, p: null, interval: null };
  }
  const t = value / standardError;
  const half = interval === null ? 0 : studentTQuantile(1 - (1 - interval.level) / 2, df) * standardError;
  return {
    ...difference,
    standardError,
    df,
    t,
    p: 2 * studentTCdf(-Math.abs(t), df),
    interval: interval === null ? null : { ...interval, lower: value - half, upper: value + half },
  };
}

/** By what a standardized difference changes when the standard deviations are rounded. */
function averageRatio(before: ChangeSample, after: ChangeSample, step: number): number {
  if (before.sd === null || after.sd === null) return NaN;
  const exact = Math.hypot(before.sd, after.sd);
  return exact / Math.hypot(roundTo(before.sd, step), roundTo(after.sd, step));
}

function rescaled(estimate: Estimate, ratio: number): Estimate {
  const by = (value: number | null) =>
    value === null || !Number.isFinite(ratio) ? null : roundTo(value * ratio, 0.01);
  const { interval } = estimate;
  return {
    ...estimate,
    value: by(estimate.value),
    interval: interval === null ? null : { ...interval, lower: by(interval.lower)!, upper: by(interval.upper)! },
  };
}
