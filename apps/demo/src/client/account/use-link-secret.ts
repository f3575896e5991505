import { useState } from 'react';

/**
 * The secret behind the # of a one-time link. It is taken out of the address at once, so that it stays neither in the
 * history nor on a screen that somebody photographs.
 */
export function useLinkSecret(): string {
  const [secret] = useState(() => {
    const found = decodeURIComponent(location.hash.slice(1)) || (history.state as LinkState | null)?.secret || '';
    if (location.hash !== '') {
      // a reload of this tab still knows it
      history.replaceState({ secret: found } satisfies LinkState, '', `${location.pathname}${location.search}`);
    }
    return found;
  });
  return secret;
}

interface LinkState {
  readonly secret?: string;
}
