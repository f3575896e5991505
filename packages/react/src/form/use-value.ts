import { type RefObject, useEffect } from 'react';

/**
 * Hands on a value of the host's where its content is another than before. What the form itself has reported is left
 * alone: a host that hands answers back may be some of them behind.
 *
 * @param take null until it can be taken; may be another function at every render
 * @param reported contents, as JSON, that the form has told the host since the last value was taken
 */
export function useValue<Value>(
  value: Value | undefined,
  take: ((value: Value) => void) | null,
  reported: RefObject<Set<string>>,
): void {
  const content = JSON.stringify(value);
  const canTake = take !== null;
  useEffect(() => {
    if (value === undefined || take === null || reported.current.has(content)) return;
    reported.current.clear();
    take(value);
  }, [content, canTake]);
}
