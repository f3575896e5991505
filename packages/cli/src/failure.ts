/**
 * Ends a command with lines for stderr and an exit code: 2 for bad usage or bad input, 1 for a run that failed although
 * the input was fine. The lines are ready to print: whatever came from outside has gone through `safeText`.
 */
export class CommandFailure extends Error {
  readonly lines: readonly string[];
  readonly exitCode: 1 | 2;

  constructor(lines: readonly string[], exitCode: 1 | 2) {
    super(lines.join('\n'));
    this.name = 'CommandFailure';
    this.lines = lines;
    this.exitCode = exitCode;
  }
}

/** Bad usage or bad input: exit 2. */
export const badInput = (...lines: string[]): CommandFailure => new CommandFailure(lines, 2);

/** The run itself failed (a full disk, a read error): exit 1. */
export const failedRun = (line: string): CommandFailure => new CommandFailure([line], 1);
