import { fileName } from './file-name.ts';
import { shellWord } from './shell-word.ts';

/** Options whose value is the path of a file. */
const PATHS: readonly string[] = ['textpack', 'out', 'second', 'key'];
/** Options that say nothing about the report. */
const LEFT_OUT: readonly string[] = ['force', 'json'];

/**
 * The command that writes a report again: the options as they were given, in one order, paths without their folders.
 *
 * @param values as `parseOptions` returns them
 * @param order the names of all options
 */
export function reportCommand(
  file: string,
  values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>,
  order: readonly string[],
): string {
  const words = ['peerscale', 'report', fileName(file)];
  for (const name of order) {
    const value = values[name];
    if (value === undefined || LEFT_OUT.includes(name)) continue;
    for (const entry of [value].flat()) {
      const isPath = PATHS.includes(name) || (name === 'instrument' && /[\\/]|\.json$/i.test(String(entry)));
      words.push(`--${name}`);
      if (typeof entry === 'string') words.push(isPath ? fileName(entry) : entry);
    }
  }
  return words.map(shellWord).join(' ');
}
