import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateAnswers, MISSING } from './generate-answers.ts';
import { median, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const ITEMS = 36;
const ROUNDS = 3;
const MOST_MEGABYTES = 300;
const AT_A_TIME = 50_000;

const main = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
const reportPeak = new URL('report-peak.js', import.meta.url).href;

/** Answers to the items of the Job Satisfaction Survey, with an id in front, as people keep them. */
function writeAnswers(file: string, rows: number): void {
  writeFileSync(file, `id,${Array.from({ length: ITEMS }, (_, i) => `jss_${i + 1}`).join(',')}\n`);
  for (let first = 0; first < rows; first += AT_A_TIME) {
    const size = Math.min(AT_A_TIME, rows - first);
    const columns = generateAnswers({ rows: size, items: ITEMS, maximum: 6, missing: 0.03, seed: 20261123 + first });
    let text = '';
    for (let row = 0; row < size; row++) {
      text += `p${first + row + 1}`;
      for (const column of columns) text += column[row] === MISSING ? ',' : `,${column[row]}`;
      text += '\n';
    }
    appendFileSync(file, text);
  }
}

/** Runs the built program in a process of its own; its start counts too. */
function scoreOnce(answers: string, folder: string): { readonly seconds: number; readonly bytes: number } {
  const peak = join(folder, 'peak.txt');
  const args = ['score', answers, '--instrument', 'jss', '--out', join(folder, 'scores.csv'), '--force'];
  const start = performance.now();
  const run = spawnSync(process.execPath, ['--import', reportPeak, main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PEAK_FILE: peak },
  });
  const seconds = (performance.now() - start) / 1000;
  if (run.status !== 0) throw new Error(`peerscale score failed: ${run.stderr}`);
  return { seconds, bytes: Number(readFileSync(peak, 'utf8')) };
}

/** `peerscale score` on files of three sizes: time and peak memory. */
export function benchCommandLine(folder: string): BenchTable {
  const measured = SIZES.map((rows) => {
    const answers = join(folder, 'answers.csv');
    writeAnswers(answers, rows);
    const runs = Array.from({ length: ROUNDS }, () => scoreOnce(answers, folder));
    return {
      rows,
      megabytes: statSync(answers).size / 1e6,
      seconds: median(runs.map((run) => run.seconds)),
      peak: Math.max(...runs.map((run) => run.bytes)) / 1e6,
    };
  });
  const [small, large] = [measured[1]!, measured[2]!];
  const growth = large.seconds / small.seconds / (large.rows / small.rows);
  return {
    title: 'The command line',
    text: `\`peerscale score answers.csv --instrument jss --out scores.csv\`: ${ITEMS} items, 10 scales, 40 columns of results; a process of its own each time, its start included; median time and largest peak of resident memory of ${ROUNDS} runs.`,
    headings: ['rows', 'file', 'time', 'rows a second', 'peak memory'],
    rows: measured.map(({ rows, megabytes, seconds, peak }) => [
      String(rows),
      `${megabytes.toFixed(1)} MB`,
      secondsText(seconds),
      String(Math.round(rows / seconds / 1000) * 1000),
      `${peak.toFixed(0)} MB`,
    ]),
    verdicts: [
      verdict(large.peak < MOST_MEGABYTES, `a million rows in less than ${MOST_MEGABYTES} MB`),
      verdict(
        growth < 1.2,
        `cost linear in the rows (ten times the rows of 100,000 take ${(10 * growth).toFixed(1)} times as long)`,
      ),
    ],
  };
}
