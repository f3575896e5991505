import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CollectorStore, createCollector, openSqliteStore } from '@peerscale/collector';
import { befall } from './befall.ts';
import type { LineFault } from './fault-schedule.ts';
import { instrumentOfFaults, planOfFaults, textPackOfFaults } from './form-of-faults.ts';
import { passTo } from './pass-to.ts';

/** What the collector has of one study: the answers of every record, with what was answered beside them. */
export type Stored = readonly { readonly answers: unknown; readonly values: unknown }[];

/** A study for one schedule, behind a line that fails as it is told to. */
export interface Line {
  readonly endpoint: string;
  /** the faults that befell requests so far */
  readonly met: ReadonlySet<LineFault>;
  stored(): Promise<Stored>;
}

export interface FaultLines {
  /** The server's part: takes every request whose path begins with `/studies/`. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** @param faults what happens to the study's next requests, in order; after that nothing does */
  open(planned: boolean, faults: readonly LineFault[]): Promise<Line>;
  close(): Promise<void>;
}

/** The real collector over a real store, one study a line. */
export async function faultLines(): Promise<FaultLines> {
  const store = await openSqliteStore(':memory:');
  const collector = createCollector({
    store,
    catalogue: { findInstrument: () => instrumentOfFaults, findTextPack: () => textPackOfFaults },
  });
  const faultsOf = new Map<string, { next: LineFault[]; met: Set<LineFault> }>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const faults = faultsOf.get(request.url!);
    const fault = faults?.next.shift();
    if (fault !== undefined) faults!.met.add(fault);
    // a server that is down takes not a byte
    if (fault === 'down') return void request.socket.destroy();
    return befall(fault, request, response, await passTo(collector, request));
  }

  let number = 0;
  return {
    answer: (request, response) => void answer(request, response).catch(() => request.socket.destroy()),
    async open(planned, faults) {
      const id = `faults-${++number}`;
      await store.createStudy({
        id,
        title: { en: 'A working day' },
        instrument: instrumentOfFaults.id,
        version: instrumentOfFaults.version,
        locales: ['en'],
        minimumGroupSize: 5,
        simulated: true,
        ...(planned && { plan: planOfFaults }),
      });
      const endpoint = `/studies/${id}/responses`;
      const own = { next: [...faults], met: new Set<LineFault>() };
      faultsOf.set(endpoint, own);
      return { endpoint, met: own.met, stored: () => (planned ? forms(store, id) : records(store, id)) };
    },
    close: () => store.close(),
  };
}

const records = async (store: CollectorStore, id: string): Promise<Stored> =>
  (await store.records(id)).map(({ answers }) => ({ answers, values: {} }));

const forms = async (store: CollectorStore, id: string): Promise<Stored> =>
  (await store.forms(id)).map((one) => ({
    answers: one.records[instrumentOfFaults.id]?.answers,
    values: one.values,
  }));
