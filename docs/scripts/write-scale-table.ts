/** Runs the simulation of shards and writes its table into docs/scale.md: `npm run scale-docs`, some minutes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { simulateShards } from './simulate-shards.ts';

const page = new URL('../scale.md', import.meta.url);
const START = '<!-- made by npm run scale-docs -->';
const END = '<!-- end -->';

const time = (seconds: number): string =>
  seconds < 1 ? `${Number((seconds * 1000).toPrecision(2))} ms` : `${seconds.toFixed(1)} s`;

const lines: string[] = [];
for (const rows of [100_000, 1_000_000, 10_000_000]) {
  for (const shards of [10, 100, 1000]) {
    const found = await simulateShards(rows, shards);
    if (!found.isExact || found.difference > 1e-12) throw new Error(`Not exact: ${JSON.stringify(found)}.`);
    const cells = [
      rows.toLocaleString('en-US'),
      shards.toLocaleString('en-US'),
      time(found.pooled),
      time(found.statements),
      time(found.merge),
      found.difference.toExponential(0),
    ];
    const line = `| ${cells.join(' | ')} |`;
    process.stdout.write(`${line}\n`);
    lines.push(line);
  }
}
const table = `${START}

| rows | shards | one statement over all | a statement a shard, one after the other | merge | merged − pooled |
| ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}

Ten items, DuckDB with two threads, ${cpus()[0]?.model.trim() ?? 'one machine'}, Node ${process.versions.node}.

${END}`;
const text = readFileSync(page, 'utf8');
const [before, after] = [text.split(START)[0], text.split(END)[1]];
if (before === undefined || after === undefined) throw new Error(`docs/scale.md has no ${START} … ${END}.`);
writeFileSync(page, before + table + after);
