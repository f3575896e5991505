import { OwnStudies } from '../home/own-studies.tsx';
import { Welcome } from '../home/welcome.tsx';
import { Loading } from '../parts/loading.tsx';
import { mayBeSignedIn } from '../session/session-store.ts';
import { StaffOnly } from '../session/staff-only.tsx';
import { useSession } from '../session/use-session.ts';
import '../styles/forms.css';
import '../styles/setup.css';
import '../styles/home.css';

/** The studies of the organisation for people who are signed in; else what this is and where one can begin. */
export default function HomePage() {
  const session = useSession();
  if (session.state === 'somebody') {
    return (
      <StaffOnly>
        <OwnStudies />
      </StaffOnly>
    );
  }
  return session.state === 'unknown' && mayBeSignedIn() ? <Loading /> : <Welcome />;
}
