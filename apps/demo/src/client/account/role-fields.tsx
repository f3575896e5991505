import { useId } from 'react';
import { useWords } from '../language-context.ts';
import { Option } from '../parts/option.tsx';
import type { Role } from '../session/session-store.ts';
import { accountWords } from '../words/account.ts';
import { TeamField } from './team-field.tsx';

const ROLES: readonly Role[] = ['owner', 'analyst', 'lead', 'viewer'];

interface RoleFieldsProps {
  readonly role: Role;
  readonly team: string;
  readonly onRole: (role: Role) => void;
  readonly onTeam: (team: string) => void;
  readonly teamError?: string | undefined;
}

/** What a person may do, each role with what it reaches; a lead has a team. */
export function RoleFields({ role, team, onRole, onTeam, teamError }: RoleFieldsProps) {
  const words = useWords(accountWords);
  const name = useId();
  return (
    <>
      <fieldset className="options">
        <legend>{words.accounts.whichRole}</legend>
        {ROLES.map((one) => (
          <Option
            key={one}
            type="radio"
            name={name}
            checked={one === role}
            onChange={() => onRole(one)}
            title={words.roles[one]}
            text={words.roleTexts[one]}
          />
        ))}
      </fieldset>
      {role === 'lead' && <TeamField team={team} onTeam={onTeam} error={teamError} />}
    </>
  );
}
