import { useMemo } from 'react';
import { navigate, useAddress } from '../../router.ts';
import { type Choice, choiceOfAddress, searchWith } from './choice-of-address.ts';

export interface ChoiceInAddress {
  readonly choice: Choice;
  /** the address of this page with another choice */
  readonly hrefWith: (change: Partial<Choice>) => string;
  /** goes there: a step in the history, so that Back takes it back */
  readonly choose: (change: Partial<Choice>) => void;
}

/** What is chosen on the page, read from the address and written to it. */
export function useChoice(): ChoiceInAddress {
  const { pathname, search } = useAddress();
  return useMemo(() => {
    const hrefWith = (change: Partial<Choice>) => `${pathname}${searchWith(search, change)}`;
    return { choice: choiceOfAddress(search), hrefWith, choose: (change) => navigate(hrefWith(change)) };
  }, [pathname, search]);
}
