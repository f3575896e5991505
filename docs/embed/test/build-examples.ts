import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as esbuild, type Plugin } from 'esbuild';
import { build as vite } from 'vite';
import { type ExampleFiles, exampleFile } from './serve-example.ts';

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The plain page and the page with a frame: files as they are. */
export function plainFiles(folder: 'html' | 'iframe'): ExampleFiles {
  const script = folder === 'html' ? { '/page.js': exampleFile('html/page.js') } : {};
  return { '/': exampleFile(`${folder}/index.html`), '/page.css': exampleFile(`${folder}/page.css`), ...script };
}

/** React, bundled by esbuild. */
export async function reactFiles(): Promise<ExampleFiles> {
  return { '/': exampleFile('react/index.html'), ...(await bundled('react/main.tsx', 'main')) };
}

/** Vue, built by Vite with the example's own configuration. */
export async function vueFiles(): Promise<ExampleFiles> {
  const result = await vite({
    root: here('vue'),
    configFile: here('vue/vite.config.ts'),
    logLevel: 'error',
    build: { write: false, modulePreload: { polyfill: false } },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('One build was expected, not several.');
  const files = result.output.map((file) => [
    file.fileName === 'index.html' ? '/' : `/${file.fileName}`,
    String(file.type === 'chunk' ? file.code : file.source),
  ]);
  return Object.fromEntries(files);
}

/**
 * What Next.js does with the example, by the same functions of React: the page rendered on the server, and taken over in
 * the browser by the code of its client part.
 */
export async function nextFiles(): Promise<ExampleFiles> {
  // beside the packages, so that what it imports is found
  const folder = mkdtempSync(here('node_modules/.render-'));
  const outfile = join(folder, 'render-next.mjs');
  try {
    await esbuild({
      entryPoints: [here('test/render-next.tsx')],
      bundle: true,
      outfile,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      jsx: 'automatic',
      plugins: [withoutStyles],
    });
    const { renderNext } = (await import(pathToFileURL(outfile).href)) as typeof import('./render-next.tsx');
    const [html, client] = await Promise.all([renderNext(), bundled('test/hydrate-next.tsx', 'hydrate')]);
    return { '/': html.replace('</head>', '<link rel="stylesheet" href="/hydrate.css"></head>'), ...client };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** On the server a style sheet means nothing. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\.css$/ }, ({ path }) => ({ path, namespace: 'none' }));
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: '' }));
  },
};

/** Script and styles of an entry; parts that are loaded later are files of their own. */
async function bundled(entry: string, name: string): Promise<ExampleFiles> {
  const { outputFiles } = await esbuild({
    entryPoints: { [name]: here(entry) },
    bundle: true,
    splitting: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    // React's development build: it is the one that complains
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path, text]));
}
