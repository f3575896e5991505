import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useLanguage } from '../../../language-context.ts';
import { useResource } from '../../../use-resource.ts';
import { useResultsWords } from '../use-results-words.ts';

interface LoadedProps<T> {
  /** what is loaded; another key loads anew */
  readonly what: string;
  readonly load: (signal: AbortSignal) => Promise<T>;
  readonly children: (value: T) => ReactNode;
}

/** A part of the page that is loaded when it is opened, and says by itself when that did not work. */
export function Loaded<T>({ what, load, children }: LoadedProps<T>) {
  const { words: common } = useLanguage();
  const words = useResultsWords();
  const { value, failure, loading, reload } = useResource(what, load);
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
        {words.failed} {failure === 'unreachable' ? common.problem.unreachable : common.problem.other}
      </p>
      <Button className="button" onPress={reload}>
        {words.retry}
      </Button>
    </div>
  );
}
