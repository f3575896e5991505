import type { CollectorStore } from './collector-store.ts';
import { openPostgresStore } from './open-postgres-store.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

/**
 * Opens the store at an address: `postgres://…` or `postgresql://…` is a PostgreSQL database, `:memory:` a store that is
 * gone with the process, anything else the path of an SQLite file.
 *
 * @throws Error that says why it cannot be opened
 * @example const store = await openStore(process.env.DATABASE_URL ?? 'answers.db');
 */
export function openStore(address: string): Promise<CollectorStore> {
  return isPostgresAddress(address) ? openPostgresStore(address) : openSqliteStore(address);
}

/** Whether an address is one of a PostgreSQL database. */
export function isPostgresAddress(address: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(address);
}
