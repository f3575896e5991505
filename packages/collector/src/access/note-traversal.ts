import type { MiddlewareHandler } from 'hono';
import type { Access } from './open-access.ts';

/** `..` between separators, however often encoded; NUL; a backslash; and dots and slashes in more bytes than they have. */
const TRAVERSAL =
  /(?:[/\\]|%(?:25)*(?:2f|5c))(?:\.|%(?:25)*2e){2,}(?:$|[/\\;]|%)|%(?:25)*(?:00|5c)|%(?:25)*(?:c0|e0)%(?:25)*(?:ae|af|80)|[\0\\]/i;

/**
 * Writes down, once an hour, that somebody asked for an address that leads out of a folder. It refuses nothing: whoever
 * serves files does. Before everything else, because the address is looked at as it was sent.
 */
export function noteTraversal(access: Access): MiddlewareHandler {
  return (c, next) => {
    const { incoming } = (c.env ?? {}) as { incoming?: { url?: string } };
    const [path = ''] = (incoming?.url ?? c.req.path).split('?', 1);
    if (TRAVERSAL.test(path)) {
      const entry = { subject: 'address', organisationId: null, accountId: null, detail: { reason: 'path-traversal' } };
      access.later(() => access.audit.hourly({ action: 'input-refused', ...entry }));
    }
    return next();
  };
}
