import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateAnswers } from './generate-answers.ts';
import { median, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';
import { runR } from './run-r.ts';

const SIZES = [100_000, 1_000_000, 4_000_000];
/** the one that R reads too: psych takes half a minute for it, so once */
const BESIDE_R = 1_000_000;
const ITEMS = 20;
const ROUNDS = 3;
const AT_A_TIME = 50_000;
/** peaks of two runs of the same file differ by this much: when memory is collected is up to the engine */
const SLACK = 1.15;

const main = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
const reportPeak = new URL('report-peak.js', import.meta.url).href;
const names = Array.from({ length: ITEMS }, (_, i) => `i${i + 1}`).join(',');

function writeAnswers(file: string, rows: number): void {
  writeFileSync(file, `${names}\n`);
  for (let first = 0; first < rows; first += AT_A_TIME) {
    const size = Math.min(AT_A_TIME, rows - first);
    const columns = generateAnswers({ rows: size, items: ITEMS, maximum: 5, seed: 20261122 + first });
    let text = '';
    for (let row = 0; row < size; row++) text += `${columns.map((column) => column[row]).join(',')}\n`;
    appendFileSync(file, text);
  }
}

interface Run {
  readonly seconds: number;
  readonly bytes: number;
  readonly alpha: number;
}

/** Runs the built program in a process of its own; its start counts too. */
function runOnce(answers: string, folder: string): Run {
  const peak = join(folder, 'peak.txt');
  const args = ['reliability', answers, '--items', names, '--min', '1', '--max', '5', '--json'];
  const start = performance.now();
  const run = spawnSync(process.execPath, ['--import', reportPeak, main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PEAK_FILE: peak },
  });
  const seconds = (performance.now() - start) / 1000;
  if (run.status !== 0) throw new Error(`peerscale reliability failed: ${run.stderr}`);
  const alpha = JSON.parse(run.stdout).scales[0].alpha.value;
  return { seconds, bytes: Number(readFileSync(peak, 'utf8')), alpha };
}

/** `peerscale reliability` on files of three sizes, one of them beside `read.csv` and `psych::alpha`. */
export function benchReliabilityFile(folder: string): BenchTable {
  const answers = join(folder, 'reliability.csv');
  const measured = SIZES.map((rows) => {
    writeAnswers(answers, rows);
    const runs = Array.from({ length: ROUNDS }, () => runOnce(answers, folder));
    const beside = rows === BESIDE_R ? runR('reliability-file.R', [answers])?.map(Number) : undefined;
    const [reading, seconds, alpha] = beside ?? [];
    if (alpha !== undefined && Math.abs(alpha - runs[0]!.alpha) > 1e-10) {
      throw new Error(`Alpha differs: ${runs[0]!.alpha}, R ${alpha}.`);
    }
    return {
      rows,
      megabytes: statSync(answers).size / 1e6,
      seconds: median(runs.map((run) => run.seconds)),
      peak: Math.max(...runs.map((run) => run.bytes)) / 1e6,
      r: reading === undefined || seconds === undefined ? undefined : { reading, seconds },
    };
  });
  const [, middle, large] = measured;
  const growth = large!.peak / middle!.peak;
  return {
    title: 'Reliability from a file',
    text: `\`peerscale reliability answers.csv\`: alpha, omega and the item table of ${ITEMS} items; a process of its own each time, its start included; median time and largest peak of resident memory of ${ROUNDS} runs. Beside R's \`read.csv\` and \`psych::alpha\`, once, its start not counted. The two alphas agree to 1e-10, or the run stops.`,
    headings: ['rows', 'file', 'time', 'rows a second', 'peak memory', 'R: reading', 'R: reading and alpha', 'ratio'],
    rows: measured.map((run) => [
      String(run.rows),
      `${run.megabytes.toFixed(1)} MB`,
      secondsText(run.seconds),
      String(Math.round(run.rows / run.seconds / 1000) * 1000),
      `${run.peak.toFixed(0)} MB`,
      ...(run.r === undefined
        ? ['', '', '']
        : [secondsText(run.r.reading), secondsText(run.r.seconds), `${(run.r.seconds / run.seconds).toFixed(1)} x`]),
    ]),
    verdicts: [
      ...measured.flatMap(({ rows, seconds, r }) =>
        r === undefined
          ? []
          : [verdict(seconds <= r.seconds, `${rows} rows from CSV at least as fast as R reads and computes`)],
      ),
      verdict(
        growth < SLACK,
        `peak memory flat in the rows (four million take ${growth.toFixed(2)} times the memory of one million)`,
      ),
    ],
  };
}
