import { Kysely, sql } from 'kysely';
import pg from 'pg';
import type { CollectorStore } from './collector-store.ts';
import { collectorStoreOf } from './collector-store-of.ts';
import type { Database } from './database.ts';
import { type GroupCommitOptions, groupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { OwnPostgresDialect } from './postgres-dialect.ts';

export interface PostgresStoreOptions extends Pick<GroupCommitOptions, 'maxGroup' | 'maxWaiting'> {
  /** connections at most; 8 by default */
  readonly connections?: number;
}

/** Whole numbers of 64 bits arrive as text; all of ours fit a double. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 && format !== 'binary'
      ? Number
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** 'peer' in ASCII: a number that other programs in the same database will hardly have chosen. */
const WRITE_LOCK = 0x70656572;

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
  const pool = new pg.Pool({ connectionString: url, max: connections, types, application_name: 'peerscale-collector' });
  // A connection that breaks between two statements tells nobody but these; the next statement on it fails and is told,
  // and the pool makes a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const db = new Kysely<Database>({ dialect: new OwnPostgresDialect({ pool }) });
  try {
    // a server may be set not to wait for the disk; answers are acknowledged only when they are on it
    const prepare = (trx: Kysely<Database>) =>
      sql`select pg_advisory_xact_lock(${WRITE_LOCK}), set_config('synchronous_commit',
        case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end,
        true)`.execute(trx);
    await migrate(db);
    const { write, statistics, close } = groupCommit(db, { ...options, prepare });
    return collectorStoreOf({
      db,
      engine: 'postgres',
      write,
      statistics,
      async close() {
        await close();
        await db.destroy();
      },
    });
  } catch (error) {
    await db.destroy();
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
