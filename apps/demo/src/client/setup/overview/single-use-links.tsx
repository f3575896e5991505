import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { endTokens, makeTokens } from '../../api/invitations.ts';
import { useWords } from '../../language-context.ts';
import { FormFailure } from '../../parts/form-failure.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useSubmit } from '../../parts/use-submit.ts';
import { studyWords } from '../../words/study.ts';
import type { InviteProps } from './invite.tsx';
import { type Counts, cellKey, PeopleTable } from './people-table.tsx';

/** Links that work once each, as a file; and their end, such as after a list was lost. */
export function SingleUseLinks({ data: { study, teams, groups }, wave }: InviteProps) {
  const words = useWords(studyWords);
  const [counts, setCounts] = useState<Counts>({});
  const [said, setSaid] = useState('');
  const submit = useSubmit();
  const cells = teams.flatMap((team) =>
    groups.flatMap((group) => {
      const count = Number(counts[cellKey(team.id, group.id)] ?? '');
      return count > 0 ? [{ team: team.id, group: group.id, count }] : [];
    }),
  );
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (cells.length === 0) {
      setSaid(words.invite.noCounts);
      return;
    }
    await submit.run(async () => {
      const links = await makeTokens(study.id, wave.id, cells);
      saveFile(`links-wave-${wave.number}.csv`, new Blob([links], { type: 'text/csv' }));
      setSaid(words.invite.tokensMade(cells.reduce((sum, { count }) => sum + count, 0)));
      setCounts({});
    });
  };
  const end = () =>
    submit.run(async () => {
      await endTokens(study.id, wave.id);
      setSaid(words.invite.tokensEnded);
    });
  return (
    <form onSubmit={make}>
      <p>{words.invite.tokensText}</p>
      <FormFailure submit={submit} />
      <PeopleTable teams={teams} groups={groups} title={words.invite.counts} counts={counts} onChange={setCounts} />
      <p className="actions">
        <Button type="submit" className="button primary" isPending={submit.busy}>
          {words.invite.makeTokens}
        </Button>
        <Button className="button" isDisabled={submit.busy} onPress={end}>
          {words.invite.endTokens}
        </Button>
      </p>
      <p role="status">{said}</p>
    </form>
  );
}
