import { MISSING_REASONS, type MissingReason, type RecordAnswers, responseScaleOf } from '@peerscale/core';
import { quoteIdentifier, stringLiteral } from '@peerscale/sql';
import type { Store } from '../../store/store.ts';
import type { AskedInstrument } from './asked-instrument.ts';
import { codesOf, codingOf } from './empty-tally.ts';

/** The table of the codes. */
export const CODED = 'coded';

// names with a space, which no scale has for an id
export const KEY = 'the key';
export const TEAM = 'the team';
export const SECONDS = 'the seconds';
export const codeColumn = (place: number): string => `code ${place}`;

/** Above all codes, which have 16 bits. */
const FIRST_REASON = 100_000;

/** The number that stands for a reason for missing in a column of codes. */
export const reasonCode = (reason: MissingReason): number => FIRST_REASON + MISSING_REASONS.indexOf(reason);

/** Whether there is an answer, as SQL. */
export const isAnswered = (place: number): string => `${quoteIdentifier(codeColumn(place))} < ${FIRST_REASON}`;

export interface CodedAnswersOptions {
  readonly engine: Store['engine'];
  readonly asked: AskedInstrument;
  /** of the answers: which way their codes run, where the text pack says so */
  readonly coding: RecordAnswers['coding'];
  /** places of the items wanted among those of `asked`; all by default */
  readonly places?: readonly number[];
}

/**
 * The SELECT list that makes a row of `response` a row of codes: key, team, seconds, and a column an item with the code in the
 * one coding that tallies have, or the number of the reason for missing. Whatever is neither becomes infinite, which
 * `@peerscale/sql` refuses.
 */
export function codedAnswers({ engine, asked, coding, places }: CodedAnswersOptions): string {
  const { instrument, items } = asked;
  const wanted = codingOf(instrument);
  const columns = (places ?? items.map((_, place) => place)).map((place) => {
    const { id, responseScale } = items[place]!;
    const { id: scale, highCodeMeans } = responseScaleOf(instrument, responseScale);
    const codes = codesOf(instrument, responseScale);
    const isMirrored = (coding?.[scale] ?? highCodeMeans) !== (wanted[scale] ?? highCodeMeans);
    const sum = codes[0]! + codes.at(-1)!;
    const cases = [
      ...codes.map((code) => `WHEN ${codeLiteral[engine](code)} THEN ${isMirrored ? sum - code : code}`),
      ...MISSING_REASONS.map((reason) => `WHEN ${stringLiteral(reason)} THEN ${reasonCode(reason)}`),
    ];
    const answer = `coalesce(answers ->> ${stringLiteral(id)}, 'not-asked')`;
    return `CASE ${answer} ${cases.join(' ')} ELSE ${INFINITE[engine]} END AS ${quoteIdentifier(codeColumn(place))}`;
  });
  return [
    `key_digest AS ${quoteIdentifier(KEY)}`,
    `coalesce(team_id, '') AS ${quoteIdentifier(TEAM)}`,
    `duration_seconds AS ${quoteIdentifier(SECONDS)}`,
    ...columns,
  ].join(', ');
}

// SQLite gives a JSON number as a number, PostgreSQL as a text
const codeLiteral = { sqlite: String, postgres: (code: number) => stringLiteral(String(code)) };
const INFINITE = { sqlite: '9e999', postgres: "CAST('Infinity' AS DOUBLE PRECISION)" };
