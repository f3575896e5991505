/**
 * The thread that works out releases and reports, so that the one that answers requests is free meanwhile. It runs the
 * same functions as any other program, over a store whose statements run in the other thread.
 */
import { parentPort } from 'node:worker_threads';
import { makeRelease } from '../release/make-release.ts';
import { changeBetween } from '../reports/change-between.ts';
import { driversOf } from '../reports/drivers-of.ts';
import { linkageBetween } from '../reports/linkage-between.ts';
import { reportOfOpenStudy } from '../reports/report-of-open-study.ts';
import { type FoldOptions, foldWave } from '../tally/fold.ts';
import { cellsOfRows } from '../tally/read-cells.ts';
import { carryFailure } from './carried-failure.ts';
import { type Ask, RequestFailure, storeInThread } from './store-in-thread.ts';
import type { DatabaseReply, FromThread, ResultsWork, ToThread, WorkMessage } from './thread-messages.ts';

const port = parentPort!;
const post = (message: FromThread) => port.postMessage(message);
const asked = new Map<number, (reply: DatabaseReply) => void>();
let last = 0;

const ask: Ask = async (request) => {
  last += 1;
  const id = last;
  const reply = await new Promise<DatabaseReply>((resolve) => {
    asked.set(id, resolve);
    post({ id, ...request });
  });
  if ('failed' in reply) throw new RequestFailure(id);
  return { ...reply, id };
};

port.on('message', async (message: ToThread) => {
  if (message.do === 'reply') {
    asked.get(message.id)!(message);
    asked.delete(message.id);
    return;
  }
  post(await resultOrFailure(message));
});

async function resultOrFailure(message: WorkMessage): Promise<FromThread> {
  let options: FoldOptions | undefined;
  try {
    options = optionsOf(message);
    return { do: 'done', result: JSON.stringify(await resultOf(message.work, options)) };
  } catch (error) {
    return { do: 'failed', failure: carryFailure(error) };
  } finally {
    await options?.store.close();
  }
}

function optionsOf({ database, instruments }: WorkMessage): FoldOptions {
  const byKey = new Map(instruments.map((instrument) => [`${instrument.id}@${instrument.version}`, instrument]));
  return {
    store: storeInThread(database, ask),
    catalogue: {
      findInstrument: (id, version) => byKey.get(`${id}@${version}`),
      // figures are made without words
      findTextPack: () => undefined,
    },
  };
}

async function resultOf(work: ResultsWork, options: FoldOptions): Promise<unknown> {
  switch (work.do) {
    case 'open-study':
      return reportOfOpenStudy(options.store, work);
    case 'fold':
      return foldWave(options, work.wave);
    case 'release': {
      const { rows, ...input } = work.tallies;
      return makeRelease({ ...input, cells: cellsOfRows(rows, input.frozen, options.catalogue) });
    }
    case 'change':
      return changeBetween(options, work.pair);
    case 'linkage':
      return linkageBetween(options, work.pair);
    case 'drivers':
      return driversOf(options, work.input);
  }
}
