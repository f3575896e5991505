import { type Submit, useSubmit } from '../../parts/use-submit.ts';

export interface Saving {
  readonly submit: Submit;
  /** Does the work, then fetches the study anew. @returns whether it was done */
  readonly save: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** Saves what a step changes. What was refused is fetched anew too: somebody else may have changed the study. */
export function useSaving(reload: () => void): Saving {
  const submit = useSubmit();
  const save = async (work: () => Promise<unknown>) => {
    const done = await submit.run(work);
    reload();
    return done;
  };
  return { submit, save };
}
