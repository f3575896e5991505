import type { Group, Team } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import { studyWords } from '../../words/study.ts';

interface CellChoiceProps {
  readonly teams: readonly Team[];
  readonly groups: readonly Group[];
  readonly team: string;
  readonly group: string;
  readonly onTeam: (team: string) => void;
  readonly onGroup: (group: string) => void;
  /** whether either may be left to the people themselves */
  readonly optional?: boolean;
}

/** A team and a group. */
export function CellChoice({ teams, groups, team, group, onTeam, onGroup, optional = false }: CellChoiceProps) {
  const words = useWords(studyWords);
  const choice = (
    label: string,
    entries: readonly { readonly id: string; readonly name: string }[],
    value: string,
    onChange: (id: string) => void,
  ) => (
    <Field label={label}>
      {(control) => (
        <select {...control} required={!optional} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{optional ? words.invite.chooseThemselves : '…'}</option>
          {entries.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <div className="field-row">
      {choice(words.invite.team, teams, team, onTeam)}
      {choice(words.invite.groupField, groups, group, onGroup)}
    </div>
  );
}
