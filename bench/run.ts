/**
 * Measures beside R in one run, on the same seeded answers, and prints a table: medians of several rounds, ratios, and
 * whether the figures agree. `npm run bench`. Without R the R column stays empty.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { adHocInstrument, reliabilityReport, scoreResponses, tableOfColumns } from '@peerscale/core';
import { generateAnswers } from './generate-answers.ts';

const sizes = [
  { n: 10_000, k: 20 },
  { n: 100_000, k: 20 },
];
const ROUNDS = 5;

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function seconds(work: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    times.push((performance.now() - start) / 1000);
  }
  return median(times);
}

const rScript = `
suppressMessages(library(psych))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[2]); k <- as.integer(args[3])
x <- as.data.frame(matrix(readBin(args[1], "integer", n * k, size = 2), nrow = n))
names(x) <- paste0("i", seq_len(k))
med <- function(work) median(replicate(${ROUNDS}, system.time(work())[["elapsed"]]))
fit <- NULL
reliability <- med(function() fit <<- alpha(x, check.keys = FALSE, warnings = FALSE))
scoring <- med(function() scoreItems(list(scale = names(x)), x, impute = "none", min = 1, max = 5))
cat(reliability, scoring, format(fit$total$raw_alpha, digits = 17))
`;

const folder = mkdtempSync(join(tmpdir(), 'peerscale-bench-'));
const rows: string[][] = [];
for (const { n, k } of sizes) {
  const columns = generateAnswers(n, k, 20261121);
  const items = columns.map((_, i) => `i${i + 1}`);
  const instrument = adHocInstrument({ items, minimum: 1, maximum: 5 });
  const table = tableOfColumns(
    n,
    columns.map((codes, i) => ({ item: items[i]!, codes })),
  );
  const alpha = reliabilityReport({ file: 'memory', rows: n }, instrument, table).scales[0]!.alpha.value!;
  const ours = {
    reliability: seconds(() => reliabilityReport({ file: 'memory', rows: n }, instrument, table)),
    scoring: seconds(() => scoreResponses(instrument, table)),
  };
  const data = join(folder, 'answers.bin');
  writeFileSync(data, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
  const script = join(folder, 'bench.R');
  writeFileSync(script, rScript);
  const run = spawnSync('Rscript', [script, data, String(n), String(k)], { encoding: 'utf8' });
  const [reliability, scoring, theirs] = run.status === 0 ? run.stdout.trim().split(/\s+/).map(Number) : [];
  const line = (name: string, own: number, r: number | undefined) =>
    rows.push([
      name,
      `${n} x ${k}`,
      `${(own * 1000).toFixed(1)} ms`,
      r === undefined ? '' : `${(r * 1000).toFixed(0)} ms`,
      r === undefined ? '' : `${(r / own).toFixed(1)} x`,
    ]);
  line('alpha with item table, beside psych::alpha', ours.reliability, reliability);
  line('scale scores, beside psych::scoreItems', ours.scoring, scoring);
  if (theirs !== undefined && Math.abs(theirs - alpha) > 1e-10)
    throw new Error(`Alpha differs: ${alpha}, R ${theirs}.`);
}
rmSync(folder, { recursive: true });

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, medians of ${ROUNDS} rounds\n`);
console.log('| work | size | Peerscale | R | ratio |\n|---|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
