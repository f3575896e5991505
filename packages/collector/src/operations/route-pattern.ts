import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/**
 * The pattern of the route that answered, as `/api/invitations/:secret`: never what stood in its place. Read after the
 * handlers have run.
 */
export function routePattern(c: Context): string {
  const routes = matchedRoutes(c);
  // the deepest that was run; those behind it matched too and were not asked
  const { path } = routes[Math.min(c.req.routeIndex, routes.length - 1)] ?? {};
  return path ?? '/*';
}
