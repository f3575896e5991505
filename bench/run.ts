/**
 * Measures beside R in one run, on the same seeded answers, and prints tables: medians of several rounds, ratios, and
 * whether targets are met; it stops where the figures disagree. `npm run bench`, or `npm run bench -- --write` to keep the
 * result in docs/benchmarks.md; `npm run bench -- form sql` for some of it, with `--out FILE` to keep that. Without R its columns stay empty.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchAgreement } from './agreement.ts';
import { benchCollector } from './collector.ts';
import { benchCollectorReport } from './collector-report.ts';
import { benchCommandLine } from './command-line.ts';
import { benchDemoPage } from './demo-page.ts';
import { benchDisclosure } from './disclosure.ts';
import { benchForm } from './form.ts';
import { benchLinkage } from './linkage.ts';
import { machineText } from './machine.ts';
import { benchMergeShards } from './merge-shards.ts';
import { benchMultilevel } from './multilevel.ts';
import { benchReliability } from './reliability.ts';
import { benchReliabilityFile } from './reliability-file.ts';
import { tableMarkdown } from './report-table.ts';
import { benchResampling } from './resampling.ts';
import { benchScaleScores } from './scale-scores.ts';
import { benchSql } from './sql.ts';

const subjects = {
  scores: benchScaleScores,
  'command-line': benchCommandLine,
  reliability: benchReliability,
  'reliability-file': benchReliabilityFile,
  resampling: benchResampling,
  shards: benchMergeShards,
  sql: benchSql,
  agreement: benchAgreement,
  multilevel: benchMultilevel,
  linkage: benchLinkage,
  disclosure: benchDisclosure,
  form: benchForm,
  collector: benchCollector,
  page: benchDemoPage,
  report: benchCollectorReport,
};
const { values, positionals: chosen } = parseArgs({
  options: { write: { type: 'boolean', default: false }, out: { type: 'string' } },
  allowPositionals: true,
});
const unknown = chosen.filter((name) => !Object.hasOwn(subjects, name));
if (unknown.length > 0 || (values.write && chosen.length > 0)) {
  console.error(
    unknown.length > 0
      ? `There is no benchmark "${unknown[0]}", only ${Object.keys(subjects).join(', ')}.`
      : 'The page is written from one run of everything: leave out the names, or --write.',
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'peerscale-bench-'));
try {
  const head = `# Benchmarks

\`npm run bench -- ${chosen.length > 0 ? `${chosen.join(' ')} --out FILE` : '--write'}\` makes this page: every figure side by side in one run, on the same seeded answers.
${machineText()}
`;
  process.stdout.write(head);
  const sections: string[] = [head];
  for (const [name, subject] of Object.entries(subjects)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    for (const table of [await subject(folder)].flat()) {
      const section = `\n${tableMarkdown(table)}`;
      process.stdout.write(section);
      sections.push(section);
    }
  }
  if (values.write) {
    writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), sections.join(''));
  }
  if (values.out !== undefined) writeFileSync(values.out, sections.join(''));
} finally {
  rmSync(folder, { recursive: true });
}
