import { copyFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { defineConfig, type Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Style sheets become texts, minified. */
const sheets: Plugin = {
  name: 'sheets',
  setup(build) {
    // the name changes, so that no other plugin takes it for a style sheet of the page
    build.onResolve({ filter: /\.css$/ }, ({ path, importer }) => ({
      path: `${resolve(dirname(importer), path)}.text`,
      namespace: 'sheet',
    }));
    build.onLoad({ filter: /\.css\.text$/, namespace: 'sheet' }, async ({ path }) => {
      const text = await readFile(path.replace(/\.text$/, ''), 'utf8');
      const { code } = await build.esbuild.transform(text, { loader: 'css', minify: true, target: 'es2023' });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** What is loaded on demand, and the last part of its name in the files for pages. */
const APART = [
  [/scores-panel\.ts$/, 'scores'],
  [/check-plan\.ts$/, 'plan'],
  [/default-self-generated-code\.ts$/, 'code'],
] as const;

/** In the files for pages, what a page loads on demand beside the main file has a name that stays. */
const apart: Plugin = {
  name: 'apart',
  setup(build) {
    for (const [module, file] of APART) {
      build.onResolve({ filter: module }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `./peerscale-survey-${file}.js`, external: true } : null,
      );
    }
    build.onResolve({ filter: /^@peerscale\/form\/scores$/ }, () => ({ path: resolve('../form/src/scores/index.ts') }));
    // the sources: what the form package has split for its own doors is one piece here
    build.onResolve({ filter: /^@peerscale\/form$/ }, () => ({ path: resolve('../form/src/index.ts') }));
    build.onResolve({ filter: /^\.\.\/index\.ts$/ }, () => ({ path: './peerscale-survey.js', external: true }));
  },
};

const common: Options = {
  format: ['esm'],
  target: 'es2023',
  platform: 'browser',
  sourcemap: true,
  esbuildOptions: (options) => {
    options.charset = 'utf8';
  },
};

const forPages: Options = { ...common, minify: true, noExternal: [/.*/], esbuildPlugins: [sheets, apart] };

export default defineConfig([
  // for bundlers: the form package stays outside, so that a page with both doors has it once
  {
    ...common,
    entry: { index: 'src/index.ts' },
    dts: { entry: { index: 'src/index.ts' } },
    esbuildPlugins: [sheets],
    treeshake: true,
  },
  // for pages: all that answering needs in one file; other languages beside it, loaded on demand
  {
    ...forPages,
    entry: { 'peerscale-survey': 'src/index.ts' },
    splitting: true,
    onSuccess: async () => {
      copyFileSync('src/styles/survey.css', 'dist/peerscale-survey.css');
      for (const file of ['frame.html', 'frame.css']) copyFileSync(`src/frame/${file}`, `dist/${file}`);
    },
  },
  {
    ...forPages,
    entry: {
      'peerscale-survey-scores': 'src/view/scores-panel.ts',
      'peerscale-survey-plan': 'src/content/check-plan.ts',
      'peerscale-survey-code': '../form/src/code/default-self-generated-code.ts',
      frame: 'src/frame/frame.ts',
      'embed-frame': 'src/frame/embed-frame.ts',
    },
    splitting: false,
  },
]);
