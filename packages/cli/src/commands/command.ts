import type { CommandContext } from '../context.ts';

/** One word after `peerscale`. */
export interface Command {
  readonly name: string;
  /** what stands after the name in the list of commands */
  readonly argument: string;
  /** one line for the list of commands */
  readonly summary: string;
  /** what `--help` prints */
  readonly help: string;
  /** Carries it out; resolves to the exit code. @throws CommandFailure */
  run(args: readonly string[], context: CommandContext): Promise<number>;
}
