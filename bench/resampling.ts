import { join } from 'node:path';
import { alphaBootstrapInterval, momentsOfColumns, splitHalves } from '@peerscale/core';
import { generateAnswers } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';
import { runR } from './run-r.ts';
import { writeColumns } from './write-columns.ts';

const ROUNDS = 5;
const RESPONDENTS = 1000;
const DRAWS = 1000;
const TIMES_BOOTSTRAP = 10;
const TIMES_SPLITS = 20;

/** Bootstrap intervals of alpha and all split halves, beside psych. */
export function benchResampling(folder: string): BenchTable {
  const data = join(folder, 'resampling.bin');
  const rows: string[][] = [];
  const verdicts: string[] = [];
  const line = (work: string, size: string, own: number, theirs: number | undefined, least: number, peer: string) => {
    rows.push([
      `${work}, beside \`${peer}\``,
      size,
      secondsText(own),
      theirs === undefined ? '' : secondsText(theirs),
      theirs === undefined ? '' : `${(theirs / own).toFixed(1)} x`,
    ]);
    if (theirs !== undefined) {
      verdicts.push(verdict(own * least <= theirs, `${work} at least ${least} times as fast as \`${peer}\``));
    }
  };

  const ten = generateAnswers({ rows: RESPONDENTS, items: 10, maximum: 5, seed: 20261121 });
  writeColumns(data, ten);
  const [bootstrapOfR, ...endsOfR] = (runR('resampling.R', [data, RESPONDENTS, 10, DRAWS, ROUNDS]) ?? []).map(Number);
  for (const method of ['percentile', 'bca'] as const) {
    const interval = () => alphaBootstrapInterval(ten, { method, draws: DRAWS, seed: 20261121 });
    const { lower, upper } = interval();
    // other draws, the same distribution
    requireClose('Bootstrap interval', [lower, upper], endsOfR, 0.003);
    const size = `${RESPONDENTS} x 10, ${DRAWS} draws`;
    const name = method === 'bca' ? 'BCa' : 'percentile';
    line(
      `${name} bootstrap interval of alpha`,
      size,
      seconds(ROUNDS, interval),
      bootstrapOfR,
      TIMES_BOOTSTRAP,
      'psych::alpha(n.iter = 1000)',
    );
  }

  const twenty = generateAnswers({ rows: RESPONDENTS, items: 20, maximum: 5, seed: 20261121 });
  writeColumns(data, twenty);
  const [splitsOfR, ...extremesOfR] = (runR('split-halves.R', [data, RESPONDENTS, 20, ROUNDS]) ?? []).map(Number);
  const splits = () => splitHalves(momentsOfColumns(twenty), { matrix: 'correlation', exhaustiveUpTo: 20 });
  const { flanaganRulon, splits: number } = splits();
  requireClose('Split half', [flanaganRulon.maximum, flanaganRulon.minimum], extremesOfR, 1e-10);
  line(
    'all split halves',
    `${RESPONDENTS} x 20, ${number} splits`,
    seconds(ROUNDS, splits),
    splitsOfR,
    TIMES_SPLITS,
    'psych::splitHalf(brute = TRUE)',
  );

  return {
    title: 'Bootstrap and split halves',
    text: `From the answers to the result, in memory on both sides; medians of ${ROUNDS} rounds. The largest and smallest split half agree to 1e-10, the ends of the intervals (of other draws) to 0.003, or the run stops.`,
    headings: ['work', 'size', 'Peerscale', 'R', 'ratio'],
    rows,
    verdicts,
  };
}

function requireClose(what: string, own: readonly number[], theirs: readonly number[], tolerance: number): void {
  theirs.forEach((value, i) => {
    if (!(Math.abs(value - own[i]!) <= tolerance)) throw new Error(`${what} differs: ${own[i]}, R ${value}.`);
  });
}
