import SqliteDatabase from 'better-sqlite3';
import { afterAll } from 'vitest';
import { type PostgresServer, queryPostgres, startPostgresServer } from './postgres-server.ts';
import { temporaryFile } from './temporary-file.ts';

export interface TestEngine {
  /** the address of a new, empty database */
  newAddress(): Promise<string>;
  /** All rows of one statement, past the store. */
  query(address: string, text: string): Promise<Record<string, unknown>[]>;
}

const sqlite: TestEngine = {
  newAddress: async () => temporaryFile(),
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
  afterAll(async () => (await server)?.stop());
  const postgres: TestEngine = {
    async newAddress() {
      server ??= startPostgresServer();
      return (await server).newDatabase();
    },
    query: queryPostgres,
  };
  return [
    ['SQLite', sqlite],
    ['PostgreSQL', postgres],
  ];
}
