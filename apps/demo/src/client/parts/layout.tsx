import type { ReactNode } from 'react';
import { Link, ToggleButton } from 'react-aria-components';
import type { Route } from '../../shared/routes.ts';
import { catalogues, LOCALES } from '../catalogue.ts';
import { useLanguage } from '../language-context.ts';
import { useAppearance } from '../use-appearance.ts';
import { StaffNavigation } from './staff-navigation.tsx';

export interface LayoutProps {
  readonly path: string;
  readonly search: string;
  readonly page: Route['page'];
  /** whether the header may ask who is signed in */
  readonly forStaff: boolean;
  readonly children: ReactNode;
}

/** What every page has: the skip link, the header with language and appearance, the main landmark, the footer. */
export function Layout({ path, search, page, forStaff, children }: LayoutProps) {
  const { locale, words, href } = useLanguage();
  const [appearance, setAppearance] = useAppearance();
  return (
    <>
      <a className="skip-link" href="#content">
        {words.skipToContent}
      </a>
      <header className="site-header">
        <div className="site-bar">
          <Link className="brand" href={href('/')} aria-label={words.header.home}>
            <Mark />
            <span className="brand-name">Peerscale</span>
          </Link>
          <nav className="languages" aria-label={words.header.navigation}>
            {LOCALES.map((other) => (
              <Link
                key={other}
                href={`${path}${inLanguage(search, other)}${fragmentOf(page)}`}
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
        </div>
        {forStaff && <StaffNavigation page={page} />}
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

/** A secret behind the # goes along to the same page in another language, as long as the page has left it there. */
function fragmentOf(page: Route['page']): string {
  return page === 'answer' || page === 'set-up' || page === 'join' || page === 'reset' ? location.hash : '';
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
