import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CollectorStore, createCollector, openSqliteStore } from '@peerscale/collector';
import type { LineFault } from './fault-schedule.ts';
import { instrumentOfFaults, planOfFaults, textPackOfFaults } from './form-of-faults.ts';

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

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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
    const cut = () => void request.socket.destroy();
    const say = (status: number, headers: Record<string, string> = {}, body = '') =>
      void response.writeHead(status, headers).end(body);
    if (fault === 'down') return cut();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const pass = async () => {
      const result = await collector.request(request.url!, {
        method: request.method!,
        headers: { 'Content-Type': request.headers['content-type'] ?? '' },
        body: Buffer.concat(chunks),
      });
      return [result.status, Object.fromEntries(result.headers), await result.text()] as const;
    };
    switch (fault) {
      case 'cut before it is stored':
        return cut();
      case '500':
        return say(500);
      case '500 though it is stored':
        await pass();
        return say(500);
      case '429 with seconds':
        return say(429, { 'Retry-After': '1' });
      case '429 with a date':
        // by the server's clock, which Node writes into `Date`
        return say(429, { 'Retry-After': new Date(Date.now() + 1_000).toUTCString() });
      case '503':
        return say(503);
      case 'log-in page':
        return say(200, { 'Content-Type': 'text/html' }, '<html>');
      case 'redirect':
        return say(302, { Location: '/' });
      case 'slow there':
        await after(300);
        return say(...(await pass()));
      case 'slow back': {
        const result = await pass();
        await after(300);
        return say(...result);
      }
      case 'silent, then cut':
        await after(800);
        return cut();
      case 'stored, then cut':
        await pass();
        return cut();
      case 'stored, then cut in the answer': {
        const [status, headers, text] = await pass();
        response.writeHead(status, { ...headers, 'content-length': String(text.length) }).write(text.slice(0, 3));
        await after(20);
        return cut();
      }
      default:
        return say(...(await pass()));
    }
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
