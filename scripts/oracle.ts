/**
 * Runs the R scripts under packages/core/fixtures and compares their output with the committed fixtures, where R and the
 * scripts' packages are installed: all of them, or those whose path has one of the words given (`npm run oracle change`).
 * `--write` replaces the fixtures. Not part of `npm test`: the tests read the fixtures.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const write = process.argv.includes('--write');
const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (spawnSync('Rscript', ['--version']).status !== 0) {
  console.error(
    'The oracle needs R: apt-get install --no-install-recommends r-base-core r-cran-psych r-cran-jsonlite (or your own way).',
  );
  process.exit(1);
}

/** The largest relative difference of numbers at the same place, and where; or a text saying what is different in shape. */
type Difference = { readonly relative: number; readonly place: string } | string;

/** @param nothing numbers up to this, in both, are a zero that was rounded on the way */
function compare(a: unknown, b: unknown, nothing: number, place = ''): Difference {
  if (typeof a === 'number' && typeof b === 'number') {
    const size = Math.max(Math.abs(a), Math.abs(b));
    return { relative: a === b || size <= nothing ? 0 : Math.abs(a - b) / size, place };
  }
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    let worst = { relative: 0, place };
    for (const key of keys) {
      const found = compare((a as never)[key], (b as never)[key], nothing, `${place}.${key}`);
      if (typeof found === 'string') return found;
      if (found.relative > worst.relative) worst = found;
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
    return { relative: 0, place };
  return `${place}: ${JSON.stringify(a)} is now ${JSON.stringify(b)}`;
}

/**
 * How far figures may be apart, each with its reason.
 *
 * Fits that R iterates stop where its matrix library lets them. With OpenBLAS instead of the reference BLAS lavaan and
 * factanal end some 1e-8 from where they did. OpenBLAS also adds in another order where an array begins at another address,
 * and that follows from as little as the length of the path the script writes to: lme4's optimiser then stops 1e-7 of theta
 * apart, which is 7e-6 of an effect of one person near 0, and a covariance that is 0 by design is now 8e-17, now 4e-16.
 * Whatever is compared with these figures has such a tolerance too.
 */
function toleranceOf(script: string): { readonly relative: number; readonly nothing: number } {
  // lme4's among others: what is shown of them is rounded to three digits
  if (/\/(?:multilevel\/\w+|results\/results|story)\.R$/.test(script)) return { relative: 1e-5, nothing: 1e-12 };
  return { relative: /\/(omega|moments)\.R$/.test(script) ? 1e-6 : 1e-12, nothing: 0 };
}

const scratch = mkdtempSync(join(tmpdir(), 'peerscale-oracle-'));
let failed = false;
const all = globSync(['packages/*/fixtures/**/*.R', 'apps/*/test/fixtures/*.R'], { cwd: root }).sort();
const scripts = words.length === 0 ? all : all.filter((script) => words.some((word) => script.includes(word)));
if (scripts.length === 0) {
  console.error(`No script has ${words.map((word) => JSON.stringify(word)).join(' or ')} in its path.`);
  process.exit(2);
}
for (const script of scripts) {
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
  const { relative, nothing } = toleranceOf(script);
  const difference = compare(JSON.parse(readFileSync(committed, 'utf8')), JSON.parse(fresh), nothing);
  const same = typeof difference !== 'string' && difference.relative < relative;
  if (!same) failed = true;
  const told =
    typeof difference === 'string'
      ? difference
      : `largest relative difference ${difference.relative}${difference.relative === 0 ? '' : ` at ${difference.place}`}`;
  console.log(`${script}: ${same ? `agrees (${told})` : `DIFFERS: ${told}`}`);
}
rmSync(scratch, { recursive: true });
process.exit(failed ? 1 : 0);
