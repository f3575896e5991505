import { useState } from 'react';
import { Button } from 'react-aria-components';
import { fetchAccounts, type ListedAccount } from '../api/accounts.ts';
import { useWords } from '../language-context.ts';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { Allowed, useStaff } from '../session/staff-only.tsx';
import { useResource } from '../use-resource.ts';
import { accountWords } from '../words/account.ts';
import { ChangeAccount } from './change-account.tsx';
import { InviteForm } from './invite-form.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import '../styles/forms.css';
import '../styles/account.css';

/** Who works with results: who they are, what they may do, who is invited next. For owners. */
export default function AccountsPage() {
  return (
    <Allowed to={({ owns }) => owns}>
      <Accounts />
    </Allowed>
  );
}

function Accounts() {
  const words = useWords(accountWords);
  const { value: accounts, failure, loading, reload } = useResource('accounts', fetchAccounts);
  const [made, setMade] = useState<{ readonly name: string; readonly link: string }>();
  if (accounts === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  return (
    <>
      <PageHeading title={words.accounts.title} />
      <p className="lead">{words.accounts.text}</p>
      {made !== undefined && <OneTimeLink {...made} onClose={() => setMade(undefined)} />}
      <AccountTable accounts={accounts} reload={reload} onLink={setMade} />
      <InviteForm
        onInvited={(invited) => {
          setMade(invited);
          reload();
        }}
      />
    </>
  );
}

interface AccountTableProps {
  readonly accounts: readonly ListedAccount[];
  readonly reload: () => void;
  readonly onLink: (made: { readonly name: string; readonly link: string }) => void;
}

function AccountTable({ accounts, reload, onLink }: AccountTableProps) {
  const words = useWords(accountWords);
  const { account: own } = useStaff();
  const [changing, setChanging] = useState<string>();
  const stateOf = ({ disabled, joined }: ListedAccount) =>
    disabled ? 'disabled' : joined ? ('active' as const) : 'invited';
  const chosen = accounts.find(({ id }) => id === changing);
  const sorted = [...accounts].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div className="card">
      <h2 id="account-list">{words.accounts.list}</h2>
      <ScrollRegion labelledBy="account-list">
        <table className="words-table">
          <thead>
            <tr>
              <th scope="col">{words.accounts.person}</th>
              <th scope="col">{words.accounts.role}</th>
              <th scope="col">{words.accounts.state}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sorted.map((account) => (
              <tr key={account.id} data-state={stateOf(account)}>
                <th scope="row">
                  {account.name}
                  {account.id === own.id && <span className="quiet"> ({words.accounts.you})</span>}
                  <span className="quiet below">{account.email}</span>
                </th>
                <td>
                  {words.roles[account.role]}
                  {account.team !== null && <span className="quiet below">{account.team}</span>}
                </td>
                <td>{words.accounts.states[stateOf(account)]}</td>
                <td>
                  <Button
                    className="button"
                    aria-label={words.accounts.changeOf(account.name)}
                    aria-expanded={changing === account.id}
                    onPress={() => setChanging((last) => (last === account.id ? undefined : account.id))}
                  >
                    {words.accounts.change}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {chosen !== undefined && (
        <ChangeAccount
          key={chosen.id}
          account={chosen}
          onDone={() => {
            setChanging(undefined);
            reload();
          }}
          onLink={(link) => onLink({ name: chosen.name, link })}
        />
      )}
    </div>
  );
}
