import SqliteDatabase from 'better-sqlite3';
import { afterAll } from 'vitest';
import { migrate } from '../store/migrate.ts';
import { openPostgres } from '../store/postgres-connections.ts';
import { type PostgresServer, queryPostgres, startPostgresServer } from './postgres-server.ts';
import { temporaryFile } from './temporary-file.ts';

export interface TestEngine {
  /** the address of a new, empty database */
  newAddress(): Promise<string>;
  /** the address of a new database for a store: without a row; where it takes long to make the tables, they are there */
  storeAddress(): Promise<string>;
  /** All rows of one statement, past the store. */
  query(address: string, text: string): Promise<Record<string, unknown>[]>;
}

const sqlite: TestEngine = {
  newAddress: async () => temporaryFile(),
  storeAddress: async () => temporaryFile(),
  async query(address, text) {
    const file = new SqliteDatabase(address);
    try {
      const statement = file.prepare(text);
      if (statement.reader) return statement.all() as Record<string, unknown>[];
      statement.run();
      return [];
    } finally {
      file.close();
    }
  },
};

/**
 * Every engine that a store can be in, for `describe.each`. PostgreSQL starts when the first test of the file asks for a
 * database, and stops after the last.
 */
export function testEngines(): readonly (readonly ['SQLite' | 'PostgreSQL', TestEngine])[] {
  let server: Promise<PostgresServer> | undefined;
  let migrated: Promise<string> | undefined;
  afterAll(async () => (await server)?.stop());
  const start = () => (server ??= startPostgresServer());
  const postgres: TestEngine = {
    newAddress: async () => (await start()).newDatabase(),
    async storeAddress() {
      const { newDatabase } = await start();
      migrated ??= newDatabase().then(withTables);
      return newDatabase(await migrated);
    },
    query: queryPostgres,
  };
  return [
    ['SQLite', sqlite],
    ['PostgreSQL', postgres],
  ];
}

async function withTables(address: string): Promise<string> {
  const { db, close } = openPostgres(address, 1);
  await migrate(db);
  await close();
  return address;
}
