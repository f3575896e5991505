import { useState } from 'react';
import { putGroup, removeGroup } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { Expandable } from '../../parts/expandable.tsx';
import { FormFailure } from '../../parts/form-failure.tsx';
import { setupWords } from '../../words/setup.ts';
import { contentsOf, planOf } from '../plan/contents.ts';
import { slugOf } from '../plan/slug.ts';
import type { StepProps } from '../set-up-steps.tsx';
import { AddGroup } from './add-group.tsx';
import { GroupRow } from './group-row.tsx';
import { StepEnd } from './step-end.tsx';
import { useSaving } from './use-saving.ts';

/** Step 3: who answers, and what each group is asked. */
export function GroupsStep({ data: { study, groups }, reload, next, back }: StepProps) {
  const words = useWords(setupWords);
  const { submit, save } = useSaving(reload);
  const [contents] = useState(() => contentsOf(groups));
  return (
    <>
      <p className="lead">{words.groups.text}</p>
      <FormFailure submit={submit} shownElsewhere={['name']} />
      <section className="card" aria-labelledby="group-list">
        <h2 id="group-list">{words.groups.list(groups.length)}</h2>
        {groups.length === 0 && <p>{words.groups.none}</p>}
        <ul className="rows">
          {groups.map((group) => (
            <GroupRow
              key={group.id}
              group={group}
              busy={submit.busy}
              onRename={(name) => save(() => putGroup(study.id, { ...group, name }))}
              onRemove={() => save(() => removeGroup(study.id, group.id))}
            />
          ))}
        </ul>
      </section>
      <Expandable title={words.groups.add}>
        <AddGroup
          contents={contents}
          onAdd={(name, respondents) =>
            save(() =>
              putGroup(study.id, {
                id: slugOf(
                  name,
                  groups.map(({ id }) => id),
                  'group',
                ),
                name,
                plan: planOf(contents, respondents),
              }),
            )
          }
        />
      </Expandable>
      <StepEnd next={next} back={back} />
    </>
  );
}
