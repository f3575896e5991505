import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';
import { listOption } from './option-values.ts';

/** Which variables are what, by the ids of scales or the names of columns. */
export interface DriverNames {
  readonly outcome: string;
  readonly predictors: readonly string[];
  readonly moderator: string | undefined;
  readonly mediator: string | undefined;
}

interface DriverValues {
  readonly outcome?: string | undefined;
  readonly predictors?: readonly string[] | undefined;
  readonly moderator?: string | undefined;
  readonly mediator?: string | undefined;
}

const MOST_PREDICTORS = 18;

/** @throws CommandFailure for a variable that is missing, or two things */
export function driverNames({ outcome, predictors: given, moderator, mediator }: DriverValues): DriverNames {
  if (outcome === undefined) throw badInput('drivers: say what is to be explained: --outcome SCALE');
  const predictors = listOption(given, 'predictors');
  if (predictors === undefined) throw badInput('drivers: say by what: --predictors S1,S2,...');
  if (predictors.length > MOST_PREDICTORS) {
    throw badInput(`--predictors: ${predictors.length} are too many; at most ${MOST_PREDICTORS}`);
  }
  const twice = predictors.find((id, i) => predictors.indexOf(id) !== i);
  if (twice !== undefined) throw badInput(`--predictors: ${quoted(twice)} is there twice`);
  const two = (id: string, what: string) => badInput(`drivers: ${quoted(id)} cannot be ${what} as well`);
  if (predictors.includes(outcome)) throw two(outcome, 'outcome and predictor');
  if (moderator !== undefined && moderator === outcome) throw two(outcome, 'outcome and moderator');
  if (moderator !== undefined && predictors.length === 1 && predictors[0] === moderator) {
    throw badInput(`drivers: ${quoted(moderator)} is the only predictor, and can moderate no other`);
  }
  if (mediator !== undefined && [outcome, moderator, ...predictors].includes(mediator)) {
    throw two(mediator, 'the mediator and something else');
  }
  return { outcome, predictors, moderator, mediator };
}

/** All of them, each once. */
export const allDriverNames = ({ outcome, predictors, moderator, mediator }: DriverNames): string[] => [
  ...new Set([outcome, ...predictors, moderator, mediator].filter((id) => id !== undefined)),
];
