import { quoteIdentifier } from '@peerscale/sql';
import type { AskedInstrument } from './asked-instrument.ts';
import { codeColumn, isAnswered, SECONDS, TEAM } from './coded-answers.ts';

const FEWEST_FOR_STRAIGHT = 3;

/** The table `counted`: what is counted of each person. */
export interface CountedAnswers {
  /** the common tables that it is made by, one after the other; it is the last */
  readonly steps: readonly string[];
  /**
   * its columns: straight, sparse (1 or NULL) and seconds; every item where the person has all answers and scores; every
   * score of those, and again of the people who have all scores but not all answers
   */
  readonly variables: readonly string[];
}

const has = (condition: string, value: string): string => `CASE WHEN ${condition} THEN ${value} END`;
const sumOf = (terms: readonly string[]): string => (terms.length === 0 ? '0' : terms.join(' + '));

// with a space, as no scale is named
const [ANSWERED, TOTAL, SQUARES, HAS_SCORES] = ['"the answered"', '"the total"', '"the squares"', '"has scores"'];

/** Counted from the table `scored`. */
export function countedAnswers({ scales, items }: AskedInstrument): CountedAnswers {
  const k = items.length;
  const codes = items.map((_, place) => quoteIdentifier(codeColumn(place)));
  const scores = scales.map(({ id }) => quoteIdentifier(id));
  const answered = items.map((_, place) => `CASE WHEN ${isAnswered(place)} THEN 1 ELSE 0 END`);
  const total = codes.map((code, place) => `CASE WHEN ${isAnswered(place)} THEN ${code} ELSE 0 END`);
  const squares = codes.map((code, place) => `CASE WHEN ${isAnswered(place)} THEN ${code} * ${code} ELSE 0 END`);
  const hasScores = scales.length === 0 ? '0 = 1' : scores.map((score) => `${score} IS NOT NULL`).join(' AND ');
  const columns: readonly (readonly [name: string, value: string])[] = [
    // those who chose one code throughout have no spread
    ['straight', has(`${ANSWERED} >= ${FEWEST_FOR_STRAIGHT} AND ${ANSWERED} * ${SQUARES} = ${TOTAL} * ${TOTAL}`, '1')],
    ['sparse', has(`${k} > 0 AND 3 * (${k} - ${ANSWERED}) >= ${k}`, '1')],
    ['seconds', quoteIdentifier(SECONDS)],
    ...codes.map((code, i) => [`item ${i}`, has(`${HAS_SCORES} = 1 AND ${ANSWERED} = ${k}`, code)] as const),
    ...scores.map((score, s) => [`complete ${s}`, has(`${HAS_SCORES} = 1 AND ${ANSWERED} = ${k}`, score)] as const),
    ...scores.map((score, s) => [`prorated ${s}`, has(`${HAS_SCORES} = 1 AND ${ANSWERED} < ${k}`, score)] as const),
  ];
  return {
    steps: [
      `described AS MATERIALIZED (
SELECT scored.*, ${sumOf(answered)} AS ${ANSWERED}, ${sumOf(total)} AS ${TOTAL}, ${sumOf(squares)} AS ${SQUARES},
  CASE WHEN ${hasScores} THEN 1 ELSE 0 END AS ${HAS_SCORES}
FROM scored)`,
      `counted AS MATERIALIZED (
SELECT ${quoteIdentifier(TEAM)}, ${columns.map(([name, value]) => `${value} AS ${quoteIdentifier(name)}`).join(', ')}
FROM described)`,
    ],
    variables: columns.map(([name]) => name),
  };
}
