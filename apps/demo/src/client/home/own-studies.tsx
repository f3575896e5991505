import { useId } from 'react';
import { Link } from 'react-aria-components';
import { fetchAccount } from '../api/accounts.ts';
import { fetchOwnStudies, fetchWaves, type Study, type Wave } from '../api/studies.ts';
import { longDay } from '../dates.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { Expandable } from '../parts/expandable.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { useStaff } from '../session/staff-only.tsx';
import { AnsweredBar } from '../setup/overview/answered-bar.tsx';
import { titleIn } from '../setup/plan-title.ts';
import { useResource } from '../use-resource.ts';
import { homeWords } from '../words/home.ts';
import { studyWords } from '../words/study.ts';
import { OpenStudies } from './open-studies.tsx';

interface Listed {
  readonly study: Study;
  readonly waves: readonly Wave[];
}

async function fetchAll(signal: AbortSignal) {
  const [account, studies] = await Promise.all([fetchAccount(signal), fetchOwnStudies(signal)]);
  const listed = await Promise.all(
    studies.map(async (study): Promise<Listed> => ({ study, waves: await fetchWaves(study.id, signal) })),
  );
  return { organisation: account.organisation, listed };
}

/** What is running comes first, then drafts, then what is closed. */
const ORDER = { open: 0, draft: 1, closed: 2 } as const;

/** The studies of the organisation, with the wave that matters now. */
export function OwnStudies() {
  const words = useWords(homeWords);
  const { href, locale } = useLanguage();
  const { reach } = useStaff();
  const { value, failure, loading, reload } = useResource('own studies', fetchAll);
  if (value === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  const shown = value.listed
    .filter(({ study }) => reach.makes || study.state !== 'draft')
    .sort(
      (a, b) =>
        ORDER[a.study.state] - ORDER[b.study.state] ||
        titleIn(a.study.title, locale).localeCompare(titleIn(b.study.title, locale), locale),
    );
  return (
    <>
      <PageHeading eyebrow={value.organisation} title={words.studies} />
      {shown.length === 0 ? (
        <div className="card empty">
          <p className="lead">{words.none}</p>
          <p>{reach.makes ? words.noneText : words.noneForReaders}</p>
          {reach.makes && <NewStudy />}
        </div>
      ) : (
        <>
          {reach.makes && (
            <p className="actions">
              <NewStudy />
            </p>
          )}
          <ul className="studies own">
            {shown.map((listed) => (
              <li key={listed.study.id}>
                <OwnStudy {...listed} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Expandable title={words.forms}>
        <OpenStudies />
      </Expandable>
    </>
  );

  function NewStudy() {
    return (
      <Link className="button primary" href={href('/studies/new')}>
        {words.newStudy}
      </Link>
    );
  }
}

function OwnStudy({ study, waves }: Listed) {
  const words = useWords(homeWords);
  const { state, teams } = useWords(studyWords);
  const { words: common, href, locale } = useLanguage();
  const { account } = useStaff();
  const id = useId();
  const title = titleIn(study.title, locale);
  const at = `/studies/${study.id}`;
  const draft = study.state === 'draft';
  const started = waves.some((wave) => wave.state !== 'planned');
  return (
    <article className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>
        <span className={study.state === 'open' ? 'tag open' : 'tag calm'}>{state[study.state]}</span>{' '}
        {study.simulated && <strong className="tag">{common.simulated.label}</strong>}
      </p>
      <WaveNow study={study} waves={waves} />
      <p className="actions">
        <Link
          className="button primary"
          aria-label={draft ? words.continueNamed(title) : words.openNamed(title)}
          href={href(at)}
        >
          {draft ? words.continue : words.open}
        </Link>
        {started && (
          <Link className="button" aria-label={words.resultsOf(title)} href={href(`${at}/results`)}>
            {words.results}
          </Link>
        )}
        {started && account.teamId !== null && (
          <Link className="button" href={href(`${at}/teams/${account.teamId}/report`)}>
            {teams.report}
          </Link>
        )}
      </p>
    </article>
  );
}

/** The wave that is open, else the last one, else the next one; and how many have answered in it. */
function WaveNow({ study, waves }: Listed) {
  const words = useWords(homeWords);
  const { locale } = useLanguage();
  const open = waves.findLast(({ state }) => state === 'open');
  const last = waves.findLast(({ state }) => state === 'closed');
  const next = waves.find(({ state }) => state === 'planned');
  if (open !== undefined) {
    return (
      <>
        <p>{words.openWave(open.name, longDay(open.closesOn, locale))}</p>
        <AnsweredBar study={study} wave={open} />
      </>
    );
  }
  return (
    <>
      {last !== undefined && <p>{words.lastWave(last.name, longDay(last.closesOn, locale))}</p>}
      {last !== undefined && <AnsweredBar study={study} wave={last} />}
      {next !== undefined && <p className="quiet">{words.nextWave(next.name, longDay(next.opensOn, locale))}</p>}
      {waves.length === 0 && study.state !== 'closed' && <p className="quiet">{words.noWave}</p>}
    </>
  );
}
