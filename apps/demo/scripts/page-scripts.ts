import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface ManifestEntry {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
export type Manifest = Readonly<Record<string, ManifestEntry>>;

const ENTRY = 'index.html';
export const RESULTS_PAGE = 'src/client/results/study-results-page.tsx';

/** The scripts of one page: those it waits for, and those it loads by itself later. */
export interface PageFiles {
  readonly first: readonly string[];
  readonly later: readonly string[];
}

/**
 * Which scripts a page loads: the entry and the page with all that they import, and what the page itself imports later. What
 * the entry imports later are other pages.
 *
 * @param page the module of the page, as the manifest names it
 * @throws Error where the build has no such page
 */
export function pageFiles(manifest: Manifest, page: string): PageFiles {
  if (manifest[page] === undefined) throw new Error(`The build has no ${page}.`);
  const first = new Set<string>();
  const add = (module: string, to: Set<string>): void => {
    if (first.has(module) || to.has(module)) return;
    to.add(module);
    for (const imported of manifest[module]!.imports ?? []) add(imported, to);
  };
  add(ENTRY, first);
  const ofEntry = new Set(first);
  add(page, first);
  const later = new Set<string>();
  const addLater = (module: string): void => {
    for (const imported of manifest[module]!.dynamicImports ?? []) {
      if (first.has(imported) || later.has(imported)) continue;
      add(imported, later);
      addLater(imported);
    }
  };
  for (const module of first) if (!ofEntry.has(module)) addLater(module);
  const files = (modules: ReadonlySet<string>) => [...new Set([...modules].map((module) => manifest[module]!.file))];
  return { first: files(first), later: files(later) };
}

/** Bytes of each script of a page after compression, from a build in `folder`. */
export function pageScripts(
  folder: string,
  page: string,
): Readonly<Record<keyof PageFiles, ReadonlyMap<string, number>>> {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const { first, later } = pageFiles(manifest, page);
  const sizes = (names: readonly string[]) =>
    new Map(names.map((name) => [name, gzipSync(readFileSync(join(folder, name)), { level: 9 }).length]));
  return { first: sizes(first), later: sizes(later) };
}

export const sum = (sizes: ReadonlyMap<string, number>): number => [...sizes.values()].reduce((a, b) => a + b, 0);
