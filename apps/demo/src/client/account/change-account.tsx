import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { changeAccount, type ListedAccount, makeResetLink } from '../api/accounts.ts';
import { useWords } from '../language-context.ts';
import { FormFailure } from '../parts/form-failure.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { accountWords } from '../words/account.ts';
import { RoleFields } from './role-fields.tsx';

interface ChangeAccountProps {
  readonly account: ListedAccount;
  readonly onDone: () => void;
  readonly onLink: (link: string) => void;
}

/** Another role, a new link, or the end of an account. */
export function ChangeAccount({ account, onDone, onLink }: ChangeAccountProps) {
  const words = useWords(accountWords);
  const [role, setRole] = useState(account.role);
  const [team, setTeam] = useState(account.team ?? '');
  const submit = useSubmit();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const changes = { role, team: role === 'lead' ? team : null };
    if (await submit.run(() => changeAccount(account.id, changes))) onDone();
  };
  const turn = async () => {
    if (await submit.run(() => changeAccount(account.id, { disabled: !account.disabled }))) onDone();
  };
  return (
    <form className="inset" onSubmit={save} aria-label={words.accounts.changeOf(account.name)}>
      <h3>{words.accounts.changeOf(account.name)}</h3>
      <FormFailure submit={submit} shownElsewhere={['team']} />
      <RoleFields role={role} team={team} onRole={setRole} onTeam={setTeam} teamError={submit.errorAt('team')} />
      <p className="actions">
        <Button type="submit" className="button primary" isPending={submit.busy}>
          {words.save}
        </Button>
        {!account.disabled && (
          <Button
            className="button"
            isDisabled={submit.busy}
            onPress={() => submit.run(async () => onLink(await makeResetLink(account.id)))}
          >
            {words.accounts.newLink}
          </Button>
        )}
        <Button className="button" isDisabled={submit.busy} onPress={turn}>
          {account.disabled ? words.accounts.enable : words.accounts.disable}
        </Button>
      </p>
      <p className="quiet">{words.accounts.disableText}</p>
    </form>
  );
}
