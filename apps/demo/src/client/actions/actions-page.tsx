import { useState } from 'react';
import { Link } from 'react-aria-components';
import { type Action, fetchActions } from '../api/actions.ts';
import { fetchStudy, fetchTeams, fetchWaves, type Wave } from '../api/studies.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { SimulatedNote } from '../parts/simulated-note.tsx';
import { Allowed } from '../session/staff-only.tsx';
import { useResource } from '../use-resource.ts';
import { actionsWords } from '../words/actions.ts';
import { ActionCard } from './action-card.tsx';
import { NewAction } from './new-action.tsx';
import { roomsOf } from './rooms-of.ts';
import '../styles/forms.css';
import '../styles/actions.css';

/** What a team agreed to do, how far it is, and what is to be looked at again. */
export default function ActionsPage(props: { study: string; team: string }) {
  return (
    <Allowed to={({ teams }) => teams !== 'none'}>
      <Actions {...props} />
    </Allowed>
  );
}

function Actions({ study: id, team: teamId }: { study: string; team: string }) {
  const { locale, href } = useLanguage();
  const words = useWords(actionsWords);
  const { value, failure, loading, reload } = useResource(`actions ${id} ${teamId}`, async (signal) => {
    const [study, teams, waves, actions] = await Promise.all([
      fetchStudy(id, signal),
      fetchTeams(id, signal),
      fetchWaves(id, signal),
      fetchActions(id, teamId, signal),
    ]);
    return { study, team: teams.find((one) => one.id === teamId), waves, actions };
  });
  if (value === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  const { study, team, waves, actions } = value;
  if (team === undefined) return <ProblemPage failure="not-found" />;
  const started = waves.filter(({ state }) => state !== 'planned');
  return (
    <div className="actions-page">
      <PageHeading eyebrow={`${team.name} · ${localized({ en: '', ...study.title }, locale)}`} title={words.title} />
      {study.simulated && <SimulatedNote />}
      <p className="lead">{words.introduction}</p>
      {started.length === 0 ? (
        <p className="note">{words.noWave}</p>
      ) : (
        <>
          <Agreed study={id} team={teamId} waves={waves} started={started} initial={actions} />
          <p className="actions">
            <Link className="button" href={href(`/studies/${id}/teams/${teamId}/report`)}>
              {words.report}
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

interface AgreedProps {
  readonly study: string;
  readonly team: string;
  readonly waves: readonly Wave[];
  readonly started: readonly Wave[];
  readonly initial: readonly Action[];
}

function Agreed({ study, team, waves, started, initial }: AgreedProps) {
  const words = useWords(actionsWords);
  const [actions, setActions] = useState(initial);
  const [said, say] = useState('');
  const rooms = roomsOf(actions, started);
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {actions.length === 0 && <p className="quiet">{words.none}</p>}
      {(['due', 'going', 'over'] as const).map(
        (room) =>
          rooms[room].length > 0 && (
            <section key={room} className={`agreed ${room}`} aria-labelledby={`agreed-${room}`}>
              <h2 id={`agreed-${room}`}>{words[room]}</h2>
              <ul>
                {rooms[room].map((action) => (
                  <li key={action.id}>
                    <ActionCard
                      study={study}
                      team={team}
                      action={action}
                      waves={waves}
                      onChanged={(changed) => {
                        setActions((all) => all.map((one) => (one.id === changed.id ? changed : one)));
                        say(words.changed);
                      }}
                      onRemoved={() => {
                        setActions((all) => all.filter((one) => one.id !== action.id));
                        say(words.removed);
                      }}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      <NewAction
        study={study}
        team={team}
        waves={waves}
        started={started}
        onAdded={(added) => {
          setActions((all) => [...all, added]);
          say(words.add.saved);
        }}
      />
    </>
  );
}
