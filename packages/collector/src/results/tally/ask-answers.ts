import { type AnswerColumns, type SqlDialect, type SqlRow, scoresSql } from '@peerscale/sql';
import { sql } from 'kysely';
import type { Store } from '../../store/store.ts';
import type { AlikeResponses } from './alike-responses.ts';
import type { AskedInstrument } from './asked-instrument.ts';
import { CODED, codeColumn, codedAnswers, KEY, reasonCode, SECONDS, TEAM } from './coded-answers.ts';
import { codingOf } from './empty-tally.ts';
import { oneOf } from './one-of.ts';

export interface AnswersQuestion {
  /** of the tables `coded` and those of `steps` */
  readonly statement: string;
  /** further common tables, one after the other */
  readonly steps?: readonly string[];
  /** places of the items wanted among those asked; all by default */
  readonly places?: readonly number[];
}

/** Asks the database about some responses, whose answers are there as the columns of the table `coded`. */
export async function askAnswers(
  { db, engine }: Store,
  { keys, ...responses }: AlikeResponses,
  { statement, steps = [], places }: AnswersQuestion,
): Promise<SqlRow[]> {
  const list = codedAnswers({ engine, ...responses, ...(places && { places }) });
  const answers = engine === 'postgres' ? sql`CAST(answers AS jsonb) AS answers` : sql`answers`;
  // parsed once a row, which the OFFSET keeps PostgreSQL from spreading over the columns
  const fence = engine === 'postgres' ? sql`OFFSET 0` : sql``;
  const { rows } = await sql<SqlRow>`
    WITH ${sql.raw(CODED)} AS MATERIALIZED (
      SELECT ${sql.raw(list)}
      FROM (
        SELECT key_digest, team_id, duration_seconds, ${answers}
        FROM response
        WHERE key_digest ${oneOf(engine, keys)}
        ${fence}
      ) AS answered
    )${sql.raw(steps.map((step) => `,\n${step}`).join(''))}
    SELECT * FROM (${sql.raw(statement)}) AS figures`.execute(db);
  return rows;
}

const DIALECTS: Record<Store['engine'], SqlDialect> = { sqlite: 'sqlite', postgres: 'postgresql' };
export const dialectOf = ({ engine }: Store): SqlDialect => DIALECTS[engine];

/** How the answers stand in the table `coded`. */
export const answerColumns = (asked: AskedInstrument): AnswerColumns => ({
  coding: codingOf(asked.instrument),
  column: (item) => codeColumn(placeOf(asked, item)),
  reasonCode,
});

export const placeOf = ({ items }: AskedInstrument, item: string): number => items.findIndex(({ id }) => id === item);

/** The table `scored`: that of the codes, with a column a scale of what was asked. */
export function scoredStep(store: Store, asked: AskedInstrument): string {
  if (asked.scales.length === 0) return `scored AS MATERIALIZED (SELECT * FROM ${CODED})`;
  const scores = scoresSql(asked.instrument, {
    ...answerColumns(asked),
    dialect: dialectOf(store),
    from: CODED,
    scales: asked.scales.map(({ id }) => id),
    keep: [KEY, TEAM, SECONDS, ...asked.items.map((_, place) => codeColumn(place))],
  });
  return `scored AS MATERIALIZED (\n${scores}\n)`;
}
