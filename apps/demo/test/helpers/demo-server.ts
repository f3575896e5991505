import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '@peerscale/collector';

export const serverFile = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const START_PATIENCE_MS = 30_000;

export interface DemoServer {
  /** address without a slash at the end */
  readonly origin: string;
  readonly database: string;
  /** everything the server printed so far */
  readonly output: () => string;
  /** sends SIGTERM; resolves to the exit code */
  readonly stop: () => Promise<number | null>;
  /** the same address and the same database again, after stop() */
  readonly startAgain: () => Promise<void>;
  /** how many records a study has, read from the database file itself */
  readonly records: (study: string) => Promise<number>;
  /** stops the server and removes its database */
  readonly dispose: () => Promise<void>;
}

/** Starts the built demo server on a free port, with a database of its own in a temporary folder. */
export async function startDemoServer(): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-demo-'));
  const database = join(folder, 'data', 'peerscale.sqlite');
  let output = '';
  let process = spawnServer({ PORT: '0', PEERSCALE_DATABASE: database });
  const origin = await addressOf(process, (text) => {
    output += text;
  });
  const stop = () => stopProcess(process);
  return {
    origin,
    database,
    output: () => output,
    stop,
    async startAgain() {
      process = spawnServer({ PORT: new URL(origin).port, PEERSCALE_DATABASE: database });
      const address = await addressOf(process, (text) => {
        output += text;
      });
      if (address !== origin) throw new Error(`The server came back at ${address}, not at ${origin}.`);
    },
    async records(study) {
      const store = await openSqliteStore(database);
      const records = await store.records(study);
      await store.close();
      return records.length;
    },
    async dispose() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The built server as a process of its own, with these environment variables and no other of ours. */
export function spawnServer(env: NodeJS.ProcessEnv): ChildProcess {
  const { PORT: _port, HOST: _host, PEERSCALE_DATABASE: _database, ...inherited } = globalThis.process.env;
  return spawn(globalThis.process.execPath, [serverFile], {
    env: { ...inherited, ...env },
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
      const [, address] = /^Peerscale demo: (\S+)\/$/m.exec(printed) ?? [];
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
