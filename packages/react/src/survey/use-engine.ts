import { useCallback, useState } from 'react';
import { useClientLayoutEffect } from '../form/use-client-layout-effect.ts';

type Engine = typeof import('./engine.ts');

let loaded: Engine | null = null;
let loading: Promise<Engine> | null = null;

/**
 * Loads SurveyJS, which forms otherwise do when they are mounted: call it early where a form is about to be shown.
 *
 * @returns a promise that is rejected where it could not be loaded; the next call tries again
 */
export function preloadSurveyForm(): Promise<void> {
  return load().then(() => undefined);
}

function load(): Promise<Engine> {
  loading ??= import('./engine.ts').then(
    (engine) => {
      loaded = engine;
      return engine;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/**
 * What draws the questions; null until it is there, so that the first render is the same on a server and in a browser.
 *
 * @param onFailure told each time where it cannot be loaded
 */
export function useEngine(onFailure: (error: unknown) => void): {
  engine: Engine | null;
  failed: boolean;
  retry: () => void;
} {
  const [engine, setEngine] = useState<Engine | null>(null);
  const [failed, setFailed] = useState(false);
  const start = useCallback(() => {
    if (loaded !== null) {
      setEngine(loaded);
      return;
    }
    setFailed(false);
    load().then(setEngine, (error: unknown) => {
      setFailed(true);
      onFailure(error);
    });
  }, [onFailure]);
  useClientLayoutEffect(start, [start]);
  return { engine, failed, retry: start };
}
