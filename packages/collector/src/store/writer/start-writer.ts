import { Worker } from 'node:worker_threads';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { AnswerWriter } from '../answer-writer.ts';
import { unpack } from '../carried-error.ts';
import type { GroupCommit } from '../group-commit.ts';
import { StoreUnavailableError } from '../store-unavailable-error.ts';
import { isManyRuns } from './many-parameters.ts';
import { postTogether } from './post-together.ts';
import type { WriteReply, WriteRequest, WriteResult, WriterSettings, WriteWork } from './writer-messages.ts';

/** A thread that writes to the database, so that the one that answers requests waits for no disk. */
export interface Writer {
  readonly answers: AnswerWriter;

  /** the connection of an SQLite file that writes, for one transaction at a time */
  readonly connection: DatabaseConnection & {
    begin(settings: { readonly readOnly: boolean }): Promise<void>;
    commit(): Promise<void>;
    rollback(): Promise<void>;
  };

  /** Transactions of answers that were committed, and answers that wait to be. */
  statistics(): { readonly commits: number; readonly waiting: number };

  /** Refuses further answers; those that wait are stored. */
  refuse(): void;

  /** Finishes what waits, and lets go of the database. */
  close(): Promise<void>;
}

interface Pending {
  readonly resolve: (result: WriteResult) => void;
  readonly reject: (error: Error) => void;
}

export interface WriterOptions extends WriterSettings {
  /** how many answers wait before further ones are refused; 4096 by default */
  readonly maxWaiting?: number;
}

/** What a store and its thread have done together. */
export function statisticsWith(
  group: Pick<GroupCommit, 'statistics'>,
  writer: Pick<Writer, 'statistics'>,
): ReturnType<Writer['statistics']> {
  const [own, answers] = [group.statistics(), writer.statistics()];
  return { commits: own.commits + answers.commits, waiting: own.waiting + answers.waiting };
}

/** Starts the thread. What is asked of it once it has ended, for whatever reason, is refused with that reason. */
export function startWriter({ maxWaiting = 4096, ...settings }: WriterOptions): Writer {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./writer-thread.${extension}`, import.meta.url), { workerData: settings });
  // an open store does not keep a program from ending
  worker.unref();
  const pending = new Map<number, Pending>();
  let ended: Error | undefined;
  let last = 0;
  let commits = 0;
  let waiting = 0;
  let closing = false;

  worker.on('message', (reply: WriteReply) => {
    commits = reply.commits;
    pending.get(reply.id)?.resolve(reply.result);
    pending.delete(reply.id);
    // while it closes, the end of it is waited for
    if (pending.size === 0 && !closing) worker.unref();
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

  async function ask<Result extends WriteResult>(work: WriteWork): Promise<Result> {
    const result = await new Promise<WriteResult>((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      last += 1;
      if (pending.size === 0) worker.ref();
      pending.set(last, { resolve, reject });
      worker.postMessage({ id: last, ...work } satisfies WriteRequest);
    });
    if ('error' in result) throw unpack(result.error);
    return result as Result;
  }

  const room = {
    take() {
      if (waiting >= maxWaiting) return false;
      waiting += 1;
      return true;
    },
    give(count: number) {
      waiting -= count;
    },
  };
  const adding = (name: keyof AnswerWriter) => {
    const post = postTogether(
      async (items) => (await ask<WriteResult & { results: [] }>({ do: name, items })).results,
      room,
    );
    return (item: unknown) =>
      closing ? Promise.reject(new StoreUnavailableError('The store is closing.')) : post(item);
  };
  return {
    answers: {
      addResponse: adding('addResponse'),
      addForm: adding('addForm'),
      addSubmission: adding('addSubmission'),
    } as AnswerWriter,
    connection: {
      begin: async ({ readOnly }) => void (await ask({ do: 'begin', readOnly })),
      commit: async () => void (await ask({ do: 'commit' })),
      rollback: async () => void (await ask({ do: 'rollback' })),
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const { sql } = query;
        const many = isManyRuns(query);
        const parameters = many ? JSON.stringify(query.many) : query.parameters;
        const result = await ask({ do: 'run', sql, many, parameters });
        if ('changed' in result) return { rows: result.changed.map((changed) => ({ changed })) as R[] };
        if (!('rows' in result)) throw new RangeError('Unexpected reply of the thread that writes.');
        return {
          rows: result.rows as R[],
          ...(result.changes === null ? {} : { numAffectedRows: BigInt(result.changes) }),
        };
      },
      // biome-ignore lint/correctness/useYield: there is nothing to give
      async *streamQuery() {
        throw new RangeError('Unexpected stream: rows are streamed outside of transactions.');
      },
    },
    statistics: () => ({ commits, waiting }),
    refuse() {
      closing = true;
    },
    async close() {
      closing = true;
      worker.ref();
      // what came in this turn is on its way with the next one
      await new Promise((resolve) => setImmediate(resolve));
      if (ended === undefined) await ask({ do: 'close' }).catch(() => {});
      await exited;
    },
  };
}
