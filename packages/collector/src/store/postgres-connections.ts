import { Kysely } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { OwnPostgresDialect } from './postgres-dialect.ts';

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
 * What every transaction that writes begins with: it waits for those of all processes, so that what it reads is not changed
 * under it, and sees to it that a commit waits for the disk also where the server is set not to.
 */
const BEFORE_WRITING = `select pg_advisory_xact_lock(${WRITE_LOCK}), set_config('synchronous_commit',
  case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, true)`;

export interface PostgresConnections {
  /** for reading, and for migrations, which have a lock of their own */
  readonly db: Kysely<Database>;
  /** the same connections, for transactions that write */
  readonly writing: Kysely<Database>;
  close(): Promise<void>;
}

/** So many connections at most, each made when it is first needed. */
export function openPostgres(url: string, connections: number): PostgresConnections {
  const pool = new pg.Pool({ connectionString: url, max: connections, types, application_name: 'peerscale-collector' });
  // A connection that breaks between two statements tells nobody but these; the next statement on it fails and is told,
  // and the pool makes a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  let closed: Promise<void> | undefined;
  return {
    db: new Kysely<Database>({ dialect: new OwnPostgresDialect({ pool }) }),
    writing: new Kysely<Database>({ dialect: new OwnPostgresDialect({ pool, first: BEFORE_WRITING }) }),
    close() {
      closed ??= pool.end();
      return closed;
    },
  };
}
