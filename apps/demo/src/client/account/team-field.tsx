import { Button } from 'react-aria-components';
import { useLanguage, useWords } from '../language-context.ts';
import { Field } from '../parts/field.tsx';
import { Loading } from '../parts/loading.tsx';
import { failureText } from '../parts/problem.tsx';
import { titleIn } from '../setup/plan-title.ts';
import { useResource } from '../use-resource.ts';
import { accountWords } from '../words/account.ts';
import { fetchTeamsOfStudies } from './teams-of-studies.ts';

interface TeamFieldProps {
  readonly team: string;
  readonly onTeam: (team: string) => void;
  readonly error?: string | undefined;
}

/** The team of a lead, out of those that the studies of the organisation have. */
export function TeamField({ team, onTeam, error }: TeamFieldProps) {
  const { accounts: words } = useWords(accountWords);
  const { words: common, locale } = useLanguage();
  const { value, failure, loading, reload } = useResource('teams of all studies', fetchTeamsOfStudies);
  if (value === undefined) {
    if (failure === undefined || loading) return <Loading />;
    return (
      <div className="note warning" role="alert">
        <p>{failureText(failure, common)}</p>
        <Button className="button" onPress={reload}>
          {common.problem.retry}
        </Button>
      </div>
    );
  }
  const isThere = value.some(({ teams }) => teams.some(({ id }) => id === team));
  return (
    <Field label={words.team} hint={value.length === 0 ? words.noTeams : words.teamHint} error={error}>
      {(control) => (
        <select {...control} required value={team} onChange={({ target }) => onTeam(target.value)}>
          <option value="">{words.chooseTeam}</option>
          {team !== '' && !isThere && <option value={team}>{words.teamGone(team)}</option>}
          {value.map(({ study, teams }) => (
            <optgroup key={study.id} label={titleIn(study.title, locale)}>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
