import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Hono } from 'hono';
import { type Access, openAccess } from '../access/open-access.ts';
import { setUpLink } from '../access/routes/set-up.ts';
import type { MailTransport } from '../invitations/mail-transport.ts';
import { prepareMailFolder } from '../invitations/prepare-mail-folder.ts';
import type { CollectorStore } from '../store/collector-store.ts';
import { isPostgresAddress, openStore } from '../store/open-store.ts';
import { describeError } from './describe-error.ts';
import { doRegularly, type Job } from './do-regularly.ts';
import { linkLetter } from './link-letter.ts';
import { listen } from './listen.ts';
import { type Log, openLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { ServerSettings } from './read-settings.ts';
import { stopListening } from './stop-listening.ts';
import { watchCutClients } from './watch-cut-clients.ts';

/** What an application is made of. */
export interface ServerRoom {
  readonly settings: ServerSettings;
  readonly store: CollectorStore;
  readonly access: Access;
  readonly mail: MailTransport;
  readonly metrics: Metrics;
  readonly log: Log;
  /** false once the server is told to stop */
  readonly isServing: () => boolean;
  /** for the log, without what a person sent */
  readonly onInternalError: (error: Error) => void;
}

export interface StartOptions {
  /** Makes the application; it is asked for nothing before this has resolved. */
  readonly createApp: (room: ServerRoom) => Hono | Promise<Hono>;
  /** what is done once a minute, for the first time soon after the start; nothing by default */
  readonly jobs?: (room: ServerRoom) => readonly Job[];
  /** by default as the settings say */
  readonly log?: Log;
  /** the server's clock by default */
  readonly now?: () => Date;
}

export interface RunningServer {
  /** the address of its pages, without a slash at the end */
  readonly origin: string;
  readonly port: number;
  /** Takes no new requests, finishes those under way and everything that is to be written, and lets go of the database. */
  stop(): Promise<void>;
}

/** Whoever waits for the first page has it before the first round of regular work takes the processor. */
const FIRST_ROUND = 1_500;

/**
 * Starts a server as its settings say: port, database, accounts, letters, log and counts; whatever fails on the way lets
 * go of what was opened before.
 *
 * @throws Error that says what is in the way
 */
export async function startServer(
  settings: ServerSettings,
  { createApp, jobs = () => [], log = openLog({ format: settings.log }), now = () => new Date() }: StartOptions,
): Promise<RunningServer> {
  const { host, port: wanted, database } = settings;
  // a proxy looks for the server where it was told to
  const { server, port, serve } = await listen(host, wanted, settings.origin === undefined ? 20 : 0);
  const origin = settings.origin ?? `http://localhost:${port}`;
  let store: CollectorStore | undefined;
  let mail: MailTransport | undefined;
  try {
    if (database !== ':memory:' && !isPostgresAddress(database)) mkdirSync(dirname(database), { recursive: true });
    if (settings.mailFolder !== undefined) prepareMailFolder(settings.mailFolder);
    store = await openStore(database);
    mail = settings.openMail();
    let serving = true;
    const onInternalError = (error: Error) => {
      const reason = describeError(error);
      log.complain('request-failed', `A request failed: ${reason}`, { reason });
    };
    const transport = mail;
    const access = openAccess({
      store,
      origin,
      proxies: settings.proxies,
      deliverLink: (message) => transport.send(linkLetter(message)),
      now,
      onInternalError,
    });
    const metrics = createMetrics(store);
    watchCutClients(server, { access, metrics, log });
    const room: ServerRoom = {
      settings,
      store,
      access,
      mail,
      metrics,
      log,
      isServing: () => serving,
      onInternalError,
    };
    const app = await createApp(room);
    const link = await setUpLink(access);
    const work = doRegularly(jobs(room), { log, metrics, wait: FIRST_ROUND });
    serve((request, bindings) => app.fetch(request, bindings));
    if (wanted !== 0 && port !== wanted) log.say('port-taken', `Port ${wanted} is taken; using ${port}.`, { port });
    if (link !== undefined) {
      log.say('set-up', `Set up your organisation (this link works once, and for a day): ${link}`, { link });
    }
    const opened = store;
    return {
      origin,
      port,
      async stop() {
        serving = false;
        await stopListening(server);
        await work.stop();
        await access.settled();
        await opened.close();
        await transport.close();
      },
    };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await store?.close();
    await mail?.close();
    throw error;
  }
}
