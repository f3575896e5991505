import { type ComponentType, lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { type Route, routeOf } from '../shared/routes.ts';
import { catalogues } from './catalogue.ts';
import { type Language, LanguageContext } from './language-context.ts';
import { chooseLocale } from './locale.ts';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { Layout } from './parts/layout.tsx';
import { Loading } from './parts/loading.tsx';
import { PageBoundary } from './parts/page-boundary.tsx';
import { navigate, useAddress } from './router.ts';
import { StaffOnly } from './session/staff-only.tsx';

type OfPage<Page extends Route['page']> = Route extends infer One
  ? One extends { readonly page: infer Pages }
    ? Page extends Pages
      ? Omit<One, 'page'>
      : never
    : never
  : never;

/**
 * A page whose script may be asked for before the page is shown. One whose script is there is shown at once: React would put
 * its fallback in between, and then waits 300 ms before it shows something else.
 */
function page<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  let loading: ReturnType<typeof load> | undefined;
  let loaded: ComponentType<Props> | undefined;
  const once = () => {
    loading ??= load().then((module) => {
      loaded = module.default;
      return module;
    });
    return loading;
  };
  const Lazy = lazy(once) as unknown as ComponentType<Props>;
  function Loaded(props: Props) {
    const [Own] = useState(() => loaded ?? Lazy);
    return <Own {...props} />;
  }
  return Object.assign(Loaded, { preload: once });
}

/** Every page is a script of its own: a respondent's phone does not load what only staff look at. */
const pages = {
  home: page(() => import('./pages/home-page.tsx')),
  'sign-in': page(() => import('./account/sign-in-page.tsx')),
  'set-up': page(() => import('./account/set-up-page.tsx')),
  join: page(() => import('./account/join-page.tsx')),
  reset: page(() => import('./account/reset-page.tsx')),
  account: page(() => import('./account/account-page.tsx')),
  accounts: page(() => import('./account/accounts-page.tsx')),
  audit: page(() => import('./account/audit-page.tsx')),
  'new-study': page(() => import('./setup/new-study-page.tsx')),
  study: page(() => import('./setup/study-page.tsx')),
  'study-results': page(() => import('./results/study-results-page.tsx')),
  'team-report': page(() => import('./report/team-report-page.tsx')),
  actions: page(() => import('./actions/actions-page.tsx')),
  answer: page(() => import('./answer/answer-page.tsx')),
  rights: page(() => import('./answer/rights-page.tsx')),
  withdraw: page(() => import('./answer/withdraw-page.tsx')),
  playground: page(() => import('./playground/playground-page.tsx')),
  form: page(() => import('./pages/form-page.tsx')),
  results: page(() => import('./pages/results-page.tsx')),
  'not-found': NotFoundPage,
} satisfies { readonly [Page in Route['page']]: ComponentType<OfPage<Page>> };

/** Asks for the script of a page; what fails here fails again where the page is shown, and is said there. */
function preload(pathname: string): void {
  const found = pages[routeOf(pathname).page];
  if ('preload' in found) found.preload().catch(() => undefined);
}

// on its way while it is found out who is signed in
preload(location.pathname);

/** Pages for people who are signed in. */
const STAFF = new Set<Route['page']>([
  'account',
  'accounts',
  'audit',
  'new-study',
  'study',
  'study-results',
  'team-report',
  'actions',
]);

/** Pages for people who answer: nothing there asks who is signed in. */
const RESPONDENTS = new Set<Route['page']>(['answer', 'rights', 'withdraw', 'form']);

export function App() {
  const { pathname, search } = useAddress();
  const locale = chooseLocale(search, navigator.languages);
  const asked = new URLSearchParams(search).get('lang');
  const language = useMemo<Language>(() => {
    const href = (path: string) => (asked === null ? path : withLanguage(path, asked));
    return { locale, words: catalogues[locale], href };
  }, [locale, asked]);
  const route = routeOf(pathname);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    <LanguageContext value={language}>
      <RouterProvider navigate={navigate}>
        <Layout path={pathname} search={search} forStaff={!RESPONDENTS.has(route.page)} page={route.page}>
          <PageBoundary key={pathname}>
            <Suspense fallback={<Loading />}>
              {STAFF.has(route.page) ? (
                <StaffOnly>
                  <Page {...route} />
                </StaffOnly>
              ) : (
                <Page {...route} />
              )}
            </Suspense>
          </PageBoundary>
        </Layout>
      </RouterProvider>
    </LanguageContext>
  );
}

function Page({ page, ...props }: Route) {
  const Found = pages[page] as ComponentType<object>;
  return <Found {...props} />;
}

function withLanguage(path: string, language: string): string {
  const [address = '', fragment] = path.split('#');
  const asked = `${address}${address.includes('?') ? '&' : '?'}lang=${encodeURIComponent(language)}`;
  return fragment === undefined ? asked : `${asked}#${fragment}`;
}
