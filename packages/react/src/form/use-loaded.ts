import { useCallback, useState } from 'react';
import type { Loader } from '../load-once.ts';
import { useClientLayoutEffect } from './use-client-layout-effect.ts';

export interface Loaded<Module> {
  /** null until it is there, so that the first render is the same on a server and in a browser */
  readonly module: Module | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/**
 * A module loaded on demand.
 *
 * @param wanted whether it is needed; default: true
 */
export function useLoaded<Module>(loader: Loader<Module>, wanted = true): Loaded<Module> {
  const [module, setModule] = useState<{ readonly one: Module } | null>(null);
  const [failed, setFailed] = useState(false);
  const retry = useCallback(() => {
    if (!wanted) return;
    const one = loader.loaded();
    if (one !== null) {
      setModule({ one });
      return;
    }
    setFailed(false);
    loader.load().then(
      (loaded) => setModule({ one: loaded }),
      () => setFailed(true),
    );
  }, [loader, wanted]);
  useClientLayoutEffect(retry, [retry]);
  return { module: module?.one ?? null, failed, retry };
}
