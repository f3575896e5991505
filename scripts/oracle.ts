/**
 * Runs every R script under packages/core/fixtures and compares its output with the committed fixture, where R and the
 * script's packages are installed. `--write` replaces the fixtures. Not part of `npm test`: the tests read the fixtures.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const write = process.argv.includes('--write');
if (spawnSync('Rscript', ['--version']).status !== 0) {
  console.error(
    'The oracle needs R: apt-get install --no-install-recommends r-base-core r-cran-psych r-cran-jsonlite (or your own way).',
  );
  process.exit(1);
}

/** The largest relative difference of numbers at the same place, or a text saying what is different in shape. */
function compare(a: unknown, b: unknown, place = ''): number | string {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-300);
  }
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    let worst = 0;
    for (const key of keys) {
      const found = compare((a as never)[key], (b as never)[key], `${place}.${key}`);
      if (typeof found === 'string') return found;
      worst = Math.max(worst, found);
    }
    return worst;
  }
  // versions of R and its packages may differ; figures may not
  if (
    [
      '.r',
      '.psych',
      '.generator',
      '.madeBy',
      '.rVersion',
      '.lavaan',
      '.semTools',
      '.vcd',
      '.sandwich',
      '.clubSandwich',
      '.irr',
      '.multilevel',
      '.survey',
      '.exactRankTests',
      '.rstatix',
      '.effectsize',
    ].includes(place) ||
    a === b
  )
    return 0;
  return `${place}: ${JSON.stringify(a)} is now ${JSON.stringify(b)}`;
}

const scratch = mkdtempSync(join(tmpdir(), 'peerscale-oracle-'));
let failed = false;
for (const script of globSync(['packages/*/fixtures/**/*.R', 'apps/*/test/fixtures/*.R'], { cwd: root }).sort()) {
  const committed = join(root, script.replace(/\.R$/, '.json'));
  const output = join(scratch, basename(committed));
  const { status, stderr } = spawnSync('Rscript', [join(root, script), output], { encoding: 'utf8', cwd: root });
  if (status !== 0) {
    console.error(`${script}: failed\n${stderr}`);
    failed = true;
    continue;
  }
  const fresh = readFileSync(output, 'utf8');
  if (write) {
    writeFileSync(committed, fresh);
    console.log(`${script}: written`);
    continue;
  }
  const difference = compare(JSON.parse(readFileSync(committed, 'utf8')), JSON.parse(fresh));
  // Fits that R iterates stop where its matrix library lets them: with OpenBLAS instead of the reference BLAS lavaan and
  // factanal end some 1e-8 from where they did. What is compared with them has that tolerance too.
  const tolerance = /\/(omega|moments)\.R$/.test(script) ? 1e-6 : 1e-12;
  const same = typeof difference === 'number' && difference < tolerance;
  if (!same) failed = true;
  console.log(`${script}: ${same ? `agrees (largest relative difference ${difference})` : `DIFFERS: ${difference}`}`);
}
rmSync(scratch, { recursive: true });
process.exit(failed ? 1 : 0);
