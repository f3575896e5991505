/** The command `peerscale`, to be run from a program: all reading of files and all printing of Peerscale live here. */
export type { OnInterrupt, TerminalStream } from './context.ts';
export { type RunContext, run } from './run.ts';
