import { PasswordByLink } from './password-by-link.tsx';

/** The page of a link for somebody who has lost the password. */
export default function ResetPage() {
  return <PasswordByLink purpose="reset" />;
}
