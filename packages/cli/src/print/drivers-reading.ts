import type { DriverPredictor, DriversReport } from '@peerscale/core';
import { fixed } from './number-text.ts';
import { safeText } from './safe-text.ts';

const name = (id: string): string => safeText(id, 40);

/** What the figures say, in sentences: the predictors from the largest share down, then moderation and mediation. */
export function driversReading(report: DriversReport): string[] {
  const { predictors, outcome, rSquared, moderator, moderations, mediator, mediations } = report;
  if (rSquared.value === null) return [];
  const explained = `Together they explain ${Math.round(100 * rSquared.value)}% of the differences in ${name(outcome.id)}.`;
  const sorted = [...predictors].sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0));
  const moderated = moderations.flatMap(({ predictor, adjustedP, slopes }) => {
    if (adjustedP === null || adjustedP >= 0.05) return [];
    const [low, high] = [slopes[0]!, slopes.at(-1)!];
    return [
      `What ${name(predictor)} goes with depends on ${name(moderator!.id)}: a slope of ${fixed(low.slope.value, 2)} at ${fixed(low.at, 2)}, of ${fixed(high.slope.value, 2)} at ${fixed(high.at, 2)}.`,
    ];
  });
  const none =
    moderator !== null && moderated.length === 0 && moderations.length > 0
      ? [`No slope is seen to depend on ${name(moderator.id)}.`]
      : [];
  const mediated = mediations.flatMap(({ predictor, indirect }) => {
    if (indirect.interval === null) return [];
    const { lower, upper } = indirect.interval;
    return lower > 0 || upper < 0
      ? [
          `Part of what ${name(predictor)} goes with runs by way of ${name(mediator!.id)} (${fixed(indirect.value, 2)}), if that comes in between.`,
        ]
      : [];
  });
  return [
    explained,
    ...sorted.flatMap((predictor) => predictorSentence(predictor, outcome.id, predictors.length > 1)),
    ...moderated,
    ...none,
    ...mediated,
    'These are associations: the order of cause is assumed, not found.',
  ];
}

function predictorSentence(
  { id, coefficient, shareOfExplained }: DriverPredictor,
  outcome: string,
  hasOthers: boolean,
): string[] {
  if (coefficient.value === null || shareOfExplained === null) return [];
  const share = `${Math.round(100 * shareOfExplained)}% of what is explained`;
  const interval = coefficient.interval;
  if (interval === null) return [`${name(id)}: ${share}.`];
  const size = `${fixed(Math.abs(coefficient.value), 2)} points`;
  return interval.lower > 0 || interval.upper < 0
    ? [
        `${name(id)}: ${share}; one point more goes with ${size} ${coefficient.value > 0 ? 'more' : 'less'} ${name(outcome)}${hasOthers ? ', the others held' : ''}.`,
      ]
    : [
        `${name(id)}: ${share}; ${hasOthers ? 'with the others held, ' : ''}no association beyond chance is to be seen.`,
      ];
}
