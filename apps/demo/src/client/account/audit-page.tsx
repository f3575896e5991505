import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { type AuditEntry, fetchAccounts, fetchAudit } from '../api/accounts.ts';
import { moment } from '../dates.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { FormFailure } from '../parts/form-failure.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { Allowed } from '../session/staff-only.tsx';
import { useResource } from '../use-resource.ts';
import { accountWords } from '../words/account.ts';
import { VerifyAudit } from './verify-audit.tsx';
import '../styles/forms.css';
import '../styles/account.css';

/** What was done by whom, the latest first, and whether the log is whole. For owners. */
export default function AuditPage() {
  return (
    <Allowed to={({ owns }) => owns}>
      <Audit />
    </Allowed>
  );
}

async function fetchFirst(signal: AbortSignal) {
  const [first, accounts] = await Promise.all([fetchAudit(null, signal), fetchAccounts(signal)]);
  return { first, names: new Map(accounts.map(({ id, name }) => [id, name])) };
}

function Audit() {
  const words = useWords(accountWords);
  const { value, failure, loading, reload } = useResource('audit', fetchFirst);
  const [more, setMore] = useState<readonly AuditEntry[]>([]);
  const [next, setNext] = useState<number | null>();
  const submit = useSubmit();
  const older = next === undefined ? value?.first.next : next;
  const showOlder = useCallback(
    () =>
      submit.run(async () => {
        const page = await fetchAudit(older ?? null);
        setMore((last) => [...last, ...page.entries]);
        setNext(page.next);
      }),
    [submit.run, older],
  );
  if (value === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  return (
    <>
      <PageHeading title={words.audit.title} />
      <p className="lead">{words.audit.text}</p>
      <VerifyAudit />
      <div>
        <h2 id="log" className="visually-hidden">
          {words.audit.title}
        </h2>
        <ScrollRegion labelledBy="log">
          <AuditTable entries={[...value.first.entries, ...more]} names={value.names} />
        </ScrollRegion>
        <FormFailure submit={submit} />
        {typeof older === 'number' && (
          <p className="actions">
            <Button className="button" isPending={submit.busy} onPress={showOlder}>
              {words.audit.older}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

/** Lines of people whom nobody knows. */
const REFUSALS = new Set(['request-refused', 'sign-in-failed', 'input-refused', 'limit-reached', 'slow-client-cut']);

function AuditTable({ entries, names }: { entries: readonly AuditEntry[]; names: ReadonlyMap<string, string> }) {
  const words = useWords(accountWords);
  const { locale } = useLanguage();
  const who = ({ account, action }: AuditEntry) => {
    if (account !== null) return names.get(account) ?? words.audit.formerly;
    return REFUSALS.has(action) ? words.audit.nobody : words.audit.system;
  };
  return (
    <table className="words-table log">
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{words.audit.when}</th>
          <th scope="col">{words.audit.who}</th>
          <th scope="col">{words.audit.what}</th>
          <th scope="col">{words.audit.about}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.sequence}>
            <th scope="row">{entry.sequence}</th>
            <td className="no-break">{moment(entry.at, locale)}</td>
            <td>{who(entry)}</td>
            <td>{words.audit.actions[entry.action] ?? entry.action}</td>
            <td className="quiet">
              {aboutOf(entry, names)}
              <Detail detail={entry.detail} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An account by its name; everything else as it was written down. */
function aboutOf({ subject }: AuditEntry, names: ReadonlyMap<string, string>): string {
  const [kind, id = ''] = subject.split(' ');
  return kind === 'account' ? (names.get(id) ?? subject) : subject;
}

function Detail({ detail }: Pick<AuditEntry, 'detail'>) {
  const said = Object.entries(detail).filter(([, value]) => value !== null);
  if (said.length === 0) return null;
  return <span className="below">{said.map(([key, value]) => `${key}: ${String(value)}`).join(' · ')}</span>;
}
