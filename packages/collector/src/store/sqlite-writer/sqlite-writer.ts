import { Worker } from 'node:worker_threads';
import { SqliteError } from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { isManyRuns } from './many-parameters.ts';
import type { WriteReply, WriteRequest } from './writer-messages.ts';

/** A connection to an SQLite file in a thread of its own. */
export interface SqliteWriter extends DatabaseConnection {
  close(): Promise<void>;
}

interface Pending {
  readonly resolve: (reply: WriteReply) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread. What is asked of it once it has ended, for whatever reason, is refused with that reason. */
export function startSqliteWriter(path: string): SqliteWriter {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./writer-thread.${extension}`, import.meta.url), { workerData: path });
  // an open store does not keep a program from ending
  worker.unref();
  const pending = new Map<number, Pending>();
  let ended: Error | undefined;
  let last = 0;

  worker.on('message', (reply: WriteReply) => {
    pending.get(reply.id)?.resolve(reply);
    pending.delete(reply.id);
    if (pending.size === 0) worker.unref();
  });
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };
  worker.on('error', (cause: unknown) => end(new Error('The thread that writes answers has failed.', { cause })));
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      end(new Error('The thread that writes answers has ended.'));
      resolve();
    });
  });

  function ask(request: Omit<WriteRequest, 'id'>): Promise<WriteReply> {
    return new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      last += 1;
      if (pending.size === 0) worker.ref();
      pending.set(last, { resolve, reject });
      worker.postMessage({ id: last, ...request } satisfies WriteRequest);
    });
  }

  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { sql } = query;
      const many = isManyRuns(query);
      const reply = await ask({ sql, many, parameters: many ? JSON.stringify(query.many) : query.parameters });
      if ('error' in reply) throw new SqliteError(reply.error.message, reply.error.code ?? 'SQLITE_ERROR');
      if ('changed' in reply) return { rows: reply.changed.map((changed) => ({ changed })) as R[] };
      return {
        rows: reply.rows as R[],
        ...(reply.changes === null ? {} : { numAffectedRows: BigInt(reply.changes) }),
      };
    },
    // biome-ignore lint/correctness/useYield: there is nothing to give
    async *streamQuery() {
      throw new RangeError('Unexpected stream: rows are streamed outside of transactions.');
    },
    async close() {
      worker.ref();
      if (ended === undefined) worker.postMessage('close');
      await exited;
    },
  };
}
