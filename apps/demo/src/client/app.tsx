import { lazy, Suspense, useEffect, useMemo } from 'react';
import { RouterProvider } from 'react-aria-components';
import { type Route, routeOf } from '../shared/routes.ts';
import { catalogues } from './catalogue.ts';
import { type Language, LanguageContext } from './language-context.ts';
import { chooseLocale } from './locale.ts';
import { FormPage } from './pages/form-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { ResultsPage } from './pages/results-page.tsx';
import { StudiesPage } from './pages/studies-page.tsx';
import { Layout } from './parts/layout.tsx';
import { Loading } from './parts/loading.tsx';
import { PageBoundary } from './parts/page-boundary.tsx';
import { navigate, useAddress } from './router.ts';

// The playground brings the definition of every instrument along; no other page needs them.
const PlaygroundPage = lazy(() => import('./playground/playground-page.tsx'));

export function App() {
  const { pathname, search } = useAddress();
  const locale = chooseLocale(search, navigator.languages);
  const asked = new URLSearchParams(search).get('lang');
  const language = useMemo<Language>(() => {
    const href = (path: string) => (asked === null ? path : `${path}?lang=${encodeURIComponent(asked)}`);
    return { locale, words: catalogues[locale], href };
  }, [locale, asked]);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    <LanguageContext value={language}>
      <RouterProvider navigate={navigate}>
        <Layout path={pathname} search={search}>
          <PageBoundary key={pathname}>
            <Page route={routeOf(pathname)} />
          </PageBoundary>
        </Layout>
      </RouterProvider>
    </LanguageContext>
  );
}

function Page({ route }: { route: Route }) {
  if (route.page === 'studies') return <StudiesPage />;
  if (route.page === 'playground') {
    return (
      <Suspense fallback={<Loading />}>
        <PlaygroundPage />
      </Suspense>
    );
  }
  if (route.page === 'form') return <FormPage study={route.study} />;
  if (route.page === 'results') return <ResultsPage study={route.study} />;
  return <NotFoundPage />;
}
