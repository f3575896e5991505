/**
 * Guards what the form adds to a page that has React and SurveyJS: everything of Peerscale that is loaded until the form
 * can be answered, gzip. What is loaded on demand (another language, scores, the questions of a code) is printed beside
 * it. Run after the build.
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const LIMIT = 15_000;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const { outputFiles, metafile } = await build({
  stdin: { contents: "export { SurveyForm } from '@peerscale/react';", resolveDir: here('.') },
  alias: { '@peerscale/react': here('../dist/index.js') },
  bundle: true,
  minify: true,
  splitting: true,
  metafile: true,
  write: false,
  logLevel: 'error',
  format: 'esm',
  target: 'es2023',
  charset: 'utf8',
  outdir: 'out',
  external: ['react', 'react/jsx-runtime', 'react-dom', 'survey-core', 'survey-react-ui'],
});
const sizes = new Map(
  outputFiles.map(({ path, contents }) => [
    Object.keys(metafile.outputs).find((name) => path.endsWith(name.slice(name.lastIndexOf('/'))))!,
    gzipSync(contents, { level: 9 }).length,
  ]),
);

/** What comes with a file before anything in it runs. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, kind, external } of metafile.outputs[file]!.imports) {
    if (kind === 'import-statement' && !external) withImports(path, seen);
  }
  return seen;
}

const entry = Object.keys(metafile.outputs).find((file) => metafile.outputs[file]!.entryPoint === '<stdin>')!;
const engine = Object.keys(metafile.outputs).find((file) => /engine-/.test(metafile.outputs[file]!.entryPoint ?? ''));
if (engine === undefined) throw new Error('What draws the questions is no file of its own any more.');
const needed = new Set([...withImports(entry), ...withImports(engine)]);
const total = [...needed].reduce((sum, file) => sum + sizes.get(file)!, 0);
const name = (file: string) => file.slice(file.lastIndexOf('/') + 1);
console.log(`@peerscale/react with ${needed.size} files: ${total} bytes gzip of ${LIMIT}, without React and SurveyJS`);
console.log(
  `on demand: ${[...sizes].flatMap(([file, bytes]) => (needed.has(file) ? [] : [`${name(file)} ${bytes}`])).join(', ')}`,
);
if (total > LIMIT) {
  console.error(`The React form brings ${total} bytes of its own, ${total - LIMIT} too many.`);
  process.exit(1);
}
