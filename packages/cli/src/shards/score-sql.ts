import { type CodingByScale, type Instrument, possibleRange, type Scale, scaleKey, scaleOf } from '@peerscale/core';

/**
 * The score of a complete respondent as SQL, operation by operation as `scoreResponses` works it out, so that equal scores
 * are the same double.
 *
 * @param keyedSql the keyed answer to an item of a scale, as SQL
 */
export function scoreSql(
  instrument: Instrument,
  coding: CodingByScale,
  scaleId: string,
  keyedSql: (scaleId: string, item: string) => string,
): string {
  const scale = scaleOf(instrument, scaleId);
  const weightOf = (id: string): number => scale.weights?.[id] ?? 1;
  const entries = scale.parts ?? scaleKey(instrument, scaleId, coding).map(({ item }) => item);
  const values = entries.map((id) => {
    if (scale.parts === undefined) return countedSql(keyedSql(scaleId, id), scale);
    const score = scoreSql(instrument, coding, id, keyedSql);
    if (scaleOf(instrument, id).direction === scale.direction) return score;
    const { minimum, maximum } = possibleRange(instrument, id);
    return `(${double(minimum + maximum)} - ${score})`;
  });
  const sum = entries.map((id, i) => `${double(weightOf(id))} * ${values[i]}`).join(' + ');
  const allWeights = entries.reduce((total, id) => total + weightOf(id), 0);
  const raw = scale.method === 'mean' ? `((${sum}) / ${double(allWeights)})` : `(${sum})`;
  if (scale.transform === undefined) return raw;
  const { minimum, maximum } = rawRangeOf(instrument, scale);
  return `((${double(100)} * (${raw} - ${double(minimum)})) / ${double(maximum - minimum)})`;
}

const double = (value: number): string => `CAST('${value}' AS DOUBLE)`;

const countedSql = (value: string, { method, countFrom }: Scale): string =>
  method === 'count'
    ? `CASE WHEN ${value} >= ${double(countFrom ?? 0)} THEN 1 WHEN ${value} IS NOT NULL THEN 0 END`
    : value;

/** The possible scores before the transform. */
function rawRangeOf(instrument: Instrument, scale: Scale) {
  const { transform: _, ...raw } = scale;
  const scales = instrument.scales.map((other) => (other.id === scale.id ? raw : other));
  return possibleRange({ ...instrument, scales }, scale.id);
}
