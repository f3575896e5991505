import type { Readable, Writable } from 'node:stream';
import { commands } from './commands/index.ts';
import type { CommandContext, OnInterrupt, TerminalStream } from './context.ts';
import { badInput, CommandFailure, failedRun } from './failure.ts';
import { programHelp } from './help.ts';
import { nearNames } from './input/near-names.ts';
import { openOutput } from './output/output.ts';
import { quoted, safeText } from './print/safe-text.ts';
import { version } from './version.ts';

/** The streams and the folder a run works with; nothing else of the process is touched, and no stream is ended. */
export interface RunContext {
  readonly stdout: Writable;
  /** messages; where it is a terminal (`isTTY`), also the progress of long runs */
  readonly stderr: TerminalStream;
  readonly stdin: Readable;
  /** the folder that relative file names start from */
  readonly cwd: string;
  /** how a half-written file is taken away where the program is stopped; default: nothing is done */
  readonly onInterrupt?: OnInterrupt;
}

async function dispatch(argv: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...args] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    await context.output.write(programHelp());
    return 0;
  }
  if (name === '--version' || name === '-v') {
    await context.output.write(`${version}\n`);
    return 0;
  }
  const names = commands.map((command) => command.name);
  if (name === undefined) throw badInput(`name a command: ${names.join(', ')}; see peerscale --help`);
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const near = nearNames(name, names)[0];
    throw badInput(
      `there is no command ${quoted(name)}; ${near === undefined ? 'see peerscale --help' : `did you mean ${near}?`}`,
    );
  }
  const ownArgs = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (ownArgs.includes('--help') || ownArgs.includes('-h')) {
    await context.output.write(command.help);
    return 0;
  }
  return command.run(args, context);
}

/** Whatever was thrown, as lines and an exit code; what nobody foresaw is a failed run, told in one line. */
function failureOf(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error;
  return failedRun(`unexpected failure: ${safeText(error instanceof Error ? error.message : String(error), 300)}`);
}

/**
 * Runs the command line `peerscale ARGV…`.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 done, 1 the run failed, 2 bad usage or bad input; never rejects
 * @example await run(['instruments'], { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, cwd: '.' }) // 0
 */
export async function run(
  argv: readonly string[],
  { stdout, stderr, stdin, cwd, onInterrupt = () => () => {} }: RunContext,
): Promise<number> {
  const output = openOutput(stdout);
  const messages = openOutput(stderr);
  let exitCode: number;
  let failure: CommandFailure | undefined;
  try {
    const terminal = stderr.isTTY === true ? stderr : undefined;
    exitCode = await dispatch(argv, { stdin, output, terminal, cwd, onInterrupt });
  } catch (error) {
    failure = failureOf(error);
    exitCode = failure.exitCode;
  }
  const lost = await output.finish();
  if (lost !== undefined && failure === undefined) {
    failure = failedRun(`the output cannot be written: ${safeText(lost.message, 200)}`);
    exitCode = failure.exitCode;
  }
  if (failure !== undefined) await messages.write(failure.lines.map((line) => `peerscale: ${line}\n`).join(''));
  await messages.finish();
  return exitCode;
}
