import { useState } from 'react';

interface Kept<Value> {
  readonly value: Value;
  readonly text: string | undefined;
  /** objects known to say the same */
  readonly equals: WeakSet<object>;
}

const kept = <Value>(value: Value, text = JSON.stringify(value)): Kept<Value> => ({
  value,
  text,
  equals: new WeakSet(),
});

/**
 * The value given first of all those that say the same: a host may build equal ones at every render. An object that has
 * been looked into is not looked into again.
 */
export function useSame<Value>(value: Value): Value {
  const [first, keep] = useState(() => kept(value));
  if (first.value === value) return value;
  const object = typeof value === 'object' && value !== null ? value : null;
  if (object !== null && first.equals.has(object)) return first.value;
  const text = JSON.stringify(value);
  if (text !== first.text) {
    keep(kept(value, text));
    return value;
  }
  if (object !== null) first.equals.add(object);
  return first.value;
}
