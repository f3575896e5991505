import { type FormEvent, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { isSetUpNeeded, setUpServer } from '../api/accounts.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { navigate, requestHeadingFocus } from '../router.ts';
import { useResource } from '../use-resource.ts';
import { accountWords } from '../words/account.ts';
import { NameField } from './name-field.tsx';
import { PasswordField } from './password-field.tsx';
import { EmailField } from './sign-in-page.tsx';
import { useLinkSecret } from './use-link-secret.ts';
import '../styles/forms.css';

/** The first page of a new server, by the link that it printed: the organisation and its first owner. */
export default function SetUpPage() {
  const words = useWords(accountWords);
  const { href } = useLanguage();
  const link = useLinkSecret();
  const { value: needed, failure, loading, reload } = useResource('set-up', isSetUpNeeded);
  if (needed === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  if (!needed) {
    return (
      <div className="narrow">
        <PageHeading title={words.setUp.done} />
        <p>{words.setUp.doneText}</p>
        <p className="actions">
          <Link className="button primary" href={href('/sign-in')}>
            {words.link.toSignIn}
          </Link>
        </p>
      </div>
    );
  }
  if (link === '') {
    return (
      <div className="narrow">
        <PageHeading title={words.setUp.noLink} />
        <p>{words.setUp.noLinkText}</p>
      </div>
    );
  }
  return <SetUpForm link={link} />;
}

function SetUpForm({ link }: { link: string }) {
  const words = useWords(accountWords);
  const { locale, href } = useLanguage();
  const [form, setForm] = useState({ organisation: '', name: '', email: '', password: '' });
  const submit = useSubmit();
  const change = (field: keyof typeof form) => (value: string) => setForm((last) => ({ ...last, [field]: value }));

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await submit.run(() => setUpServer({ ...form, link, locale })))) return;
    requestHeadingFocus();
    navigate(href('/'));
  };
  return (
    <div className="narrow door">
      <PageHeading title={words.setUp.title} />
      <p className="lead">{words.setUp.text}</p>
      <FormFailure submit={submit} shownElsewhere={['password', 'organisation', 'name']} />
      <form className="card" onSubmit={send}>
        <Field
          label={words.setUp.organisation}
          hint={words.setUp.organisationHint}
          error={submit.errorAt('organisation')}
        >
          {(control) => (
            <input
              {...control}
              autoComplete="organization"
              maxLength={200}
              required
              value={form.organisation}
              onChange={({ target }) => change('organisation')(target.value)}
            />
          )}
        </Field>
        <NameField value={form.name} onChange={change('name')} error={submit.errorAt('name')} />
        <EmailField value={form.email} onChange={change('email')} />
        <PasswordField
          label={words.password}
          isNew
          value={form.password}
          onChange={change('password')}
          error={submit.errorAt('password')}
        />
        <p className="actions">
          <Button type="submit" className="button primary" isPending={submit.busy}>
            {words.setUp.button}
          </Button>
        </p>
      </form>
    </div>
  );
}
