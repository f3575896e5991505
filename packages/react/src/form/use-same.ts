import { useRef, useState } from 'react';

interface Kept<Value> {
  readonly value: Value;
  readonly text: string | undefined;
}

/**
 * The value given first of all those that say the same: a host may build equal ones at every render. What is the very
 * object of the last render is not looked into.
 */
export function useSame<Value>(value: Value): Value {
  const [kept, keep] = useState<Kept<Value>>(() => ({ value, text: JSON.stringify(value) }));
  // only spares work: whatever stands in it after a render that was thrown away says the same
  const last = useRef(value);
  if (kept.value === value || last.current === value) return kept.value;
  const text = JSON.stringify(value);
  if (text === kept.text) {
    last.current = value;
    return kept.value;
  }
  keep({ value, text });
  return value;
}
