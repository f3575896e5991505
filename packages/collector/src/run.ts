import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { backUp } from './backup/back-up.ts';
import { check } from './backup/check.ts';
import { restore } from './backup/restore.ts';

const HELP = `peerscale-collector: serves the collector, and looks after its database

  peerscale-collector serve                              serve the API alone, as the environment says
                                                         (PORT, HOST, DATABASE_URL, PUBLIC_ORIGIN, ...)
  peerscale-collector backup FILE [ADDRESS] [--force]    write all of it to FILE, with FILE.sha256 beside it;
                                                         the collector may go on serving
  peerscale-collector restore FILE [ADDRESS] [--force]   check FILE and put it in the place of the database;
                                                         the collector must be stopped
  peerscale-collector check [ADDRESS]                    look for damage in a database or a backup

ADDRESS is the path of an SQLite file or postgres://…, by default DATABASE_URL of the environment.
A backup of either engine can be restored to either. --force replaces what is there.
`;

export interface RunContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
  /** how long `serve` serves; by default until SIGINT or SIGTERM */
  readonly until?: () => Promise<void>;
}

/**
 * Runs the command line `peerscale-collector ARGV…`.
 *
 * @returns the exit code: 0 done, 1 the run failed or damage was found, 2 bad usage; never rejects
 */
export async function run(argv: readonly string[], context: RunContext): Promise<0 | 1 | 2> {
  const { environment, say, complain } = context;
  const told = (code: 1 | 2, text: string) => {
    complain(`peerscale-collector: ${text.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    return code;
  };
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return told(2, `${(error as Error).message}; see peerscale-collector --help`);
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help === true || command === 'help') {
    say(HELP);
    return 0;
  }
  if (command === 'serve') {
    if (rest.length > 0 || values.force === true)
      return told(2, 'serve takes no arguments: its settings are in the environment');
    const { runServer } = await import('./operations/run-server.ts');
    return runServer(context);
  }
  const wanted = command === 'check' ? 0 : command === 'backup' || command === 'restore' ? 1 : undefined;
  if (wanted === undefined) {
    const what = command === undefined ? 'name a command' : `there is no command "${command}"`;
    return told(2, `${what}: serve, backup, restore or check; see peerscale-collector --help`);
  }
  if (rest.length < wanted) return told(2, `name the file: peerscale-collector ${command} FILE`);
  if (rest.length > wanted + 1) return told(2, `unexpected argument "${rest[wanted + 1]}"`);
  const file = rest[0] ?? '';
  const address = rest[wanted] ?? environment.DATABASE_URL ?? '';
  if (address === '' || address === ':memory:') return told(2, 'name the database, or set DATABASE_URL to its address');
  const force = values.force === true;
  try {
    if (command === 'backup') {
      const digest = await backUp(address, file, { force });
      say(`${file} and ${file}.sha256 are written.\nSHA-256 ${digest}\n`);
      return 0;
    }
    if (command === 'restore') {
      if (!existsSync(file)) throw new Error(`${file} is not there.`);
      await restore(file, address, { force });
      say(`${file} was whole and is restored.\n`);
      return 0;
    }
    const findings = await check(address);
    for (const finding of findings) told(1, finding);
    if (findings.length === 0) say('No damage was found.\n');
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    return told(1, (error as Error).message);
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    options: { force: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
}
