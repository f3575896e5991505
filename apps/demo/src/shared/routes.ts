/** The pages of the demo. The server asks the same function which addresses exist, so that the two cannot drift apart. */
export type Route =
  | { readonly page: 'studies' }
  | { readonly page: 'playground' }
  | { readonly page: 'form'; readonly study: string }
  | { readonly page: 'results'; readonly study: string }
  | { readonly page: 'not-found' };

const STUDY_PATH = /^\/s\/([a-z0-9]+(?:-[a-z0-9]+)*)(\/results)?\/?$/;

/**
 * The page at a path. Study ids are slugs, so no path needs decoding.
 *
 * @example routeOf('/s/your-team-role/results') // { page: 'results', study: 'your-team-role' }
 */
export function routeOf(pathname: string): Route {
  if (pathname === '/') return { page: 'studies' };
  if (/^\/playground\/?$/.test(pathname)) return { page: 'playground' };
  const [, study, results] = STUDY_PATH.exec(pathname) ?? [];
  if (study === undefined) return { page: 'not-found' };
  return { page: results === undefined ? 'form' : 'results', study };
}
