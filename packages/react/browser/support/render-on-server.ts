import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { packageFolder, reactAlias } from './react-alias.ts';

/** The HTML of the hydration page as a server with this React makes it, in the development build that complains. */
export async function renderOnServer(react18: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('hydration-page.tsx', import.meta.url))],
    absWorkingDir: packageFolder,
    bundle: true,
    write: false,
    logLevel: 'error',
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    alias: reactAlias(react18),
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const module = { exports: {} as { html: () => string } };
  runInThisContext(`(function (module, exports, require) {${outputFiles[0]!.text}\n})`)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports.html();
}
