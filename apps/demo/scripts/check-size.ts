/**
 * Guards what the results page of a study loads in scripts, gzip: what it waits for, and what it loads by itself afterwards,
 * such as the library that draws. Run after the build.
 */
import { fileURLToPath } from 'node:url';
import { pageScripts, RESULTS_PAGE, sum } from './page-scripts.ts';

const LIMIT = 250_000;
const folder = process.argv[2] ?? fileURLToPath(new URL('../dist/client', import.meta.url));
const { first, later } = pageScripts(folder, RESULTS_PAGE);
const total = sum(first) + sum(later);
const list = (sizes: ReadonlyMap<string, number>) => [...sizes].map(([file, bytes]) => `${file} ${bytes}`).join(', ');
console.log(`@peerscale/demo: the results page loads ${total} bytes of scripts, gzip, of ${LIMIT}`);
console.log(`before the first figures: ${sum(first)} (${list(first)})`);
console.log(`afterwards: ${sum(later)} (${list(later)})`);
if (total > LIMIT) {
  console.error(`The results page loads ${total} bytes of scripts, ${total - LIMIT} too many.`);
  process.exit(1);
}
