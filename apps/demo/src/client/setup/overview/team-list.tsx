import { useId } from 'react';
import { Link } from 'react-aria-components';
import { useLanguage, useWords } from '../../language-context.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { studyWords } from '../../words/study.ts';
import type { StudyData } from '../study-data.ts';

/** Report and actions of each team; for a lead of the own one. */
export function TeamList({ data: { study, teams } }: { data: StudyData }) {
  const words = useWords(studyWords);
  const { href } = useLanguage();
  const id = useId();
  if (teams.length === 0) return null;
  return (
    <div className="card">
      <h2 id={id}>{words.teams.title}</h2>
      <p>{words.teams.text}</p>
      <ScrollRegion labelledBy={id}>
        <table className="words-table">
          <thead>
            <tr>
              <th scope="col">{words.teams.team}</th>
              <th scope="col">{words.teams.report}</th>
              <th scope="col">{words.teams.actions}</th>
            </tr>
          </thead>
          <tbody>
            {[...teams]
              .sort((a, b) => a.name.localeCompare(b.name))
              .map((team) => (
                <tr key={team.id}>
                  <th scope="row">
                    {team.name}
                    {team.setting !== null && <span className="quiet"> · {team.setting}</span>}
                  </th>
                  <td>
                    <Link
                      className="cell-link"
                      aria-label={words.teams.reportOf(team.name)}
                      href={href(`/studies/${study.id}/teams/${team.id}/report`)}
                    >
                      {words.teams.report}
                    </Link>
                  </td>
                  <td>
                    <Link
                      className="cell-link"
                      aria-label={words.teams.actionsOf(team.name)}
                      href={href(`/studies/${study.id}/teams/${team.id}/actions`)}
                    >
                      {words.teams.actions}
                    </Link>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
