/**
 * The thread that writes, so that the one that answers requests waits for no disk. What people send it stores by itself,
 * together what has arrived during the last commit; for everything else it runs the statements of the other thread, in
 * whose transactions nothing of its own comes between.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { answerWriter } from '../answer-writer.ts';
import { carry } from '../carried-error.ts';
import { groupCommit } from '../group-commit.ts';
import { openPostgresWriting, openSqliteWriting } from './open-writing.ts';
import type { AnswersRequest, WriteReply, WriteRequest, WriteResult, WriterSettings } from './writer-messages.ts';

const settings = workerData as WriterSettings;
const { engine, maxGroup } = settings;
const writing = await (engine === 'sqlite' ? openSqliteWriting(settings) : openPostgresWriting(settings));
const group = groupCommit(writing.db, maxGroup === undefined ? {} : { maxGroup });
// the other thread sees to it that no more are waiting than may
const answers = answerWriter({ write: group.write, engine }, { maxWaiting: Number.POSITIVE_INFINITY });

parentPort!.on('message', async (request: WriteRequest) => {
  let result: WriteResult;
  try {
    result = await resultOf(request);
  } catch (error) {
    result = { error: carry(error) };
  }
  parentPort!.postMessage({ id: request.id, result, commits: group.statistics().commits } satisfies WriteReply);
  if (request.do === 'close') parentPort!.close();
});

async function resultOf(request: WriteRequest): Promise<WriteResult> {
  switch (request.do) {
    case 'run':
    case 'begin':
    case 'commit':
    case 'rollback':
      return writing.run(request);
    case 'close':
      await group.close();
      await writing.close();
      return { done: true };
    default:
      return { results: await add(request) };
  }
}

async function add({ do: name, items }: AnswersRequest) {
  const one = answers[name] as (item: unknown) => Promise<string>;
  const settled = await Promise.allSettled((JSON.parse(items) as unknown[]).map(one));
  return settled.map((result) => (result.status === 'fulfilled' ? result.value : carry(result.reason)));
}
