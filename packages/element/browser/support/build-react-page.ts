import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The React form in `#react`, of `/day.json`; it sends to the endpoint that `data-endpoint` names, or takes over itself. */
const PAGE = `
  import { SurveyForm } from '@peerscale/react';
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  const { instrument, textPacks } = await (await fetch('/day.json')).json();
  const place = document.getElementById('react');
  const textPack = textPacks.find(({ locale }) => locale === document.documentElement.lang) ?? textPacks[0];
  const { endpoint } = place.dataset;
  const handOver = endpoint === undefined ? { onSubmit: async () => {} } : { endpoint };
  createRoot(place).render(createElement(SurveyForm, { instrument, textPack, ...handOver }));
`;

/** What a page with a React form needs, by path: load `/react/page.js` and `/react/styles.css`. */
export async function buildReactPage(): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: here('../../../react'), sourcefile: 'page.js' },
    bundle: true,
    write: false,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    outdir: '/react',
    entryNames: 'page',
    alias: { '@peerscale/react': here('../../../react/dist/index.js') },
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: '{}',
    logLevel: 'error',
  });
  const scripts = outputFiles.map(({ path, text }) => [`/react/${path.split('/').at(-1)}`, text]);
  const styles = readFileSync(here('../../../react/dist/styles.css'), 'utf8');
  return { ...Object.fromEntries(scripts), '/react/styles.css': styles };
}
