import {
  type CodingByScale,
  type Instrument,
  itemOf,
  MISSING_REASONS,
  type MissingReason,
  responseScaleOf,
  scaleKey,
  scaleOf,
} from '@peerscale/core';
import type { SqlVariableOptions } from '../text/sql-variable.ts';

/** How the answers to an instrument stand in a table: a column an item, with a code of its own for each reason for missing. */
export interface AnswerColumns {
  /** coding of the answers by response-scale id, where it differs from the definition's */
  readonly coding?: CodingByScale;
  /** the name of an item's column */
  readonly column: (item: string) => string;
  /**
   * the number that stands for a reason for missing, no code of an item; one of its own for each reason that the authors of
   * a scale count as an answer. NULL is missing as well, for no reason, and nothing is ever filled in for it
   */
  readonly reasonCode: (reason: MissingReason) => number;
}

export interface ScaleVariablesOptions extends AnswerColumns {
  /** whether items that stand against the scale are reversed; default true. `codeSumsSql` takes them as they were answered */
  readonly keyed?: boolean;
}

/**
 * The items of a scale as the variables of a statement, in the order of the scale: reasons for missing left out, those
 * that the scale's authors count as an answer filled in, and items that stand against the scale reversed.
 *
 * @throws RangeError for a scale that the instrument does not have, a response scale without coding, or a number
 *   that stands for a reason and for an answer
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * const places = ['not-asked', 'skipped', 'refused', 'dont-know', 'not-applicable'];
 * const columns = { column: (item: string) => item, reasonCode: (reason: string) => -1 - places.indexOf(reason) };
 * momentsSql(scaleVariables(instrument, 'scale', columns), { dialect: 'sqlite', from: 'answers' })
 */
export function scaleVariables(
  instrument: Instrument,
  scaleId: string,
  { coding = {}, column, reasonCode, keyed = true }: ScaleVariablesOptions,
): SqlVariableOptions[] {
  const { substitutes = {} } = scaleOf(instrument, scaleId);
  const filled = MISSING_REASONS.filter((reason) => substitutes[reason] !== undefined);
  const missingCodes = [...new Set(MISSING_REASONS.filter((reason) => !filled.includes(reason)).map(reasonCode))];
  const recodes = filled.map((reason) => ({ from: reasonCode(reason), to: substitutes[reason]! }));
  const reasonCodes = [...missingCodes, ...recodes.map(({ from }) => from)];
  const shared = recodes.find(({ from }) => reasonCodes.indexOf(from) !== reasonCodes.lastIndexOf(from));
  if (shared !== undefined) {
    throw new RangeError(`Unexpected reason code: ${shared.from} stands for an answer, and for another reason.`);
  }
  return scaleKey(instrument, scaleId, coding).map(({ item, reversed, minimum, maximum }) => {
    const { codes } = responseScaleOf(instrument, itemOf(instrument, item).responseScale);
    const taken = reasonCodes.find((code) => codes.includes(code));
    if (taken !== undefined) throw new RangeError(`Unexpected reason code: ${taken} is an answer to ${item}.`);
    const reverse = keyed && reversed ? { reverse: { minimum, maximum } } : {};
    return { column: column(item), missingCodes, recodes, ...reverse };
  });
}
