import { answersNeeded, type Instrument, possibleRange, type Scale } from '@peerscale/core';
import { columnOf, type StepColumn } from './step-columns.ts';

/** An item or part of a scale. */
export interface ScoreEntry {
  /** the column that is NULL where there is no answer, or no score of the part */
  readonly of: StepColumn;
  /** what it adds to the score, turned round and counted, before its weight */
  readonly value: string;
  readonly weight: number;
}

export interface ScoreColumnOptions {
  /** what tells the names of its columns from those of other scales */
  readonly number: number;
  readonly double: (value: number) => string;
}

/**
 * The score of a scale: `scoreBlock` and `weightedTotals` of the core, operation by operation. Adding 0 for a missing
 * answer is the same as adding nothing, and 1 times a value is the value.
 */
export function scoreColumn(
  instrument: Instrument,
  scale: Scale,
  entries: readonly ScoreEntry[],
  { number, double }: ScoreColumnOptions,
): StepColumn {
  const k = entries.length;
  const needed = answersNeeded(scale.missing, k);
  const isMean = scale.method === 'mean';
  const allWeights = double(entries.reduce((sum, { weight }) => sum + weight, 0));
  const of = entries.map((entry) => entry.of);
  const weighted = entries.map(({ value, weight }) => (weight === 1 ? value : `${double(weight)} * ${value}`));
  const score = (raw: string, uses: readonly StepColumn[]) =>
    columnOf(`x${number}`, transformedSql(raw, instrument, scale, double), uses);

  // a missing answer makes the sum NULL, as it should be
  if (needed === k) {
    const sum = `(${weighted.join(' + ')})`;
    return score(isMean ? `(${sum} / ${allWeights})` : sum, of);
  }
  const answered = entries.map((entry) => `CAST(${entry.of.name} IS NOT NULL AS INTEGER)`);
  const weights = entries.map((entry) => `CASE WHEN ${entry.of.name} IS NULL THEN 0 ELSE ${double(entry.weight)} END`);
  const sum = columnOf(`s${number}`, weighted.map((value) => `COALESCE(${value}, 0)`).join(' + '), of);
  const count = columnOf(`n${number}`, answered.join(' + '), of);
  const isPlain = entries.every(({ weight }) => weight === 1);
  const weight = isPlain ? count : columnOf(`w${number}`, weights.join(' + '), of);
  const mean = `${sum.name} / ${weight.name}`;
  const cases = isMean ? `ELSE ${mean}` : `WHEN ${count.name} = ${k} THEN ${sum.name} ELSE ${mean} * ${allWeights}`;
  return score(
    `CASE WHEN ${count.name} < ${needed} THEN NULL ${cases} END`,
    isPlain ? [sum, count] : [sum, count, weight],
  );
}

function transformedSql(raw: string, instrument: Instrument, scale: Scale, double: (value: number) => string): string {
  if (scale.transform === undefined) return raw;
  const { transform: _, ...untransformed } = scale;
  const scales = instrument.scales.map((other) => (other.id === scale.id ? untransformed : other));
  const { minimum, maximum } = possibleRange({ ...instrument, scales }, scale.id);
  return `100 * (${raw} - ${double(minimum)}) / ${double(maximum - minimum)}`;
}
