import type { Context, Hono } from 'hono';
import { clientAddress } from '../access/rate/client-address.ts';
import { sameText } from '../access/secret.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';
import type { ServerSettings } from './read-settings.ts';

export interface OperationsOptions {
  readonly store: Store;
  readonly metrics: Metrics;
  /** what `/metrics` may be read with, and behind how many proxies; by default from this machine only, and behind none */
  readonly settings?: Pick<ServerSettings, 'metricsToken' | 'proxies'>;
  /** false once the server is told to stop */
  readonly isServing?: () => boolean;
}

/** How long the database may take before the server counts as not ready. */
const PATIENCE = 2_000;

/**
 * Adds what looks after a server: `/health` (the process answers), `/ready` (the database does too, with its tables
 * brought to this version, and the server is not stopping) and `/metrics` (Prometheus).
 */
export function addOperations(
  app: Hono,
  { store, metrics, settings, isServing = () => true }: OperationsOptions,
): void {
  app.get('/health', (c) => plain(c, 'up', 200));
  app.get('/ready', async (c) => {
    if (!isServing()) return plain(c, 'stopping', 503);
    return (await answers(store)) ? plain(c, 'ready', 200) : plain(c, 'the database does not answer', 503);
  });
  app.get('/metrics', async (c) => {
    if (!mayRead(c, settings?.metricsToken, settings?.proxies ?? 0)) return plain(c, 'Not found', 404);
    c.header('Cache-Control', 'no-store');
    return c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType });
  });
}

function plain(c: Context, text: string, status: 200 | 404 | 503): Response {
  c.header('Cache-Control', 'no-store');
  return c.text(`${text}\n`, status);
}

/** A store is opened only when its tables are those of this version, so that one of them is enough to ask for. */
async function answers({ db }: Store): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    patience = setTimeout(resolve, PATIENCE, false);
  });
  try {
    const asked = db.selectFrom('organisation').select('id').limit(1).execute();
    return await Promise.race([asked.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(patience);
  }
}

/** By the token, or where there is none, a program on this machine that came by no proxy. */
function mayRead(c: Context, token: string | undefined, proxies: number): boolean {
  if (token !== undefined) return sameText(c.req.header('Authorization') ?? '', `Bearer ${token}`);
  const cameByProxy =
    proxies > 0 || c.req.header('X-Forwarded-For') !== undefined || c.req.header('Forwarded') !== undefined;
  return !cameByProxy && /^127\.|^0:0:0:0::\/64$/.test(clientAddress(c));
}
