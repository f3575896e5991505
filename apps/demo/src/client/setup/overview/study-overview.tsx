import { Link } from 'react-aria-components';
import { useLanguage, useWords } from '../../language-context.ts';
import { PageHeading } from '../../parts/page-heading.tsx';
import { SimulatedNote } from '../../parts/simulated-note.tsx';
import { useStaff } from '../../session/staff-only.tsx';
import { studyWords } from '../../words/study.ts';
import { titleIn } from '../plan-title.ts';
import type { StudyData } from '../study-data.ts';
import { EndStudy } from './end-study.tsx';
import { ExportFiles } from './export-files.tsx';
import { Invite } from './invite.tsx';
import { TeamList } from './team-list.tsx';
import { WaveCard } from './wave-card.tsx';

interface StudyOverviewProps {
  readonly data: StudyData;
  readonly reload: () => void;
}

/** The page of a study: its waves and who has answered, invitations, what teams look at, files, and its end. */
export function StudyOverview({ data, reload }: StudyOverviewProps) {
  const words = useWords(studyWords);
  const { locale, href } = useLanguage();
  const { reach } = useStaff();
  const { study, waves } = data;
  const open = waves.filter(({ state }) => state === 'open');
  const started = waves.filter(({ state }) => state !== 'planned');
  const at = `/studies/${study.id}`;
  return (
    <div className="study">
      <PageHeading title={titleIn(study.title, locale)} />
      <p className="state-line">
        <span className={study.state === 'open' ? 'tag open' : 'tag calm'}>{words.state[study.state]}</span>
      </p>
      {study.simulated && <SimulatedNote />}
      <p className="actions">
        {started.length > 0 && (
          <Link className="button primary" href={href(`${at}/results`)}>
            {words.results}
          </Link>
        )}
        {reach.makes && study.state !== 'closed' && (
          <Link className="button" href={href(`${at}?step=what`)}>
            {words.changeSetUp}
          </Link>
        )}
      </p>
      <section aria-labelledby="waves">
        <h2 id="waves">{words.waves}</h2>
        {waves.length === 0 && <p>{words.noWaves}</p>}
        <div className="waves">
          {[...waves].reverse().map((wave) => (
            <WaveCard key={wave.id} study={study} wave={wave} reload={reload} />
          ))}
        </div>
        {reach.makes && study.state === 'open' && (
          <p className="actions">
            <Link className="button" href={href(`${at}?step=waves`)}>
              {words.planNext}
            </Link>
          </p>
        )}
      </section>
      {reach.makes && open.map((wave) => <Invite key={wave.id} data={data} wave={wave} />)}
      {started.length > 0 && <TeamList data={data} />}
      {reach.makes && started.length > 0 && <ExportFiles study={study} waves={started} />}
      <p>
        <Link className="cell-link" href={href(`/rights?study=${study.id}`)}>
          {words.rights}
        </Link>
      </p>
      {reach.makes && <EndStudy study={study} reload={reload} />}
    </div>
  );
}
