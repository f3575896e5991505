import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import type { OwnOrigin } from '../own-origin.ts';

/**
 * The token that a page of ours sends along in the header X-CSRF-Token. It follows from the session's secret, so that
 * every tab of the browser has the same; the secret does not follow from it.
 */
export function csrfToken(sessionSecret: string): string {
  return createHmac('sha256', Buffer.from(sessionSecret, 'base64url')).update('peerscale/csrf@1').digest('base64url');
}

/**
 * Whether the browser says that a page of this server sent the request: by Origin and Sec-Fetch-Site, each of which has
 * to agree where it is there, and one of which has to be there.
 */
export function isOwnRequest(c: Context, { origin }: OwnOrigin): boolean {
  const said = [c.req.header('Origin'), c.req.header('Sec-Fetch-Site')] as const;
  const [from = origin, site = 'same-origin'] = said;
  return from === origin && site === 'same-origin' && said.some((header) => header !== undefined);
}
