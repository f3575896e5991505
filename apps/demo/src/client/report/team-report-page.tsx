import { Button, Link } from 'react-aria-components';
import { type Action, fetchActions } from '../api/actions.ts';
import { fetchTeamReport } from '../api/report.ts';
import { fetchWaves } from '../api/studies.ts';
import { daySpan } from '../dates.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { AddressProblem } from '../parts/address-problem.tsx';
import { Field } from '../parts/field.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { replaceAddress, useAddress } from '../router.ts';
import { Allowed } from '../session/staff-only.tsx';
import { useResource } from '../use-resource.ts';
import { reportWords } from '../words/report.ts';
import { TwoPages } from './two-pages.tsx';
import '../styles/forms.css';
import '../styles/report.css';

/** The report for a team's meeting: two pages to be printed. */
export default function TeamReportPage(props: { study: string; team: string }) {
  return (
    <Allowed to={({ teams }) => teams !== 'none'}>
      <Report {...props} />
    </Allowed>
  );
}

function Report({ study, team }: { study: string; team: string }) {
  const { locale, href } = useLanguage();
  const words = useWords(reportWords);
  const { pathname, search } = useAddress();
  const asked = new URLSearchParams(search).get('wave');
  const wave = asked !== null && /^\d{1,6}$/.test(asked) ? Number(asked) : null;
  const resource = useResource(`report ${study} ${team} ${wave}`, async (signal) => {
    const [waves, actions] = await Promise.all([
      fetchWaves(study, signal),
      fetchActions(study, team, signal).catch((): readonly Action[] => []),
    ]);
    const closed = waves.filter(({ state }) => state === 'closed');
    return {
      waves,
      closed,
      actions,
      report: closed.length === 0 ? null : await fetchTeamReport(study, team, wave, signal),
    };
  });
  const { value } = resource;
  if (value === undefined) {
    const isFailed = resource.failure !== undefined && !resource.loading;
    return isFailed ? <AddressProblem resource={resource} whole={href(pathname)} /> : <Loading />;
  }
  const { report, waves, closed, actions } = value;
  if (report === null) {
    return (
      <div className="narrow">
        <PageHeading title={words.eyebrow} />
        <p>{words.none}</p>
      </div>
    );
  }
  const choose = (number: string) => {
    const query = new URLSearchParams(search);
    query.set('wave', number);
    replaceAddress(`${pathname}?${query}`);
  };
  return (
    <div className="report-page">
      <div className="report-bar">
        <Field label={words.wave}>
          {(control) => (
            <select {...control} value={report.wave.number} onChange={({ target }) => choose(target.value)}>
              {closed.map((one) => (
                <option key={one.id} value={one.number}>
                  {words.waves(one.name, daySpan(one.opensOn, one.closesOn, locale))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="actions">
          <Button className="button primary" onPress={() => print()}>
            {words.print}
          </Button>
          <Link className="button" href={href(`/studies/${study}/teams/${team}/actions`)}>
            {words.actions}
          </Link>
          <Link className="button" href={href(`/studies/${study}/results?team=${team}`)}>
            {words.results}
          </Link>
        </p>
      </div>
      <TwoPages report={report} actions={actions} waves={waves} />
    </div>
  );
}
