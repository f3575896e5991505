import { type RefObject, useRef } from 'react';
import { useClientLayoutEffect } from './use-client-layout-effect.ts';

/**
 * The latest value in a ref that never changes: a handler given anew at every render reaches the form without the form
 * noticing. Written after rendering, so that a render that is thrown away leaves no trace.
 */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value);
  useClientLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
