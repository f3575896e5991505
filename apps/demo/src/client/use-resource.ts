import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, type ApiFailure } from './api.ts';

export interface Resource<T> {
  /** the newest value; undefined until the first one has arrived */
  readonly value: T | undefined;
  readonly loadedAt: Date | undefined;
  /** why the last attempt failed; an older value may still be there */
  readonly failure: ApiFailure | undefined;
  /** what the last attempt threw, for those who can tell more of it */
  readonly error: unknown;
  readonly loading: boolean;
  readonly reload: () => void;
}

type State<T> = Omit<Resource<T>, 'reload'> & { readonly key: string };

/**
 * Loads a value and keeps it fresh.
 *
 * @param key what is loaded; another key drops the value and loads anew
 * @param load the request; it is given a signal that aborts when the answer is no longer wanted
 * @param refreshEvery milliseconds between two loads while the page is visible; left out: load once
 */
export function useResource<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  refreshEvery?: number,
): Resource<T> {
  const start: State<T> = {
    key,
    value: undefined,
    loadedAt: undefined,
    failure: undefined,
    error: undefined,
    loading: true,
  };
  const [state, setState] = useState(start);
  const [attempt, setAttempt] = useState(0);
  const newest = useRef(load);
  newest.current = load;

  // `attempt` is how reload() starts this effect again
  useEffect(() => {
    const controller = new AbortController();
    setState((last) => (last.key === key ? { ...last, loading: true } : { ...start, key }));
    newest.current(controller.signal).then(
      (value) => {
        if (controller.signal.aborted) return;
        setState({ key, value, loadedAt: new Date(), failure: undefined, error: undefined, loading: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const failure = error instanceof ApiError ? error.kind : 'other';
        setState((last) => ({ ...last, failure, error, loading: false }));
      },
    );
    return () => controller.abort();
  }, [key, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    if (refreshEvery === undefined) return;
    const whenVisible = () => {
      if (document.visibilityState === 'visible') reload();
    };
    const timer = setInterval(whenVisible, refreshEvery);
    document.addEventListener('visibilitychange', whenVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenVisible);
    };
  }, [refreshEvery, reload]);

  return { ...(state.key === key ? state : start), reload };
}
