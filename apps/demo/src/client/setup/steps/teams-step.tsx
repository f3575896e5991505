import { Button } from 'react-aria-components';
import { putTeam, removeTeam } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { FormFailure } from '../../parts/form-failure.tsx';
import { setupWords } from '../../words/setup.ts';
import type { StepProps } from '../set-up-steps.tsx';
import { AddTeam } from './add-team.tsx';
import { ImportTeams } from './import-teams.tsx';
import { StepEnd } from './step-end.tsx';
import { TeamTree } from './team-tree.tsx';
import { useSaving } from './use-saving.ts';

/** Step 2: the teams, by hand or from a spreadsheet. Each is saved at once. */
export function TeamsStep({ data: { study, teams }, reload, next, back }: StepProps) {
  const words = useWords(setupWords);
  const { submit, save } = useSaving(reload);
  return (
    <>
      <p className="lead">{words.teams.text}</p>
      <FormFailure submit={submit} shownElsewhere={['name', 'setting', 'parent']} />
      <section className="card" aria-labelledby="team-list">
        <h2 id="team-list">{words.teams.list(teams.length)}</h2>
        {teams.length === 0 ? (
          <>
            <p>{words.teams.none}</p>
            <p className="actions">
              <Button
                className="button"
                isDisabled={submit.busy}
                onPress={() =>
                  save(() =>
                    putTeam(study.id, { id: 'everybody', name: words.teams.everybody, parent: null, setting: null }),
                  )
                }
              >
                {words.teams.none1}
              </Button>
            </p>
          </>
        ) : (
          <TeamTree teams={teams} busy={submit.busy} onRemove={(id) => save(() => removeTeam(study.id, id))} />
        )}
      </section>
      <AddTeam teams={teams} submit={submit} onAdd={(team) => save(() => putTeam(study.id, team))} />
      <ImportTeams study={study.id} reload={reload} />
      <StepEnd next={next} back={back} />
    </>
  );
}
