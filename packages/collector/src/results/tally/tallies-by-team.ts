import type { CodeSums } from '@peerscale/core';
import {
  codeSumsSql,
  countsSql,
  groupedCategoryCountsOfRows,
  groupedCodeSumsOfRows,
  scaleVariables,
} from '@peerscale/sql';
import type { Store } from '../../store/store.ts';
import type { AlikeResponses } from './alike-responses.ts';
import { answerColumns, askAnswers, dialectOf, placeOf, scoredStep } from './ask-answers.ts';
import type { CellTally } from './cell-tally.ts';
import { CODED, TEAM } from './coded-answers.ts';
import { countedAnswers } from './counted-answers.ts';
import { tallyOfFigures } from './tally-of-figures.ts';

/**
 * The tallies of responses by team, made by the database (`@peerscale/sql`): the answers stay there, and what comes from it
 * is as small as the questionnaire. Those who belong to no team are under the empty text.
 *
 * @throws RangeError for an answer that is neither a code of its response scale nor a reason for missing
 */
export async function talliesByTeam(store: Store, responses: AlikeResponses): Promise<Map<string, CellTally>> {
  const { asked } = responses;
  const dialect = dialectOf(store);
  const { steps, variables } = countedAnswers(asked);
  const counted = await askAnswers(store, responses, {
    steps: [scoredStep(store, asked), ...steps],
    statement: countsSql(variables, { dialect, from: 'counted', groupBy: TEAM }),
  });
  const codeSums: ReadonlyMap<string, CodeSums>[] = [];
  for (const { id, items } of asked.scales) {
    const given = scaleVariables(asked.instrument, id, { ...answerColumns(asked), keyed: false });
    const rows = await askAnswers(store, responses, {
      statement: codeSumsSql(given, { dialect, from: CODED, groupBy: TEAM }),
      places: items.map((item) => placeOf(asked, item)),
    });
    codeSums.push(groupedCodeSumsOfRows(rows, given.length));
  }
  return new Map(
    Array.from(groupedCategoryCountsOfRows(counted, variables.length), ([team, counts]) => {
      const own = codeSums.map((ofScale) => ofScale.get(team));
      return [team, tallyOfFigures(asked, counts, own)] as const;
    }),
  );
}
