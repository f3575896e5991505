import { useState } from 'react';

/** The value given first of all those that say the same: a host may build equal ones at every render. */
export function useSame<Value>(value: Value): Value {
  const [first, setFirst] = useState(value);
  if (first === value || JSON.stringify(first) === JSON.stringify(value)) return first;
  setFirst(value);
  return value;
}
