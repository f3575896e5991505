import type { ChangeWave } from './change-report-types.ts';

/** Rows of the two waves that are the same person. */
export interface PersonLink {
  readonly first: number;
  readonly second: number;
}

/** The scores of a scale, kept apart by whether somebody was found again. Who has no score in one of two waves is there once. */
export interface ChangePeople {
  readonly linked: {
    readonly before: Float64Array;
    readonly after: Float64Array;
    /** their rows */
    readonly rows: readonly PersonLink[];
  };
  readonly onlyBefore: Float64Array;
  readonly onlyAfter: Float64Array;
  /** all scores of each wave */
  readonly allBefore: Float64Array;
  readonly allAfter: Float64Array;
}

/** @throws RangeError for a link to a row that is not there, or a row that is linked twice */
export function changePeople(
  first: ChangeWave,
  second: ChangeWave,
  links: readonly PersonLink[],
  scale: number,
): ChangePeople {
  const [before, after] = [first.scores[scale]!, second.scores[scale]!];
  const [linkedFirst, linkedSecond] = [new Uint8Array(before.length), new Uint8Array(after.length)];
  const rows: PersonLink[] = [];
  for (const link of links) {
    if (!(link.first in before) || linkedFirst[link.first] === 1)
      throw new RangeError(`Unexpected row: ${link.first}.`);
    if (!(link.second in after) || linkedSecond[link.second] === 1) {
      throw new RangeError(`Unexpected row: ${link.second}.`);
    }
    const isComplete = !Number.isNaN(before[link.first]!) && !Number.isNaN(after[link.second]!);
    // 2: linked, but without a score in one of the waves
    linkedFirst[link.first] = isComplete ? 1 : 2;
    linkedSecond[link.second] = isComplete ? 1 : 2;
    if (isComplete) rows.push(link);
  }
  const others = (scores: Float64Array, is: Uint8Array): Float64Array =>
    scores.filter((score, row) => is[row] !== 1 && !Number.isNaN(score));
  return {
    linked: {
      before: Float64Array.from(rows, (link) => before[link.first]!),
      after: Float64Array.from(rows, (link) => after[link.second]!),
      rows,
    },
    onlyBefore: others(before, linkedFirst),
    onlyAfter: others(after, linkedSecond),
    allBefore: before.filter((score) => !Number.isNaN(score)),
    allAfter: after.filter((score) => !Number.isNaN(score)),
  };
}
