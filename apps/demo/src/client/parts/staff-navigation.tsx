import { useState } from 'react';
import { Button, Link } from 'react-aria-components';
import type { Route } from '../../shared/routes.ts';
import { signOut } from '../api/session.ts';
import { useLanguage } from '../language-context.ts';
import { navigate } from '../router.ts';
import { reachOf, useSession } from '../session/use-session.ts';

type Section = 'studies' | 'accounts' | 'audit' | 'account';

const SECTION_OF: Partial<Record<Route['page'], Section>> = {
  home: 'studies',
  'new-study': 'studies',
  study: 'studies',
  'study-results': 'studies',
  'team-report': 'studies',
  actions: 'studies',
  accounts: 'accounts',
  audit: 'audit',
  account: 'account',
};

/** The sections that the signed-in account reaches, its own page, and the way out. Nothing while nobody is signed in. */
export function StaffNavigation({ page }: { page: Route['page'] }) {
  const { words, href } = useLanguage();
  const session = useSession();
  const [failed, setFailed] = useState(false);
  if (session.state !== 'somebody') return null;
  const { account } = session;
  const here = SECTION_OF[page];
  const link = (section: Section, path: string, text: string, label?: string) => (
    <Link
      className={section === 'account' ? 'own-account' : ''}
      href={href(path)}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(section === here ? { 'aria-current': 'page' as const } : {})}
    >
      {text}
    </Link>
  );
  return (
    <nav className="sections" aria-label={words.header.sections}>
      {session.guest && <strong className="tag simulated">{words.header.demonstration}</strong>}
      {link('studies', '/', words.header.studies)}
      {reachOf(account).owns && link('accounts', '/accounts', words.header.accounts)}
      {reachOf(account).owns && link('audit', '/audit', words.header.audit)}
      {link('account', '/account', account.name, words.header.account(account.name))}
      <Button
        className="link-button"
        onPress={() => {
          signOut().then(
            () => navigate(href('/')),
            () => setFailed(true),
          );
        }}
      >
        {words.header.signOut}
      </Button>
      {failed && (
        <p className="sign-out-failed" role="alert">
          {words.header.signOutFailed}
        </p>
      )}
    </nav>
  );
}
