import {
  type ChangeReportInput,
  type ChangeScale,
  type ChangeWave,
  linkWaves,
  type PersonLink,
  type ScoredRespondents,
} from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import type { CodeRequest } from '../options/code-options.ts';
import type { ScoresRequest } from '../options/scores-request.ts';
import { codeColumns, codedWaveOf } from './coded-wave-of.ts';
import { linksById } from './links-by-id.ts';
import { type ReadScores, readScores } from './read-scores.ts';

/** Two waves and what tells persons and teams. */
export interface WavesRequest {
  readonly files: readonly [first: string, second: string];
  readonly scores: ScoresRequest;
  readonly id: string | undefined;
  readonly code: CodeRequest | undefined;
  readonly team: string | undefined;
  /** of every scale; undefined: alpha of the first wave */
  readonly reliability: number | undefined;
  /** whose scores count, default all who have one */
  readonly respondents?: ScoredRespondents;
}

/** The waves as the report takes them, and how many answers are missing in each. */
export interface ReadWaves {
  readonly input: ChangeReportInput;
  readonly missingCells: readonly [first: number, second: number];
}

/** @throws CommandFailure as `readScores`, and for an identifier that is there twice in a wave */
export async function readWaves(request: WavesRequest, context: CommandContext): Promise<ReadWaves> {
  const { files, scores, id, code, team, respondents } = request;
  const texts = [
    id === undefined ? [] : [id],
    team === undefined ? [] : [team],
    code === undefined ? [] : codeColumns(code),
  ];
  const wanted = { texts: [...new Set(texts.flat())] };
  const first = await readScores(files[0], scores, wanted, context, respondents);
  const second = await readScores(files[1], scores, wanted, context, respondents);
  const wave = (file: string, { rows, scales, beside }: ReadScores): ChangeWave => ({
    file,
    rows,
    scores: scales.map((scale) => scale.scores),
    ...(team === undefined ? {} : { teams: beside.texts(team) }),
  });
  const linkedBy = id !== undefined ? 'id' : code !== undefined ? 'code' : undefined;
  return {
    input: {
      instrument: scores.kind === 'answers' ? identityOf(scores.answers.instrument) : null,
      scales: first.scales.map((scale, place) => scaleOf(scale, second.scales[place]!, request.reliability)),
      first: wave(files[0], first),
      second: wave(files[1], second),
      ...(linkedBy === undefined ? {} : { links: await linksOf(request, first, second), linkedBy }),
    },
    missingCells: [first.missingCells, second.missingCells],
  };
}

const identityOf = ({ id, version }: { readonly id: string; readonly version: string }) => ({ id, version });

async function linksOf(
  { files, id, code }: WavesRequest,
  first: ReadScores,
  second: ReadScores,
): Promise<readonly PersonLink[]> {
  if (id !== undefined) {
    const ids = (file: string, { beside }: ReadScores) => ({ file, ids: beside.texts(id) });
    return linksById(ids(files[0], first), ids(files[1], second), id);
  }
  const [before, after] = [await codedWaveOf(code!, first.beside), await codedWaveOf(code!, second.beside)];
  return linkWaves(before.wave, after.wave).links;
}

function scaleOf(
  first: ReadScores['scales'][number],
  second: ReadScores['scales'][number],
  given: number | undefined,
): ChangeScale {
  const { id, name, alpha } = first;
  const known = given ?? alpha;
  const isUsable = known >= 0 && known < 1;
  return {
    id,
    name,
    possible: {
      minimum: Math.min(first.possible.minimum, second.possible.minimum),
      maximum: Math.max(first.possible.maximum, second.possible.maximum),
    },
    reliability: isUsable ? { value: known, source: given === undefined ? 'alpha-of-first-wave' : 'given' } : null,
  };
}
