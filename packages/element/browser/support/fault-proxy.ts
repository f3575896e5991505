import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCollector, openSqliteStore } from '@peerscale/collector';
import { instrument } from '../../../form/fixtures/instrument.ts';
import { english } from '../../../form/fixtures/text-packs.ts';

/** What happens to a record on its way to the collector, or to the answer on its way back. */
export const FAULTS = [
  'cut before',
  '500',
  '429',
  'login page',
  'stored, then cut',
  'stored, then cut in the body',
  'stored, slow',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultProxy {
  /** what happens to the next requests; after that nothing does */
  faults: Fault[];
  /** the page's endpoint */
  readonly path: string;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** the answers of every record stored */
  stored(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

/** The real collector with a study of the test instrument, behind a line that fails as it is told. */
export async function faultProxy(): Promise<FaultProxy> {
  const store = await openSqliteStore(':memory:');
  const id = 'day-2027';
  await store.createStudy({
    id,
    title: { en: 'A working day' },
    instrument: instrument.id,
    version: instrument.version,
    locales: ['en'],
    minimumGroupSize: 5,
    simulated: true,
  });
  const collector = createCollector({
    store,
    catalogue: { findInstrument: () => instrument, findTextPack: () => english },
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = proxy.faults.shift();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (fault === 'cut before') return void request.socket.destroy();
    if (fault === '500') return void response.writeHead(500).end();
    if (fault === '429') return void response.writeHead(429, { 'Retry-After': '0' }).end();
    if (fault === 'login page') return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
    const { status, headers, text } = await passed(request, Buffer.concat(chunks));
    if (fault === 'stored, then cut') return void request.socket.destroy();
    if (fault === 'stored, then cut in the body') {
      response.writeHead(status, { ...headers, 'content-length': String(text.length) }).write(text.slice(0, 3));
      return void setTimeout(() => request.socket.destroy(), 20);
    }
    if (fault === 'stored, slow') await new Promise((resolve) => setTimeout(resolve, 200));
    response.writeHead(status, headers).end(text);
  };
  async function passed(request: IncomingMessage, body: Buffer) {
    const result = await collector.request(request.url!, {
      method: request.method!,
      headers: { 'Content-Type': request.headers['content-type'] ?? '' },
      body: new Uint8Array(body),
    });
    return { status: result.status, headers: Object.fromEntries(result.headers), text: await result.text() };
  }
  const proxy: FaultProxy = {
    faults: [],
    path: `/studies/${id}/responses`,
    answer: (request, response) => void answer(request, response),
    stored: async () => (await store.records(id)).map((record) => record.answers),
    close: () => store.close(),
  };
  return proxy;
}
