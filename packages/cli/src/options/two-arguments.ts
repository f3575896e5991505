import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';

/**
 * The two files of a comparison of waves.
 *
 * @throws CommandFailure for fewer or more, and for standard input twice
 */
export function twoArguments(positionals: readonly string[], command: string): readonly [string, string] {
  const [first, second, third] = positionals;
  if (first === undefined || second === undefined || first === '' || second === '') {
    throw badInput(
      `${command}: name two CSV files, the earlier wave first; one may be - for standard input; see peerscale ${command} --help`,
    );
  }
  if (third !== undefined) throw badInput(`${command}: takes two files; ${quoted(third)} is one too many`);
  if (first === '-' && second === '-') throw badInput(`${command}: only one of the waves can be standard input`);
  return [first, second];
}
