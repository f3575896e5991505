import { build } from 'esbuild';
import { packageFolder } from './react-alias.ts';

export interface BundleOptions {
  /** what stands in for which import */
  readonly alias: Readonly<Record<string, string>>;
  /** React as it is shipped, or its development build, which is the one that complains */
  readonly mode: 'development' | 'production';
  /** small, where many pages are opened */
  readonly minify?: boolean;
}

/** The scripts of a test's page, by path; the first is `/page.js`. @param entry the page's own script */
export async function bundlePage(entry: string, { alias, mode, minify = false }: BundleOptions) {
  const { outputFiles } = await build({
    entryPoints: { page: entry },
    absWorkingDir: packageFolder,
    bundle: true,
    splitting: true,
    outdir: '/',
    write: false,
    logLevel: 'error',
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    alias: { ...alias },
    minify,
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}
