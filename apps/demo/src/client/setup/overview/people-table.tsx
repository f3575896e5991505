import { useId } from 'react';
import { useWords } from '../../language-context.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { studyWords } from '../../words/study.ts';
import type { StudyData } from '../study-data.ts';

/** Numbers as they are typed, by `team group`. */
export type Counts = Readonly<Record<string, string>>;

export const cellKey = (team: string, group: string) => `${team} ${group}`;

interface PeopleTableProps extends Pick<StudyData, 'teams' | 'groups'> {
  readonly title: string;
  readonly counts: Counts;
  readonly onChange: (counts: Counts) => void;
}

/** A number for each group of each team. */
export function PeopleTable({ teams, groups, title, counts, onChange }: PeopleTableProps) {
  const words = useWords(studyWords);
  const id = useId();
  return (
    <ScrollRegion labelledBy={id}>
      <table className="people-table">
        <caption id={id}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.people.team}</th>
            {groups.map((group) => (
              <th scope="col" key={group.id}>
                {group.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.id}>
              <th scope="row">{team.name}</th>
              {groups.map((group) => {
                const key = cellKey(team.id, group.id);
                return (
                  <td key={group.id}>
                    <input
                      type="number"
                      min={0}
                      max={10_000}
                      aria-label={words.people.cell(team.name, group.name)}
                      value={counts[key] ?? ''}
                      onChange={({ target }) => onChange({ ...counts, [key]: target.value })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
