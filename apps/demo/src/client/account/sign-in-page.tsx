import { type FormEvent, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { askForReset } from '../api/accounts.ts';
import { hasPasskeys, signInWithPasskey } from '../api/passkeys.ts';
import { signIn } from '../api/session.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { Expandable } from '../parts/expandable.tsx';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { replaceAddress, requestHeadingFocus } from '../router.ts';
import { pathAfterSignIn } from '../session/sign-in-path.ts';
import { useSession } from '../session/use-session.ts';
import { accountWords } from '../words/account.ts';
import { PasswordField } from './password-field.tsx';
import '../styles/forms.css';

/** Signs in, by a passkey or a password, and leads back to where somebody came from. */
export default function SignInPage() {
  const words = useWords(accountWords);
  const { href } = useLanguage();
  const session = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [turnedAway, setTurnedAway] = useState(false);
  const submit = useSubmit();
  const signedIn = session.state === 'somebody';

  useEffect(() => {
    if (!signedIn) return;
    requestHeadingFocus();
    const to = pathAfterSignIn(location.search);
    // this page is no step to come back to
    replaceAddress(to === '/' ? href('/') : to);
  }, [signedIn, href]);

  const withPassword = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await submit.run(() => signIn(email, password)))) setPassword('');
  };
  const withPasskey = () => submit.run(async () => setTurnedAway(!(await signInWithPasskey())));

  return (
    <div className="narrow door">
      <PageHeading title={words.signIn.title} />
      <FormFailure submit={submit} />
      <form className="card" onSubmit={withPassword}>
        {hasPasskeys() && (
          <>
            <Button className="button" onPress={withPasskey} isDisabled={submit.busy}>
              {words.signIn.passkey}
            </Button>
            <p className="quiet" role="status">
              {turnedAway ? words.signIn.turnedAway : ''}
            </p>
            <p className="divider">
              <span>{words.signIn.or}</span>
            </p>
          </>
        )}
        <EmailField value={email} onChange={setEmail} />
        <PasswordField label={words.password} value={password} onChange={setPassword} />
        <p className="actions">
          <Button type="submit" className="button primary" isPending={submit.busy}>
            {words.signIn.button}
          </Button>
        </p>
      </form>
      <Expandable title={words.signIn.forgotten}>
        <Forgotten email={email} />
      </Expandable>
      <p className="quiet">{words.signIn.forRespondents}</p>
    </div>
  );
}

export function EmailField({ value, onChange }: { value: string; onChange: (email: string) => void }) {
  const words = useWords(accountWords);
  return (
    <Field label={words.email}>
      {(control) => (
        <input
          {...control}
          type="email"
          autoComplete="username webauthn"
          required
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function Forgotten({ email }: { email: string }) {
  const words = useWords(accountWords);
  const { locale } = useLanguage();
  const submit = useSubmit();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p>{words.signIn.forgottenText}</p>
      <FormFailure submit={submit} />
      <p className="actions">
        <Button
          className="button"
          isDisabled={email === '' || submit.busy}
          onPress={async () => setAsked(await submit.run(() => askForReset(email, locale)))}
        >
          {words.signIn.ask}
        </Button>
      </p>
      <p role="status">{asked ? words.signIn.asked : ''}</p>
    </>
  );
}
