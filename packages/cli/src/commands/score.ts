import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { answerChunks } from '../input/answer-chunks.ts';
import { ANSWERS_HELP, type AnswersRequest, answersOptions, answersRequest } from '../options/answers-request.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { type Standing, standingOptions } from '../options/standing-options.ts';
import { checkNewFile, type NewFile, openNewFile } from '../output/new-file.ts';
import { openFileProgress } from '../output/progress.ts';
import { scoresCsv, scoresCsvHeader } from '../output/scores-csv.ts';
import { scoresJson } from '../output/scores-json.ts';
import { answersHead } from '../print/answers-head.ts';
import { fileLabel } from '../print/safe-text.ts';
import { scoreText } from '../print/score-text.ts';
import { mergeScoreDigests, type ScoreDigest, scoreDigest } from '../scores/score-digest.ts';
import { type ScoredChunk, scoredChunk } from '../scores/scored-chunk.ts';
import type { Command } from './command.ts';

const options = {
  ...answersOptions,
  norm: { type: 'string', multiple: true },
  bands: { type: 'string', multiple: true },
  out: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Rows that are read, scored and written at a time: what is in memory, whatever the length of the file. */
const ROWS_AT_A_TIME = 8192;

interface ScoreRequest {
  readonly file: string;
  readonly answers: AnswersRequest;
  readonly standings: readonly Standing[];
  readonly keepsAll: boolean;
}

interface ScoreRun {
  readonly digest: ScoreDigest;
  readonly missingCells: number;
  /** all rows where they were to be kept, else none */
  readonly chunks: readonly ScoredChunk[];
}

/** Reads, scores and writes chunk by chunk. */
async function scoreFile(
  { file, answers, standings, keepsAll }: ScoreRequest,
  target: NewFile | undefined,
  context: CommandContext,
): Promise<ScoreRun> {
  const progress = await openFileProgress(keepsAll ? undefined : context.terminal, file, context.cwd);
  let digest: ScoreDigest | undefined;
  let missingCells = 0;
  const chunks: ScoredChunk[] = [];
  try {
    const { onBytes } = progress;
    for await (const chunk of answerChunks(file, answers, context, { rows: ROWS_AT_A_TIME, onBytes })) {
      const scored = scoredChunk(answers.instrument, chunk, standings);
      if (digest === undefined) await target?.write(scoresCsvHeader(scored));
      if (target !== undefined) for (const piece of scoresCsv(scored)) await target.write(piece);
      const part = scoreDigest(scored);
      digest = digest === undefined ? part : mergeScoreDigests(digest, part);
      missingCells += chunk.missingCells;
      if (keepsAll) chunks.push(scored);
      progress.onRows(scored.rows);
    }
  } finally {
    progress.end();
  }
  return { digest: digest!, missingCells, chunks };
}

export const score: Command = {
  name: 'score',
  argument: 'CSV',
  summary: 'scale scores, each with a receipt of what it is made of',
  help: `peerscale score CSV (--instrument ID | --items A1,A2,... --min N --max N) [options]

Scores every respondent on every scale by the rules of the definition. A score that the missing rule does not
allow is left out with its reason, never guessed. CSV is a file with a header line, or - for standard input; of
any length, as a few thousand rows are in memory at a time. On a terminal a bar shows how far it is.

${ANSWERS_HELP}

Where scores stand (nothing of it without being asked for; source and caution are printed with it)
  --norm NORM[:z|t|percentile]  within the sample of a norm of the instrument; without a unit z, else percentile
  --bands BANDS                 in bands of the instrument. "peerscale describe ID" lists norms and bands

Output
  --out scores.csv            all scores as CSV: row (data rows counted from 1), and for every scale
                              value, used (number of items), prorated, reason
  --force                     lets --out replace a file
  --json                      scores with receipts as JSON (schema peerscale/scores@1), nothing else; all rows are in
                              memory then: half a gigabyte for a million rows of 36 items

Examples
  peerscale score answers.csv --instrument peer-role --out scores.csv
  peerscale score answers.csv --items A1,A2,A3 --reverse A1 --min 1 --max 6
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'score');
    const file = onlyArgument(positionals, 'score', 'a CSV file, or - for standard input');
    const { out, force = false, json = false } = values;
    if (out === undefined && force) throw badInput('score: --force belongs to --out');
    const answers = await answersRequest(values, 'score', context);
    const standings = standingOptions(values, answers.instrument);
    if (out !== undefined) await checkNewFile(out, file, context.cwd, force);
    const target = out === undefined ? undefined : await openNewFile(out, context.cwd, force, context.onInterrupt);
    try {
      const request = { file, answers, standings, keepsAll: json };
      const { digest, missingCells, chunks } = await scoreFile(request, target, context);
      await target?.settle();
      if (json) {
        const pieces = scoresJson(file, answers, standings, digest, chunks);
        for (const piece of pieces) await context.output.write(piece);
      } else {
        const written = out === undefined ? '' : `\nAll scores are in ${fileLabel(out)}\n`;
        const head = answersHead(file, { rows: digest.rows, missingCells }, answers);
        await context.output.write(head + scoreText(digest, standings) + written);
      }
      return 0;
    } finally {
      await target?.discard();
    }
  },
};
