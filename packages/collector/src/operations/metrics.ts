import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../store/store.ts';

export interface Metrics {
  /** One request that was answered. `route` is a pattern. */
  request(labels: { readonly route: string; readonly method: string; readonly status: number }, seconds: number): void;
  /** One run of something that is done from time to time. */
  job(name: string, result: 'done' | 'failed'): void;
  /** One connection that was cut before its request was whole. */
  cut(reason: CutReason): void;
  /** What Prometheus reads: its text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Why a connection is cut: `silent` ones said nothing at all, as those that browsers open and do not need. */
export type CutReason = 'slow' | 'silent' | 'malformed' | 'broken';

/** What every method that is not among these counts as: a client may send any word. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Counts for Prometheus: requests by route pattern, method and status, how long answering took, the store's commits and
 * what waits for it, background jobs, and what Node says of the process. No study, no person, no address.
 */
export function createMetrics(store: Pick<Store, 'statistics'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'peerscale_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'peerscale_http_request_duration_seconds',
    help: 'From the first byte of a request to the beginning of its answer.',
    labelNames: ['route', 'method'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const jobs = new Counter({
    name: 'peerscale_jobs_total',
    help: 'Runs of what is done from time to time.',
    labelNames: ['job', 'result'],
    registers,
  });
  const cut = new Counter({
    name: 'peerscale_connections_cut_total',
    help: 'Connections that were cut before their request was whole.',
    labelNames: ['reason'],
    registers,
  });
  let commits = 0;
  new Counter({
    name: 'peerscale_store_commits_total',
    help: 'Transactions of the store, each of which may hold many writes.',
    registers,
    collect() {
      const now = store.statistics().commits;
      this.inc(now - commits);
      commits = now;
    },
  });
  new Gauge({
    name: 'peerscale_store_waiting',
    help: 'Writes that wait for their transaction.',
    registers,
    collect() {
      this.set(store.statistics().waiting);
    },
  });
  return {
    request({ route, method: sent, status }, duration) {
      const method = METHODS.has(sent) ? sent : 'other';
      requests.inc({ route, method, status });
      seconds.observe({ route, method }, duration);
    },
    job: (job, result) => jobs.inc({ job, result }),
    cut: (reason) => cut.inc({ reason }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
