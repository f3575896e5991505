import { Worker } from 'node:worker_threads';
import type { Instrument } from '@peerscale/core';
import { limitWork } from '../../access/password/limit-work.ts';
import type { Store } from '../../store/store.ts';
import type { OpenStudyInput, OpenStudyReport } from '../reports/report-of-open-study.ts';
import type { FoldOptions } from '../tally/fold.ts';
import { failureOf } from './carried-failure.ts';
import { instrumentsOfStudy } from './instruments-of-study.ts';
import { serveDatabase } from './serve-database.ts';
import type { DatabaseReply, FromThread, ResultsWork, StudyWork, ToThread, WorkMessage } from './thread-messages.ts';

/** A thread takes a moment to start, and holds on to memory: one without work stays for so many milliseconds. */
const STAYS = 5000;

/** One at a time: the server has other things to do, and a large study takes memory. */
const oneByOne = limitWork({ concurrent: 1, waiting: Number.POSITIVE_INFINITY });
let thread: Worker | undefined;
let leaving: NodeJS.Timeout | undefined;

/**
 * The result of a work as a JSON text, worked out in a thread of its own while this one answers requests.
 *
 * @throws what the work throws; of an error that is no Refusal the name, the message and the stack
 */
export const workInThread = (options: FoldOptions, work: StudyWork): Promise<string> =>
  resultOf(options.store, work, () => instrumentsOfStudy(options, studyOf(work)));

/** The report of an open study in the same way. */
export async function openStudyInThread(store: Store, input: OpenStudyInput): Promise<OpenStudyReport> {
  const result = await resultOf(store, { do: 'open-study', ...input }, async () => [input.instrument]);
  return JSON.parse(result) as OpenStudyReport;
}

function resultOf(store: Store, work: ResultsWork, instrumentsFor: () => Promise<Instrument[]>): Promise<string> {
  return oneByOne(async () => {
    const instruments = await instrumentsFor();
    clearTimeout(leaving);
    thread ??= startThread();
    try {
      const { engine, file } = store;
      const database = { engine, ...(file !== undefined && { file }) };
      return await runIn(thread, store, { do: 'work', database, instruments, work });
    } finally {
      leaving = setTimeout(dismiss, STAYS).unref();
    }
  });
}

function startThread(): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./results-thread.${extension}`, import.meta.url));
  // without work it does not keep a program from ending
  worker.unref();
  worker.on('error', () => dismiss(worker));
  worker.on('exit', () => dismiss(worker));
  return worker;
}

function dismiss(which = thread): void {
  if (thread === which) thread = undefined;
  void which?.terminate();
}

function studyOf(work: StudyWork): string {
  if (work.do === 'release') return work.studyId;
  if (work.do === 'fold') return work.wave.study_id;
  return (work.do === 'drivers' ? work.input.wave : work.pair.first).study_id;
}

/** Has the thread do a work, and runs its statements meanwhile. A thread that ends leaves no transaction open. */
async function runIn(worker: Worker, store: Store, message: WorkMessage): Promise<string> {
  const database = serveDatabase(store);
  const failures = new Map<number, unknown>();
  const work = new AbortController();
  worker.ref();
  try {
    return await new Promise<string>((resolve, reject) => {
      const listen = <Value>(name: string, listener: (value: Value) => void) => {
        worker.on(name, listener);
        work.signal.addEventListener('abort', () => worker.off(name, listener));
      };
      listen('error', (cause: Error) => reject(new Error('The thread that works out results has failed.', { cause })));
      listen('exit', () => reject(new Error('The thread that works out results has ended.')));
      listen('message', (from: FromThread) => {
        if (from.do === 'done') return resolve(from.result);
        if (from.do === 'failed') return reject(failureOf(from.failure, failures));
        const { id } = from;
        const reply = (of: DatabaseReply) => worker.postMessage({ do: 'reply', id, ...of } satisfies ToThread);
        return database.answer(id, from).then(reply, (error: unknown) => {
          failures.set(id, error);
          reply({ failed: true });
        });
      });
      worker.postMessage(message);
    });
  } finally {
    work.abort();
    worker.unref();
    database.abandon();
  }
}
