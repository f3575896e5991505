import type { Readable, Writable } from 'node:stream';
import type { Output } from './output/output.ts';

/**
 * Has something done where the program is stopped from outside (Ctrl-C), before it ends. The function that comes back takes
 * that off again.
 */
export type OnInterrupt = (cleanUp: () => void) => () => void;

/** What a command may touch: nothing of the process but these. */
export interface CommandContext {
  readonly stdin: Readable;
  readonly output: Output;
  /** standard error where a person watches it, else undefined: for what is drawn over and over */
  readonly terminal: TerminalStream | undefined;
  /** the folder that relative file names start from */
  readonly cwd: string;
  readonly onInterrupt: OnInterrupt;
}

/** A stream that leads to a terminal. */
export type TerminalStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };
