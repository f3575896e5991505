import { type FormEvent, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { lookUpLink, setPasswordByLink } from '../api/accounts.ts';
import { signIn } from '../api/session.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { FormFailure } from '../parts/form-failure.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { navigate, requestHeadingFocus } from '../router.ts';
import { useResource } from '../use-resource.ts';
import { accountWords } from '../words/account.ts';
import { PasswordField } from './password-field.tsx';
import { useLinkSecret } from './use-link-secret.ts';
import '../styles/forms.css';

/** Sets a password by the link of an invitation or of a reset, and signs in with it. */
export function PasswordByLink({ purpose }: { purpose: 'join' | 'reset' }) {
  const words = useWords(accountWords);
  const { href } = useLanguage();
  const link = useLinkSecret();
  const { value: owner, failure, loading, reload } = useResource('link', (signal) => lookUpLink(link, signal));
  const [password, setPassword] = useState('');
  const submit = useSubmit();
  if (owner === undefined) {
    if (failure === undefined || loading) return <Loading />;
    if (failure !== 'other') return <ProblemPage failure={failure} retry={reload} />;
    return (
      <div className="narrow" role="alert">
        <PageHeading title={words.link.notValid} />
        <p>{words.link.notValidText}</p>
        <p className="actions">
          <Link className="button primary" href={href('/sign-in')}>
            {words.link.toSignIn}
          </Link>
        </p>
      </div>
    );
  }
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit.run(async () => {
      await setPasswordByLink(link, password);
      await signIn(owner.email, password);
    });
    if (!done) return;
    requestHeadingFocus();
    navigate(href('/'));
  };
  const { title, button } = words[purpose];
  return (
    <div className="narrow door">
      <PageHeading title={title} />
      <p className="lead">{purpose === 'join' ? words.join.text(owner.organisation) : words.reset.text}</p>
      <FormFailure submit={submit} shownElsewhere={['password']} />
      <form className="card" onSubmit={send}>
        <p>{words.account.emailNote(owner.email)}</p>
        {/* tells password managers whose password it is */}
        <input type="email" autoComplete="username" value={owner.email} readOnly hidden />
        <PasswordField
          label={words.newPassword}
          isNew
          value={password}
          onChange={setPassword}
          error={submit.errorAt('password')}
        />
        <p className="actions">
          <Button type="submit" className="button primary" isPending={submit.busy}>
            {button}
          </Button>
        </p>
      </form>
    </div>
  );
}
