import SqliteDatabase from 'better-sqlite3';
import { CompiledQuery, Kysely } from 'kysely';
import type { Database } from '../database.ts';
import { openPostgres } from '../postgres-connections.ts';
import { OwnSqliteDialect } from '../sqlite-dialect.ts';
import { createTurns } from '../turns.ts';
import { emptyLogRegularly } from './empty-log.ts';
import type { Changed, ManyRuns } from './many-parameters.ts';
import type { StatementRequest, TransactionRequest, WriteResult, WriterSettings } from './writer-messages.ts';
import { writingPragmas } from './writing-pragmas.ts';

/** The database as the writing thread has it. */
export interface Writing {
  readonly db: Kysely<Database>;
  /** a step of a transaction of the other thread, or one of its statements */
  run(request: StatementRequest | TransactionRequest): Promise<WriteResult>;
  close(): Promise<void>;
}

/** The only connection of an SQLite file that writes: for the thread's own transactions and for those of the other one. */
export async function openSqliteWriting({
  address,
  busyTimeout,
  emptyLogEvery = 5_000,
}: WriterSettings): Promise<Writing> {
  const file = new SqliteDatabase(address, { fileMustExist: true, timeout: 0 });
  writingPragmas(file);
  const stopEmptying = emptyLogRegularly(file, emptyLogEvery);
  const dialect = new OwnSqliteDialect(file, { busyTimeout, turns: createTurns() });
  const driver = dialect.createDriver();
  const connection = await driver.acquireConnection();
  return {
    db: new Kysely<Database>({ dialect }),
    async run(request) {
      if (request.do === 'run') return runStatement(request);
      if (request.do === 'begin') {
        await driver.beginTransaction(connection, request.readOnly === true ? { accessMode: 'read only' } : {});
      } else if (request.do === 'commit') await driver.commitTransaction(connection);
      else await driver.rollbackTransaction(connection);
      return { done: true };
    },
    async close() {
      stopEmptying();
      file.close();
    },
  };

  async function runStatement({ sql, parameters, many }: StatementRequest): Promise<WriteResult> {
    if (many) {
      const runs = JSON.parse(parameters as string) as ManyRuns<Changed>['many'];
      const query = { ...CompiledQuery.raw(sql), many: runs } as ManyRuns<Changed>;
      const { rows } = await connection.executeQuery<Changed>(query);
      return { changed: rows.map(({ changed }) => changed) };
    }
    const query = CompiledQuery.raw(sql, [...parameters]);
    const { rows, numAffectedRows } = await connection.executeQuery<unknown>(query);
    return { rows, changes: numAffectedRows === undefined ? null : Number(numAffectedRows) };
  }
}

/** A connection of its own, which waits its turn by a lock in the database. */
export async function openPostgresWriting({ address }: WriterSettings): Promise<Writing> {
  const { writing, close } = openPostgres(address, 1);
  return {
    db: writing,
    run: () => Promise.reject(new RangeError('Unexpected statement: PostgreSQL has connections enough.')),
    close,
  };
}
