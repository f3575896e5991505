import { existsSync, readdirSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** One JSON file of the catalogue: its path from `instruments/`, and the name it is imported under. */
interface Entry {
  readonly path: string;
  readonly name: string;
}

/**
 * The text of `src/catalogue.ts`, made from what lies in `definitions/ID/VERSION` and `batteries/ID/VERSION`: every
 * `instrument.json`, `text.LOCALE.json` and `battery.json`, by id, then by version, so that the order never depends on
 * the file system.
 */
export function catalogueSource(): string {
  const definitions = versionFolders('definitions');
  const instruments = definitions.flatMap((folder) => entries(folder, /^instrument\.json$/));
  const textPacks = definitions.flatMap((folder) => entries(folder, /^text\.[A-Za-z0-9-]+\.json$/));
  const batteries = versionFolders('batteries').flatMap((folder) => entries(folder, /^battery\.json$/));
  const imports = [...instruments, ...textPacks, ...batteries].map(
    ({ name, path }) => `import ${name} from '../${path}' with { type: 'json' };`,
  );
  return `// biome-ignore-all format: generated
// biome-ignore-all assist/source/organizeImports: generated
// Written by \`npm run catalogue\` from the folders definitions/ and batteries/: change those, then run it again.
import type { Battery, Instrument, TextPack } from '@peerscale/core';
${imports.join('\n')}

/** Every definition, in the order in which people look for them: by id, then by version. */
export const instruments: readonly Instrument[] = ${list(instruments)} as unknown as readonly Instrument[];

/** The wording that may be shipped, a pack a language. */
export const textPacks: readonly TextPack[] = ${list(textPacks)} as unknown as readonly TextPack[];

/** Which instruments each group is asked in one sitting, by id, then by version. */
export const batteries: readonly Battery[] = ${list(batteries)} as unknown as readonly Battery[];
`;
}

/** `KIND/ID/VERSION/` of every version, ordered. */
function versionFolders(kind: 'definitions' | 'batteries'): string[] {
  if (!existsSync(new URL(`${kind}/`, root))) return [];
  return foldersIn(`${kind}/`).flatMap(foldersIn);
}

function foldersIn(path: string): string[] {
  return readdirSync(new URL(path, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}${name}/`)
    .sort(byName);
}

function entries(folder: string, wanted: RegExp): Entry[] {
  return readdirSync(new URL(folder, root))
    .filter((file) => wanted.test(file))
    .sort(byName)
    .map((file) => ({ path: `${folder}${file}`, name: importName(`${folder}${file}`) }));
}

/** "definitions/peer-role/1.0.0/text.en.json" becomes "peerRole_1_0_0_text_en". */
function importName(path: string): string {
  const [, id = '', version = '', file = ''] = path.split('/');
  const camel = id.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
  return `${camel}_${version}_${file.replace(/\.json$/, '')}`.replaceAll(/[.-]/g, '_');
}

/** Versions by number: 1.10.0 comes after 1.9.0. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function list(found: readonly Entry[]): string {
  return `[\n${found.map(({ name }) => `  ${name},\n`).join('')}]`;
}
