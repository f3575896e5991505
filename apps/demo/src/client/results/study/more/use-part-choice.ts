import { useMemo } from 'react';
import { replaceAddress, useAddress } from '../../../router.ts';

/** What parts of the page ask for, as it is called in the address. */
export type PartChoice = 'outcome' | 'items' | 'from' | 'to' | 'change';

/**
 * Choices within a part, kept in the address, so that a link shows somebody else the same. They are no steps in the history:
 * Back leaves the page, and does not go through everything that was looked at.
 *
 * @example const { chosen, choose } = usePartChoice(); choose({ outcome: 'work-burnout/burnout' });
 */
export function usePartChoice() {
  const { pathname, search, hash } = useAddress();
  return useMemo(() => {
    const query = new URLSearchParams(search);
    return {
      chosen: (name: PartChoice): string | null => query.get(name) || null,
      choose(change: Partial<Record<PartChoice, string>>) {
        const next = new URLSearchParams(search);
        for (const [name, value] of Object.entries(change)) next.set(name, value);
        replaceAddress(`${pathname}?${next}${hash}`);
      },
    };
  }, [pathname, search, hash]);
}
