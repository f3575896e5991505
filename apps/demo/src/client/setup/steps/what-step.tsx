import { useWords } from '../../language-context.ts';
import { setupWords } from '../../words/setup.ts';
import { contentsOf } from '../plan/contents.ts';
import { changeWhat } from '../save-what.ts';
import type { StepProps } from '../set-up-steps.tsx';
import { WhatForm } from '../what-form.tsx';
import { useSaving } from './use-saving.ts';

/** Step 1 of a study that is there: what it asks can still be changed. */
export function WhatStep({ data: { study, groups }, reload, next, back }: StepProps) {
  const words = useWords(setupWords);
  const { submit, save } = useSaving(reload);
  const contents = contentsOf(groups);
  return (
    <WhatForm
      start={{ title: study.title, locales: study.locales, contents }}
      submit={submit}
      button={words.next}
      back={back}
      onSave={async (what) => {
        const sameKind = what.contents.battery === contents.battery && groups.length > 0;
        const done = await save(() => changeWhat(study.id, what, groups, sameKind, words));
        if (done) next();
      }}
    />
  );
}
