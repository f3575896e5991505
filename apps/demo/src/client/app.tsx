import { useEffect, useMemo } from 'react';
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
import { PageBoundary } from './parts/page-boundary.tsx';
import { navigate, useAddress } from './router.ts';

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
        <Layout path={pathname}>
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
  if (route.page === 'form') return <FormPage study={route.study} />;
  if (route.page === 'results') return <ResultsPage study={route.study} />;
  return <NotFoundPage />;
}
