import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { inviteAccount } from '../api/accounts.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { FormFailure } from '../parts/form-failure.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import type { Role } from '../session/session-store.ts';
import { accountWords } from '../words/account.ts';
import { RoleFields } from './role-fields.tsx';

const EMPTY = { name: '', email: '', role: 'analyst' as Role, team: '' };

/** Invites somebody to work with results. */
export function InviteForm({ onInvited }: { onInvited: (made: { name: string; link: string }) => void }) {
  const words = useWords(accountWords);
  const { locale } = useLanguage();
  const [form, setForm] = useState(EMPTY);
  const submit = useSubmit();
  const change = (changes: Partial<typeof form>) => setForm((last) => ({ ...last, ...changes }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { name, email, role, team } = form;
    await submit.run(async () => {
      const link = await inviteAccount({ name, email, role, team: role === 'lead' ? team : null, locale });
      setForm(EMPTY);
      onInvited({ name, link });
    });
  };
  return (
    <section className="card" aria-labelledby="invite">
      <h2 id="invite">{words.accounts.invite}</h2>
      <p>{words.accounts.inviteText}</p>
      <FormFailure submit={submit} shownElsewhere={['email', 'name', 'team']} />
      <form onSubmit={send}>
        <Field label={words.accounts.personName} error={submit.errorAt('name')}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              maxLength={200}
              required
              value={form.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <Field label={words.email} error={submit.errorAt('email')}>
          {(control) => (
            <input
              {...control}
              type="email"
              autoComplete="off"
              required
              value={form.email}
              onChange={({ target }) => change({ email: target.value })}
            />
          )}
        </Field>
        <RoleFields
          role={form.role}
          team={form.team}
          onRole={(role) => change({ role })}
          onTeam={(team) => change({ team })}
          teamError={submit.errorAt('team')}
        />
        <p className="actions">
          <Button type="submit" className="button primary" isPending={submit.busy}>
            {words.accounts.inviteButton}
          </Button>
        </p>
      </form>
    </section>
  );
}
