import type { CodingByScale, Instrument } from '@peerscale/core';
import type { Answers } from './answers.ts';

/**
 * The same answers under another coding. Two text packs of one instrument may count in opposite directions; without
 * this, changing the language would turn "always" into "never".
 *
 * @example recodeAnswers(instrument, { tired: 1 }, { often: 'endorsement' }, { often: 'rejection' }) // { tired: 5 }
 */
export function recodeAnswers(
  instrument: Instrument,
  answers: Answers,
  from: CodingByScale,
  to: CodingByScale,
): Answers {
  const turned = new Map<string, readonly number[]>();
  for (const scale of instrument.responseScales) {
    if (from[scale.id] !== to[scale.id]) turned.set(scale.id, scale.codes);
  }
  if (turned.size === 0) return answers;
  const recoded: Record<string, number> = { ...answers };
  for (const item of instrument.items) {
    const codes = turned.get(item.responseScale);
    if (codes === undefined || !Object.hasOwn(answers, item.id)) continue;
    recoded[item.id] = Math.min(...codes) + Math.max(...codes) - answers[item.id]!;
  }
  return recoded;
}
