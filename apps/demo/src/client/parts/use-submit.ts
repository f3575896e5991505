import { useCallback, useRef, useState } from 'react';
import { ApiProblem, type FieldError } from '../api/request.ts';
import { useWords } from '../language-context.ts';
import { fieldErrorText, problemText, problemWords } from '../words/problems.ts';

export interface Submit {
  readonly busy: boolean;
  /** what went wrong with the last attempt, as a sentence; undefined while nothing has */
  readonly failure: string | undefined;
  readonly problem: ApiProblem | undefined;
  /** the sentence about a field of the body, by its path */
  readonly errorAt: (path: string) => string | undefined;
  /** every field at fault, in the order of the server */
  readonly errors: readonly FieldError[];
  /** Does the work once at a time. @returns whether it was done */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly clear: () => void;
}

interface Failed {
  readonly problem: ApiProblem | undefined;
}

/** Runs what a form asks the server for, and keeps what was refused so that the form can say it. */
export function useSubmit(): Submit {
  const words = useWords(problemWords);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed>();
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      await work();
      setFailed(undefined);
      return true;
    } catch (error) {
      setFailed({ problem: error instanceof ApiProblem ? error : undefined });
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setFailed(undefined), []);
  const problem = failed?.problem;
  return {
    busy,
    problem,
    failure: failed === undefined ? undefined : problemText(problem, words),
    errors: problem?.errors ?? [],
    errorAt: (path) => {
      const error = problem?.errors.find((one) => one.path === path || one.path.startsWith(`${path}.`));
      return error === undefined ? undefined : fieldErrorText(error, words);
    },
    run,
    clear,
  };
}
