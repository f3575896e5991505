import { PasswordByLink } from './password-by-link.tsx';

/** The page of an invitation. */
export default function JoinPage() {
  return <PasswordByLink purpose="join" />;
}
