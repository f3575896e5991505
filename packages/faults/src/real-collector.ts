import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCollector, openSqliteStore } from '@peerscale/collector';
import { instrument } from '../../form/fixtures/instrument.ts';
import { english } from '../../form/fixtures/text-packs.ts';
import { passTo, reply } from './pass-to.ts';

/** The real collector with a study of the test instrument, as the endpoint of the pages. */
export interface RealCollector {
  readonly endpoint: string;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** the answers of every record stored, in order */
  stored(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

export async function realCollector(): Promise<RealCollector> {
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
  const catalogue = { findInstrument: () => instrument, findTextPack: () => english };
  const collector = createCollector({ store, catalogue });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    reply(response, await (await passTo(collector, request))());
  return {
    endpoint: `/studies/${id}/responses`,
    answer: (request, response) => void answer(request, response),
    stored: async () => (await store.records(id)).map(({ answers }) => answers),
    close: () => store.close(),
  };
}
