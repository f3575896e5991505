import type { CodingByScale, Instrument } from '@peerscale/core';
import type { Answers } from './answers.ts';

/**
 * The same answers under another coding. Two text packs of one instrument may count in opposite directions; without
 * this, changing the language would turn "always" into "never". Reasons for missing stay as they are.
 *
 * @example recodeAnswers(instrument, { tired: 1 }, { often: 'endorsement' }, { often: 'rejection' }) // { tired: 5 }
 */
export function recodeAnswers<A extends Answers>(
  instrument: Instrument,
  answers: A,
  from: CodingByScale,
  to: CodingByScale,
): A {
  const turned = new Map<string, readonly number[]>();
  for (const scale of instrument.responseScales) {
    if (from[scale.id] !== to[scale.id]) turned.set(scale.id, scale.codes);
  }
  if (turned.size === 0) return answers;
  const recoded: Record<string, Answers[string]> = { ...answers };
  for (const item of instrument.items) {
    const codes = turned.get(item.responseScale);
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    if (codes === undefined || typeof answer !== 'number') continue;
    recoded[item.id] = Math.min(...codes) + Math.max(...codes) - answer;
  }
  return recoded as A;
}
