import { useEffect, useState } from 'react';
import { replaceAddress, useAddress } from '../router.ts';
import { keepPlace, type Place, readPlace } from './place.ts';

/**
 * Where somebody is with an invitation, in this tab. The secret behind the # is taken out of the address as soon as it is
 * read, so that it is in no history entry, no screenshot of the address bar and no bookmark.
 */
export function usePlace(): readonly [Place | null, (place: Place) => void] {
  const { pathname, search, hash } = useAddress();
  const [place, setPlace] = useState(() => placeOf(hash) ?? readPlace());
  useEffect(() => {
    const arrived = placeOf(hash);
    if (arrived === null) return;
    const kept = readPlace();
    // the same link opened once more goes on where it was
    const next = kept?.secret === arrived.secret ? kept : arrived;
    keepPlace(next);
    setPlace(next);
    replaceAddress(`${pathname}${search}`);
  }, [pathname, search, hash]);
  const move = (next: Place) => {
    keepPlace(next);
    setPlace(next);
  };
  return [place, move];
}

function placeOf(hash: string): Place | null {
  // the skip link's own address is no secret
  const secret = hash === '#content' ? '' : hash.slice(1);
  return secret === '' ? null : { secret, begun: null };
}
