import { commands } from './commands/index.ts';

/** What `peerscale --help` prints. */
export function programHelp(): string {
  const lines = commands.map(({ name, argument, summary }) => `  ${`${name} ${argument}`.padEnd(18)}${summary}\n`);
  return `peerscale: scale scores and reliability of questionnaire answers

Usage: peerscale COMMAND [options]

${lines.join('')}
Every command takes --json, and --help for its options. peerscale --version prints the version.
Exit codes: 0 done, 1 the run failed, 2 bad usage or bad input.
`;
}
