import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { ApiProblem } from '../../../api/request.ts';
import { FieldFaults } from '../../../parts/field-faults.tsx';
import { useResource } from '../../../use-resource.ts';
import { useResultsWords } from '../use-results-words.ts';
import { failureOf } from './failure-of.ts';

interface LoadedProps<T> {
  /** what is loaded; another key loads anew */
  readonly what: string;
  readonly load: (signal: AbortSignal) => Promise<T>;
  readonly children: (value: T) => ReactNode;
}

/** A part of the page that is loaded when it is opened; where that did not work it says why, and tries again when asked to. */
export function Loaded<T>({ what, load, children }: LoadedProps<T>) {
  const words = useResultsWords();
  const { value, failure, error, loading, reload } = useResource(what, load);
  if (value !== undefined) return children(value);
  if (failure === undefined || loading) {
    return (
      <p className="quiet" role="status">
        {words.loading}
      </p>
    );
  }
  // which field it is says more than any sentence about all of them
  const errors = error instanceof ApiProblem ? error.errors : [];
  return (
    <div className="note warning" role="alert">
      <p>
        {words.failed} {errors.length === 0 && words.failures[failureOf(error)]}
      </p>
      <FieldFaults errors={errors} />
      <Button className="button" onPress={reload}>
        {words.retry}
      </Button>
    </div>
  );
}
