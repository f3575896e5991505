import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { formRules } from './compose-styles.ts';

/** What the form adds to a page that has React and SurveyJS, in bytes of gzip. */
export interface FirstLoad {
  /** by file, the scripts that are there before the first item can be answered: with them what draws the questions */
  readonly scripts: ReadonlyMap<string, number>;
  /** the form's own rules, all of them */
  readonly styles: number;
  readonly total: number;
  /** by file, what is loaded later or on demand: sending, another language, scores, the parts of a plan */
  readonly later: ReadonlyMap<string, number>;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1);
const gzip = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).length;
const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

/**
 * Bundles a page with the built form and nothing else of its own, as a host does, and looks at what it loads. Every file is
 * compressed by itself, as on the wire.
 *
 * @throws Error where what draws the questions is no file of its own any more
 */
export async function firstLoad(): Promise<FirstLoad> {
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
    // what is built is measured: not the sources, to which the repository's own configuration points
    tsconfigRaw: '{}',
  });
  const sizes = new Map(outputFiles.map(({ path, contents }) => [nameOf(path), gzip(contents)]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([file, output]) => [nameOf(file), output]));
  const starts = (pattern: RegExp) => [...outputs].filter(([, { entryPoint }]) => pattern.test(entryPoint ?? ''));
  const [entry, engine] = [starts(/^<stdin>$/)[0], starts(/\/engine-[^/]*$/)[0]];
  if (entry === undefined || engine === undefined) {
    throw new Error('What draws the questions is no file of its own any more.');
  }
  const needed = new Set([entry[0], engine[0]]);
  for (const file of needed) {
    for (const { path, kind, external } of outputs.get(file)!.imports) {
      if (kind === 'import-statement' && !external) needed.add(nameOf(path));
    }
  }
  const scripts = new Map([...sizes].filter(([file]) => needed.has(file)));
  const styles = gzip(formRules());
  const later = new Map([...sizes].filter(([file]) => !needed.has(file)));
  return { scripts, styles, total: sum(scripts.values()) + styles, later };
}
