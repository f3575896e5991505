import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { changeOwnAccount, changePassword, fetchAccount, type OwnAccount } from '../api/accounts.ts';
import { signOut } from '../api/session.ts';
import { catalogues, LOCALES } from '../catalogue.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { navigate } from '../router.ts';
import { useResource } from '../use-resource.ts';
import { accountWords } from '../words/account.ts';
import { NameField } from './name-field.tsx';
import { PasskeyList } from './passkey-list.tsx';
import { PasswordField } from './password-field.tsx';
import '../styles/forms.css';
import '../styles/account.css';

/** The own account: name, language, password, passkeys, and the way out everywhere. */
export default function AccountPage() {
  const words = useWords(accountWords);
  const { value: account, failure, loading, reload } = useResource('account', fetchAccount);
  if (account === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  return (
    <div className="reading">
      <PageHeading eyebrow={account.organisation} title={words.account.title} />
      <p>
        {words.account.emailNote(account.email)} {words.roles[account.role]}: {words.roleTexts[account.role]}
      </p>
      <AboutForm account={account} />
      <PasswordForm account={account} reload={reload} />
      <PasskeyList />
      <Everywhere />
    </div>
  );
}

function AboutForm({ account }: { account: OwnAccount }) {
  const words = useWords(accountWords);
  const [name, setName] = useState(account.name);
  const [locale, setLocale] = useState(account.locale);
  const [saved, setSaved] = useState(false);
  const submit = useSubmit();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(await submit.run(() => changeOwnAccount({ name, locale })));
  };
  return (
    <section className="card" aria-labelledby="about-you">
      <h2 id="about-you">{words.account.about}</h2>
      <FormFailure submit={submit} shownElsewhere={['name']} />
      <form onSubmit={send}>
        <NameField value={name} onChange={setName} error={submit.errorAt('name')} />
        <Field label={words.language} hint={words.languageHint}>
          {(control) => (
            <select {...control} value={locale} onChange={({ target }) => setLocale(target.value)}>
              {LOCALES.map((one) => (
                <option key={one} value={one} lang={one}>
                  {catalogues[one].languageName}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="actions">
          <Button type="submit" className="button primary" isPending={submit.busy}>
            {words.save}
          </Button>
          <span className="saved" role="status">
            {saved ? words.saved : ''}
          </span>
        </p>
      </form>
    </section>
  );
}

function PasswordForm({ account, reload }: { account: OwnAccount; reload: () => void }) {
  const words = useWords(accountWords);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [changed, setChanged] = useState(false);
  const submit = useSubmit();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit.run(() => changePassword(account.hasPassword ? current : undefined, password));
    setChanged(done);
    if (!done) return;
    setCurrent('');
    setPassword('');
    reload();
  };
  return (
    <section className="card" aria-labelledby="own-password">
      <h2 id="own-password">{words.account.passwordTitle}</h2>
      <FormFailure submit={submit} shownElsewhere={['password']} />
      <form onSubmit={send}>
        <input type="email" autoComplete="username" value={account.email} readOnly hidden />
        {account.hasPassword && <PasswordField label={words.account.current} value={current} onChange={setCurrent} />}
        <PasswordField
          label={words.newPassword}
          isNew
          value={password}
          onChange={setPassword}
          error={submit.errorAt('password')}
        />
        <p className="actions">
          <Button type="submit" className="button" isPending={submit.busy}>
            {words.account.change}
          </Button>
          <span className="saved" role="status">
            {changed ? words.account.changed : ''}
          </span>
        </p>
      </form>
    </section>
  );
}

function Everywhere() {
  const words = useWords(accountWords);
  const { href } = useLanguage();
  const submit = useSubmit();
  return (
    <section className="card" aria-labelledby="everywhere">
      <h2 id="everywhere">{words.account.sessions}</h2>
      <p>{words.account.sessionsText}</p>
      <FormFailure submit={submit} />
      <p className="actions">
        <Button
          className="button"
          isPending={submit.busy}
          onPress={async () => {
            if (await submit.run(() => signOut(true))) navigate(href('/'));
          }}
        >
          {words.account.everywhere}
        </Button>
      </p>
    </section>
  );
}
