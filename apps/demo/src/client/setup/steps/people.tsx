import { type FormEvent, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { type Cell, fetchCells, setCells, type Wave } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { Expandable } from '../../parts/expandable.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { useResource } from '../../use-resource.ts';
import { studyWords } from '../../words/study.ts';
import { type Counts, cellKey, PeopleTable } from '../overview/people-table.tsx';
import type { StudyData } from '../study-data.ts';

interface PeopleProps extends Pick<StudyData, 'teams' | 'groups'> {
  readonly study: string;
  readonly wave: Wave;
}

/** How many people each group of each team of a planned wave has. */
export function People({ study, wave, teams, groups }: PeopleProps) {
  const words = useWords(studyWords);
  const { value: cells } = useResource(`cells ${wave.id}`, (signal) => fetchCells(study, wave.id, signal));
  const [counts, setCounts] = useState<Counts>({});
  const [saved, setSaved] = useState(false);
  const submit = useSubmit();
  useEffect(() => {
    if (cells !== undefined) setCounts(countsOf(cells, teams, groups));
  }, [cells, teams, groups]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(await submit.run(() => setCells(study, wave.id, cellsOf(counts, teams, groups))));
  };
  if (teams.length === 0 || groups.length === 0) return null;
  return (
    <Expandable title={`${words.people.title} (${wave.name})`}>
      <form className="card" onSubmit={save}>
        <p>{words.people.text}</p>
        <FormFailure submit={submit} />
        <PeopleTable
          teams={teams}
          groups={groups}
          title={words.people.title}
          counts={counts}
          onChange={(next) => {
            setSaved(false);
            setCounts(next);
          }}
        />
        <p className="actions">
          <Button type="submit" className="button" isPending={submit.busy}>
            {words.people.save}
          </Button>
          <span className="saved" role="status">
            {saved ? words.people.saved : ''}
          </span>
        </p>
      </form>
    </Expandable>
  );
}

/** Numbers as they are shown: 0 where a group of a team is not asked, empty where nobody counted. */
function countsOf(cells: readonly Cell[], teams: StudyData['teams'], groups: StudyData['groups']): Counts {
  if (cells.length === 0) return {};
  const known = new Map(cells.map(({ team, group, expected }) => [cellKey(team, group), String(expected ?? '')]));
  const entries = teams.flatMap((team) => groups.map((group) => cellKey(team.id, group.id)));
  return Object.fromEntries(entries.map((key) => [key, known.get(key) ?? '0']));
}

/** Those who are asked: everybody but where a 0 was written. */
function cellsOf(counts: Counts, teams: StudyData['teams'], groups: StudyData['groups']): Cell[] {
  return teams.flatMap((team) =>
    groups.flatMap((group) => {
      const typed = (counts[cellKey(team.id, group.id)] ?? '').trim();
      if (typed !== '' && Number(typed) === 0) return [];
      return [{ team: team.id, group: group.id, expected: typed === '' ? null : Number(typed) }];
    }),
  );
}
