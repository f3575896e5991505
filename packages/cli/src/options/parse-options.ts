import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { badInput } from '../failure.ts';
import { nearNames } from '../input/near-names.ts';
import { quoted } from '../print/safe-text.ts';

/** What `parseArgs` makes of a command's options. */
export type ParsedOptions<T extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<ParseArgsConfig & { options: T; allowPositionals: true; strict: true }>
>;

/**
 * Puts "--missing-codes -9,99" together as "--missing-codes=-9,99": an option's value may be a negative number, which
 * `parseArgs` alone takes for a mistake.
 */
function joinNegativeValues(args: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const joined: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const next = args[i + 1];
    if (arg === '--') return [...joined, ...args.slice(i)];
    const isTextOption = arg.startsWith('--') && options[arg.slice(2)]?.type === 'string';
    if (isTextOption && next !== undefined && /^-\d/.test(next)) {
      joined.push(`${arg}=${next}`);
      i++;
    } else joined.push(arg);
  }
  return joined;
}

function usageFailure(error: unknown, command: string, options: ParseArgsOptionsConfig): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /'-{1,2}([^' ,=]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearNames(name, Object.keys(options))[0];
    const hint = near === undefined ? `see peerscale ${command} --help` : `did you mean --${near}?`;
    return badInput(`${command}: there is no option ${quoted(name.length > 1 ? `--${name}` : `-${name}`)}; ${hint}`);
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const needs = options[name]?.type === 'string' ? 'needs a value' : 'takes no value';
    return badInput(`${command}: the option --${name} ${needs}; see peerscale ${command} --help`);
  }
  return error as Error;
}

/**
 * Reads a command's arguments. An option that may stand once and stands twice is refused, as one of the two would be lost.
 *
 * @throws CommandFailure for an unknown option, a value missing or too many
 */
export function parseOptions<T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  command: string,
): ParsedOptions<T> {
  const config = { args: joinNegativeValues(args, options), options, allowPositionals: true, strict: true } as const;
  try {
    const { tokens } = parseArgs({ ...config, tokens: true });
    const seen = new Set<string>();
    for (const token of tokens) {
      if (token.kind !== 'option') continue;
      if (seen.has(token.name) && !options[token.name]?.multiple) {
        throw badInput(`${command}: the option --${token.name} is there twice`);
      }
      seen.add(token.name);
    }
    return parseArgs(config) as ParsedOptions<T>;
  } catch (error) {
    throw usageFailure(error, command, options);
  }
}

/**
 * The one argument that a command takes besides its options.
 *
 * @param what what it is, for the message: "a CSV file, or - for standard input"
 * @throws CommandFailure where there is none, or more than one
 */
export function onlyArgument(positionals: readonly string[], command: string, what: string): string {
  const [first, second] = positionals;
  if (first === undefined || first === '') throw badInput(`${command}: name ${what}; see peerscale ${command} --help`);
  if (second !== undefined)
    throw badInput(`${command}: takes one argument, ${what}; ${quoted(second)} is one too many`);
  return first;
}
