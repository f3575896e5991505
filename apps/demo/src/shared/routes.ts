/** The pages of the demo. The server asks the same function which addresses exist, so that the two cannot drift apart. */
export type Route =
  | { readonly page: PageWithoutStudy }
  | { readonly page: 'study' | 'study-results' | 'form' | 'results'; readonly study: string }
  | { readonly page: 'team-report' | 'actions'; readonly study: string; readonly team: string };

type PageWithoutStudy = (typeof PATHS)[keyof typeof PATHS] | 'not-found';

/** Addresses that are one page each. */
const PATHS = {
  '/': 'home',
  '/sign-in': 'sign-in',
  '/set-up': 'set-up',
  '/join': 'join',
  '/reset': 'reset',
  '/account': 'account',
  '/accounts': 'accounts',
  '/audit': 'audit',
  '/studies/new': 'new-study',
  '/answer': 'answer',
  '/rights': 'rights',
  '/withdraw': 'withdraw',
  '/playground': 'playground',
} as const;

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
/** Studies of an organisation, for its staff. */
const STUDY_PATH = new RegExp(`^/studies/(${SLUG})(?:/(results)|/teams/(${SLUG})/(report|actions))?$`);
/** Studies that anybody may answer and read. */
const OPEN_STUDY_PATH = new RegExp(`^/s/(${SLUG})(/results)?$`);

/**
 * The page at a path. Ids are slugs, so no path needs decoding.
 *
 * @example routeOf('/studies/ward-3/results') // { page: 'study-results', study: 'ward-3' }
 */
export function routeOf(pathname: string): Route {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  if (Object.hasOwn(PATHS, path)) return { page: PATHS[path as keyof typeof PATHS] };
  const [, study, results, team, ofTeam] = STUDY_PATH.exec(path) ?? [];
  if (study !== undefined) {
    if (team !== undefined) return { page: ofTeam === 'report' ? 'team-report' : 'actions', study, team };
    return { page: results === undefined ? 'study' : 'study-results', study };
  }
  const [, open, openResults] = OPEN_STUDY_PATH.exec(path) ?? [];
  if (open !== undefined) return { page: openResults === undefined ? 'form' : 'results', study: open };
  return { page: 'not-found' };
}
