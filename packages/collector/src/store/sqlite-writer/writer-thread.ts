/**
 * The thread that writes to the SQLite file, so that the one that answers requests waits for no disk. It runs one
 * statement after another, in the order in which they come, and is told the path by the thread that starts it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import { preparedOnce } from './prepared-once.ts';
import type { WriteReply, WriteRequest } from './writer-messages.ts';
import { writingPragmas } from './writing-pragmas.ts';

const file = new SqliteDatabase(workerData as string, { fileMustExist: true, timeout: 0 });
writingPragmas(file);
const prepare = preparedOnce(file);

parentPort!.on('message', (request: WriteRequest | 'close') => {
  if (request === 'close') {
    file.close();
    parentPort!.close();
    return;
  }
  parentPort!.postMessage(reply(request));
});

function reply({ id, sql, parameters, many }: WriteRequest): WriteReply {
  try {
    const statement = prepare(sql);
    if (many) {
      const lists = JSON.parse(parameters as string) as unknown[][];
      return { id, changed: lists.map((list) => statement.run(list).changes) };
    }
    if (statement.reader) return { id, rows: statement.all(parameters), changes: null };
    return { id, rows: [], changes: statement.run(parameters).changes };
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    return { id, error: { message, code } };
  }
}
