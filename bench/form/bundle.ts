import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { firstLoad } from '../../packages/react/scripts/first-load.ts';

const common: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2023',
  jsx: 'automatic',
  charset: 'utf8',
  legalComments: 'none',
  outdir: '/',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
  // what is built is measured: not the sources, to which the repository's own configuration points
  tsconfigRaw: '{}',
};

/** What it takes over the wire. */
export const gzipBytes = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;

/** The page of SurveyJS for some questions: its script and its styles. */
export async function bundleSurveyJs(json: object): Promise<{ readonly script: string; readonly styles: string }> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [fileURLToPath(new URL('survey-js-page.tsx', import.meta.url))],
    plugins: [
      {
        name: 'form',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^form\.json$/ }, ({ path }) => ({ path, namespace: 'form' }));
          onLoad({ filter: /.*/, namespace: 'form' }, () => ({ contents: JSON.stringify(json), loader: 'json' }));
        },
      },
    ],
  });
  const text = (suffix: string) => outputFiles!.find(({ path }) => path.endsWith(suffix))!.text;
  return { script: text('.js'), styles: text('.css') };
}

/** The React form without React and SurveyJS, as `packages/react/scripts/check-size.ts` counts it. */
export async function reactFormBytes(): Promise<{ readonly script: number; readonly styles: number }> {
  const { total, styles } = await firstLoad();
  return { script: total - styles, styles };
}

/** The folder of the built element. */
export const elementFolder: string = dirname(
  createRequire(import.meta.url).resolve('@peerscale/element/peerscale-survey.js'),
);

/** The files that a page with the element loads before the first answer, by name. */
export function elementFiles(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const add = (name: string): void => {
    if (files.has(name)) return;
    const bytes = readFileSync(join(elementFolder, name));
    files.set(name, bytes);
    for (const [, next] of bytes.toString('utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) add(next!);
  };
  add('peerscale-survey.js');
  return files;
}
