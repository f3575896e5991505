import type { ReactNode } from 'react';
import { Link, ToggleButton } from 'react-aria-components';
import { catalogues, LOCALES } from '../catalogue.ts';
import { useLanguage } from '../language-context.ts';
import { useAppearance } from '../use-appearance.ts';

/** What every page has: the skip link, the header with language and appearance, the main landmark, the footer. */
export function Layout({ path, search, children }: { path: string; search: string; children: ReactNode }) {
  const { locale, words, href } = useLanguage();
  const [appearance, setAppearance] = useAppearance();
  return (
    <>
      <a className="skip-link" href="#content">
        {words.skipToContent}
      </a>
      <header className="site-header">
        <Link className="brand" href={href('/')} aria-label={words.header.home}>
          <Mark />
          <span className="brand-name">Peerscale</span>
        </Link>
        <nav className="languages" aria-label={words.header.navigation}>
          {LOCALES.map((other) => (
            <Link
              key={other}
              href={`${path}${inLanguage(search, other)}`}
              lang={other}
              hrefLang={other}
              {...(other === locale ? { 'aria-current': 'true' as const } : {})}
            >
              {catalogues[other].languageName}
            </Link>
          ))}
        </nav>
        <ToggleButton
          className="appearance"
          aria-label={words.header.appearance}
          isSelected={appearance === 'dark'}
          onChange={(dark) => setAppearance(dark ? 'dark' : 'light')}
        >
          <HalfMoon />
        </ToggleButton>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p>{words.footer}</p>
      </footer>
    </>
  );
}

/** The query for the same page in another language: what is chosen on the page stays chosen. */
function inLanguage(search: string, locale: string): string {
  const query = new URLSearchParams(search);
  query.set('lang', locale);
  return `?${query}`;
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect x="3" y="17" width="7" height="11" rx="2" />
      <rect x="12.5" y="4" width="7" height="24" rx="2" />
      <rect x="22" y="11" width="7" height="17" rx="2" />
    </svg>
  );
}

function HalfMoon() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" />
    </svg>
  );
}
