import type { DriverVariable } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import type { ScoresRequest } from '../options/scores-request.ts';
import { readScores } from './read-scores.ts';

/** Variables of a file by name, and the team of each row. */
export interface ReadVariables {
  readonly rows: number;
  readonly missingCells: number;
  readonly teams: readonly string[] | undefined;
  variableOf(id: string): DriverVariable;
}

/**
 * Reads variables: scales of the instrument by their ids, and columns of numbers by their names.
 *
 * @throws CommandFailure as `readScores`
 */
export async function readVariables(
  file: string,
  request: ScoresRequest,
  names: readonly string[],
  team: string | undefined,
  context: CommandContext,
): Promise<ReadVariables> {
  const ids = request.kind === 'answers' ? request.answers.instrument.scales.map(({ id }) => id) : [];
  const numbers = names.filter((name) => !ids.includes(name));
  const texts = team === undefined ? [] : [team];
  const { rows, scales, beside, missingCells } = await readScores(file, request, { texts, numbers }, context);
  return {
    rows,
    missingCells,
    teams: team === undefined ? undefined : beside.texts(team),
    variableOf(id: string): DriverVariable {
      const scale = ids.includes(id) ? scales.find((candidate) => candidate.id === id) : undefined;
      if (scale !== undefined) return { id, name: scale.name, values: scale.scores };
      return { id, name: { en: id }, values: beside.numbers(id) };
    },
  };
}
