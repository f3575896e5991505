import { type ComponentType, lazy, Suspense, useEffect, useMemo } from 'react';
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

/** Every page is a script of its own: a respondent's phone does not load what only staff look at. */
const pages = {
  home: lazy(() => import('./pages/home-page.tsx')),
  'sign-in': lazy(() => import('./account/sign-in-page.tsx')),
  'set-up': lazy(() => import('./account/set-up-page.tsx')),
  join: lazy(() => import('./account/join-page.tsx')),
  reset: lazy(() => import('./account/reset-page.tsx')),
  account: lazy(() => import('./account/account-page.tsx')),
  accounts: lazy(() => import('./account/accounts-page.tsx')),
  audit: lazy(() => import('./account/audit-page.tsx')),
  'new-study': lazy(() => import('./setup/new-study-page.tsx')),
  study: lazy(() => import('./setup/study-page.tsx')),
  'study-results': lazy(() => import('./results/study-results-page.tsx')),
  'team-report': lazy(() => import('./report/team-report-page.tsx')),
  actions: lazy(() => import('./actions/actions-page.tsx')),
  answer: lazy(() => import('./answer/answer-page.tsx')),
  rights: lazy(() => import('./answer/rights-page.tsx')),
  withdraw: lazy(() => import('./answer/withdraw-page.tsx')),
  playground: lazy(() => import('./playground/playground-page.tsx')),
  form: lazy(() => import('./pages/form-page.tsx')),
  results: lazy(() => import('./pages/results-page.tsx')),
  'not-found': NotFoundPage,
} satisfies { readonly [Page in Route['page']]: ComponentType<OfPage<Page>> };

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
