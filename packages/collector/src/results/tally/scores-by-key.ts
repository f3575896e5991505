import { quoteIdentifier } from '@peerscale/sql';
import type { Store } from '../../store/store.ts';
import type { AlikeResponses } from './alike-responses.ts';
import { askAnswers, scoredStep } from './ask-answers.ts';
import { isAnswered, KEY } from './coded-answers.ts';

/** One person's scores on the scales that were asked. */
export interface PersonScores {
  /** in the order of the scales; NaN where there is none */
  readonly scores: readonly number[];
  /** whether every item has an answer */
  readonly hasAll: boolean;
}

/** The scores of responses, worked out by the database (`@peerscale/sql`), by their keys: the answers stay there. */
export async function scoresByKey(store: Store, responses: AlikeResponses): Promise<Map<string, PersonScores>> {
  const { asked } = responses;
  const hasAll = asked.items.map((_, place) => isAnswered(place)).join(' AND ') || '1 = 1';
  const scores = asked.scales.map(({ id }, s) => `, ${quoteIdentifier(id)} AS score${s}`);
  const rows = await askAnswers(store, responses, {
    steps: [scoredStep(store, asked)],
    statement: `SELECT ${quoteIdentifier(KEY)} AS person, CASE WHEN ${hasAll} THEN 1 ELSE 0 END AS has_all${scores.join('')} FROM scored`,
  });
  return new Map(
    rows.map((row) => [
      String(row.person),
      {
        scores: asked.scales.map((_, s) => (row[`score${s}`] as number | null) ?? Number.NaN),
        hasAll: row.has_all === 1,
      },
    ]),
  );
}
