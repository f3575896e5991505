import { type ReactNode, useRef } from 'react';
import { Button } from 'react-aria-components';
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
  const cause = useRef<unknown>(undefined);
  const { value, failure, loading, reload } = useResource(what, (signal) =>
    load(signal).catch((error: unknown) => {
      if (!signal.aborted) cause.current = error;
      throw error;
    }),
  );
  if (value !== undefined) return children(value);
  if (failure === undefined || loading) {
    return (
      <p className="quiet" role="status">
        {words.loading}
      </p>
    );
  }
  return (
    <div className="note warning" role="alert">
      <p>
        {words.failed} {words.failures[failureOf(cause.current)]}
      </p>
      <Button className="button" onPress={reload}>
        {words.retry}
      </Button>
    </div>
  );
}
