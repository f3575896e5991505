import type { OwnOrigin } from '@peerscale/collector/server';
import type { MiddlewareHandler } from 'hono';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Sends browsers that came by another name of this very machine to the one whose sessions count: `http://127.0.0.1:4173/`
 * to `http://localhost:4173/`. Whatever is not a page is answered under any name.
 */
export function toOwnOrigin({ origin }: OwnOrigin): MiddlewareHandler {
  const own = new URL(origin);
  return async (c, next) => {
    const url = new URL(c.req.url);
    const isPage = c.req.method === 'GET' && c.req.header('Sec-Fetch-Mode') === 'navigate';
    if (
      isPage &&
      url.host !== own.host &&
      url.port === own.port &&
      LOOPBACK.test(url.hostname) &&
      LOOPBACK.test(own.hostname)
    ) {
      return c.redirect(`${own.origin}${url.pathname}${url.search}`, 307);
    }
    return next();
  };
}
