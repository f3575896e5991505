import { createContext, type ReactNode, use, useEffect } from 'react';
import { useLanguage } from '../language-context.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { replaceAddress } from '../router.ts';
import { type Account, askSession } from './session-store.ts';
import { signInPath } from './sign-in-path.ts';
import { type Reach, reachOf, useSession } from './use-session.ts';

export interface Staff {
  readonly account: Account;
  readonly reach: Reach;
}

const StaffContext = createContext<Staff | undefined>(undefined);

/** Who is signed in, on a page for staff. @throws Error elsewhere */
export function useStaff(): Staff {
  const staff = use(StaffContext);
  if (staff === undefined) throw new Error('This part is for pages within <StaffOnly>.');
  return staff;
}

/** Shows a page to people who are signed in, and the sign-in page, which leads back here, to everybody else. */
export function StaffOnly({ children }: { children: ReactNode }) {
  const { href } = useLanguage();
  const session = useSession(true);
  const nobody = session.state === 'nobody';
  useEffect(() => {
    if (nobody) replaceAddress(signInPath(href('/sign-in'), location));
  }, [nobody, href]);
  if (session.state === 'unreachable') return <ProblemPage failure="unreachable" retry={() => void askSession()} />;
  if (session.state !== 'somebody') return <Loading />;
  return <StaffContext value={{ account: session.account, reach: reachOf(session.account) }}>{children}</StaffContext>;
}

/** Shows its content where the account's role allows it, else says so. */
export function Allowed({ to, children }: { to: (reach: Reach) => boolean; children: ReactNode }) {
  const { reach } = useStaff();
  return to(reach) ? children : <ProblemPage failure="forbidden" />;
}
