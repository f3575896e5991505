import {
  type Checked,
  type CodingByScale,
  checkResponseRecord,
  type DefinitionIssue,
  type Instrument,
  type ResponseRecord,
  type TextPack,
} from '@peerscale/core';
import type { Study } from '../store/study.ts';

/**
 * Checks a posted value against the study: all that `checkResponseRecord` finds, and what only the study knows: that the
 * locale is on offer, and that the coding is the one of the wording shown (another one would turn the scores around).
 *
 * @param textPacks the wording by locale, for every locale of the study
 */
export function checkRecord(
  study: Pick<Study, 'locales'>,
  instrument: Instrument,
  textPacks: ReadonlyMap<string, TextPack>,
  input: unknown,
): Checked<ResponseRecord> {
  const checked = checkResponseRecord(instrument, input);
  if (!checked.success) return checked;
  const { coding: given = {}, ...record } = checked.value;
  const issues: DefinitionIssue[] = [];
  const textPack = textPacks.get(record.locale);
  if (textPack === undefined) {
    issues.push({ code: 'wrong-locale', path: ['locale'], message: `is not one of ${study.locales.join(', ')}` });
    return { success: false, issues };
  }
  const coding = codingOf(instrument, textPack);
  for (const { id, highCodeMeans } of instrument.responseScales) {
    const expected = coding[id] ?? highCodeMeans;
    if ((given[id] ?? highCodeMeans) !== expected) {
      issues.push({
        code: 'wrong-coding',
        path: given[id] === undefined ? ['coding'] : ['coding', id],
        message: `a high code of ${id} means ${expected} in the wording of this locale`,
      });
    }
  }
  if (issues.length > 0) return { success: false, issues };
  return { success: true, value: Object.keys(coding).length === 0 ? record : { ...record, coding } };
}

/** The coding of the wording by response-scale id, where it differs from the definition's. */
function codingOf(instrument: Instrument, textPack: TextPack): CodingByScale {
  const differing = instrument.responseScales.flatMap(({ id, highCodeMeans }) => {
    const shown = textPack.responseScales[id]?.highCodeMeans;
    return shown === undefined || shown === highCodeMeans ? [] : [[id, shown] as const];
  });
  return Object.fromEntries(differing);
}
