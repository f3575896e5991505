import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { type MadeLink, makeLink } from '../../api/invitations.ts';
import { useWords } from '../../language-context.ts';
import { FormFailure } from '../../parts/form-failure.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { studyWords } from '../../words/study.ts';
import type { StudyData } from '../study-data.ts';
import { CellChoice } from './cell-choice.tsx';

interface MakeLinkProps {
  readonly study: string;
  readonly wave: string;
  /** teams and groups to make a link for; without, it is for everybody */
  readonly choices?: Pick<StudyData, 'teams' | 'groups'>;
  readonly onMade: (made: MadeLink) => void;
}

/** Makes a link for many people. */
export function MakeLink({ study, wave, choices, onMade }: MakeLinkProps) {
  const words = useWords(studyWords);
  const [team, setTeam] = useState('');
  const [group, setGroup] = useState('');
  const submit = useSubmit();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const cell = { team: team === '' ? null : team, group: group === '' ? null : group };
    await submit.run(async () => onMade(await makeLink(study, wave, cell)));
  };
  return (
    <form onSubmit={make}>
      <FormFailure submit={submit} />
      {choices !== undefined && (
        <CellChoice {...choices} team={team} group={group} onTeam={setTeam} onGroup={setGroup} optional />
      )}
      <p className="actions">
        <Button
          type="submit"
          className="button"
          isPending={submit.busy}
          isDisabled={choices !== undefined && team === '' && group === ''}
        >
          {words.invite.make}
        </Button>
      </p>
    </form>
  );
}
