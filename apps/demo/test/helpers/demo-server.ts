import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

export const serverFile = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const START_PATIENCE_MS = 30_000;

export interface DemoServer {
  /** address without a slash at the end */
  readonly origin: string;
  readonly database: string;
  /** where letters are written to */
  readonly mailFolder: string;
  /** everything the server printed so far */
  readonly output: () => string;
  /** the link for the first owner, as it was printed last; undefined where the server is set up */
  readonly setUpLink: () => string | undefined;
  /** sends SIGTERM; resolves to the exit code */
  readonly stop: () => Promise<number | null>;
  /** the same address and the same database again, after stop() */
  readonly startAgain: () => Promise<void>;
  /** how many records a study has, read from the database file itself */
  readonly records: (study: string) => Promise<number>;
  /** stops the server and removes its database */
  readonly dispose: () => Promise<void>;
}

/**
 * Starts the built demo server on a free port, with a database and letters of its own in a temporary folder.
 *
 * @param env further environment variables; none by default
 */
export async function startDemoServer(env: NodeJS.ProcessEnv = {}): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-demo-'));
  const database = join(folder, 'data', 'peerscale.sqlite');
  const mailFolder = join(folder, 'mail');
  const own = { DATABASE_URL: database, PEERSCALE_MAIL_FOLDER: mailFolder, ...env };
  let output = '';
  let process = spawnServer({ PORT: '0', ...own });
  const origin = await addressOf(process, (text) => {
    output += text;
  });
  const stop = () => stopProcess(process);
  return {
    origin,
    database,
    mailFolder,
    output: () => output,
    setUpLink: () => [...output.matchAll(/http\S+\/set-up#\S+/g)].at(-1)?.[0],
    stop,
    async startAgain() {
      process = spawnServer({ PORT: new URL(origin).port, ...own });
      const address = await addressOf(process, (text) => {
        output += text;
      });
      if (address !== origin) throw new Error(`The server came back at ${address}, not at ${origin}.`);
    },
    async records(study) {
      // other programs may read the file while the server has it
      const file = new DatabaseSync(database, { readOnly: true });
      const { count } = file.prepare('select count(*) as count from response where study_id = ?').get(study) as {
        count: number;
      };
      file.close();
      return count;
    },
    async dispose() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a server reads of its environment. */
const SETTINGS = /^(?:PORT|HOST|PUBLIC_ORIGIN|PROXIES|DATABASE_URL|METRICS_TOKEN|LOG|PEERSCALE_.*)$/;

/** The built server as a process of its own, with these environment variables and no other of ours. */
export function spawnServer(env: NodeJS.ProcessEnv): ChildProcess {
  const inherited = Object.entries(globalThis.process.env).filter(([name]) => !SETTINGS.test(name));
  return spawn(globalThis.process.execPath, [serverFile], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The address a server prints once it answers, without the slash at its end. @throws Error with what it printed instead */
export function addressOf(server: ChildProcess, onOutput: (text: string) => void = () => {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const patience = setTimeout(
      () => reject(new Error(`No address after 30 s. Printed:\n${printed}`)),
      START_PATIENCE_MS,
    );
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      onOutput(chunk.toString());
      const [, address] = /^Peerscale: (\S+)\/$/m.exec(printed) ?? [];
      if (address === undefined) return;
      clearTimeout(patience);
      resolve(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => {
      clearTimeout(patience);
      reject(new Error(`The server ended with code ${code}. Printed:\n${printed}`));
    });
  });
}

export async function stopProcess(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
  server.kill('SIGTERM');
  await once(server, 'exit');
  return server.exitCode;
}
