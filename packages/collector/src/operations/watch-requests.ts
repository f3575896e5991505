import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { routePattern } from './route-pattern.ts';

export interface WatchOptions {
  readonly log: Log;
  readonly metrics?: Metrics;
}

/** Where people answer, or take answers back. */
const RESPONDENTS = /\/(?:invitations|withdrawals)(?:\/|$)|\/studies\/:study\/(?:responses|form)$/;

/**
 * Counts every request and writes a line about it: route pattern, method, status, milliseconds, and an id that the answer
 * bears too (`X-Request-Id`). Never a path as it was asked for, a query, a header, a body or the client's address.
 *
 * Requests of respondents are counted and have a line only where the server failed: a line has a time, and answers bear
 * the day alone.
 */
export function watchRequests({ log, metrics }: WatchOptions): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    const id = randomUUID();
    await next();
    const milliseconds = performance.now() - start;
    const route = routePattern(c);
    const { status } = c.res;
    c.header('X-Request-Id', id);
    metrics?.request({ route, method: c.req.method, status }, milliseconds / 1000);
    if (status < 500 && RESPONDENTS.test(route)) return;
    log.request({
      id,
      method: METHOD.test(c.req.method) ? c.req.method : 'other',
      route,
      status,
      ms: round(milliseconds),
    });
  };
}

const METHOD = /^[A-Z]{1,7}$/;
const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
