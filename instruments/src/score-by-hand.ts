import { type Instrument, type KeyedItem, type Scale, scaleKey, scaleOf } from '@peerscale/core';

/** A code for every item. */
export type CompleteAnswers = Readonly<Record<string, number>>;

/**
 * The score of complete answers, worked out the long way from the key: what the tests hold the scoring of the core
 * against. Takes in parts, weights, sums, counts and transforms, and shares no code with the scoring but the key.
 */
export function scoreByHand(instrument: Instrument, scaleId: string, answers: CompleteAnswers): number {
  const scale = scaleOf(instrument, scaleId);
  const raw = rawScore(instrument, scale, answers);
  if (scale.transform === undefined) return raw;
  const { lowest, highest } = extremeAnswers(instrument, scaleId);
  const low = rawScore(instrument, scale, lowest);
  return (100 * (raw - low)) / (rawScore(instrument, scale, highest) - low);
}

/** The answers that give the lowest and the highest score. */
export function extremeAnswers(
  instrument: Instrument,
  scaleId: string,
): { lowest: CompleteAnswers; highest: CompleteAnswers } {
  const pick = (code: (key: KeyedItem) => number) =>
    Object.fromEntries(scaleKey(instrument, scaleId).map((key) => [key.item, code(key)]));
  return {
    lowest: pick(({ reversed, minimum, maximum }) => (reversed ? maximum : minimum)),
    highest: pick(({ reversed, minimum, maximum }) => (reversed ? minimum : maximum)),
  };
}

function rawScore(instrument: Instrument, scale: Scale, answers: CompleteAnswers): number {
  const weightOf = (id: string) => scale.weights?.[id] ?? 1;
  const terms =
    scale.parts === undefined
      ? scaleKey(instrument, scale.id).map((key) => ({ weight: weightOf(key.item), value: keyedBy(key, answers) }))
      : scale.parts.map((id) => ({ weight: weightOf(id), value: partScore(instrument, id, scale, answers) }));
  if (scale.method === 'count') return terms.filter(({ value }) => value >= scale.countFrom!).length;
  const total = terms.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return scale.method === 'sum' ? total : total / terms.reduce((sum, { weight }) => sum + weight, 0);
}

function keyedBy({ item, reversed, minimum, maximum }: KeyedItem, answers: CompleteAnswers): number {
  const code = answers[item]!;
  return reversed ? minimum + maximum - code : code;
}

/** A part in the direction of its total. */
function partScore(instrument: Instrument, id: string, total: Scale, answers: CompleteAnswers): number {
  const score = scoreByHand(instrument, id, answers);
  if (scaleOf(instrument, id).direction === total.direction) return score;
  const { lowest, highest } = extremeAnswers(instrument, id);
  return scoreByHand(instrument, id, lowest) + scoreByHand(instrument, id, highest) - score;
}
