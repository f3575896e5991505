/**
 * Guards what a page loads before the first question can be answered: the file for pages with all that it imports, gzip,
 * without the questionnaire itself. What is loaded on demand is printed beside it. Run after the build.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT = 25_000;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const gzip = (file: string) => gzipSync(readFileSync(dist + file), { level: 9 }).length;

const needed = new Set(['peerscale-survey.js']);
for (const file of needed) {
  const text = readFileSync(dist + file, 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) needed.add(name!);
}
const total = [...needed].reduce((sum, file) => sum + gzip(file), 0);
const onDemand = readdirSync(dist).filter((file) => /\.js$/.test(file) && !needed.has(file) && file !== 'index.js');
console.log(`${[...needed].join(' + ')}: ${total} bytes gzip of ${LIMIT}`);
console.log(`on demand: ${onDemand.map((file) => `${file} ${gzip(file)}`).join(', ')}`);
if (total > LIMIT) {
  console.error(`The element needs ${total} bytes before the first answer, ${total - LIMIT} too many.`);
  process.exit(1);
}
