import type { CollectorStore } from './collector-store.ts';
import { collectorStoreOf } from './collector-store-of.ts';
import { type GroupCommitOptions, groupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres-connections.ts';
import type { Store } from './store.ts';
import { startWriter, statisticsWith } from './writer/start-writer.ts';

export interface PostgresStoreOptions extends Pick<GroupCommitOptions, 'maxGroup' | 'maxWaiting'> {
  /** connections at most, besides the one that stores answers; 8 by default */
  readonly connections?: number;
}

/**
 * A store in a PostgreSQL database (15 or newer), which must exist; the tables are made. Writes of all processes on the
 * same database follow one another, so that what one of them reads within `write` is not changed under it.
 *
 * @param url postgres://user:password@host:port/database
 * @throws Error that says why the database cannot be used, without the password
 */
export async function openPostgresStore(
  url: string,
  { connections = 8, ...options }: PostgresStoreOptions = {},
): Promise<CollectorStore> {
  const { db, writing, close } = openPostgres(url, connections);
  try {
    await migrate(db);
    const group = groupCommit(writing, options);
    const writer = startWriter({ engine: 'postgres', address: url, busyTimeout: 0, ...options });
    const store: Store = {
      db,
      engine: 'postgres',
      write: group.write,
      statistics: () => statisticsWith(group, writer),
      async close() {
        await Promise.all([group.close(), writer.close()]);
        await close();
      },
    };
    return collectorStoreOf(store, writer.answers);
  } catch (error) {
    await close();
    throw new Error(`Cannot open the answers database ${withoutPassword(url)}. ${messageOf(error)}`, { cause: error });
  }
}

/** Node gathers the failures of every address of a host under an error without a message. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'at the given address';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
