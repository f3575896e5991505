/**
 * Where answers wait that a page was left before they were on the disk. Encrypting and writing take some milliseconds, and
 * a page that goes away gives none: `sessionStorage` is written at once. It lives and dies with the tab, as the key of the
 * encrypted answers does in the mode `tab`, and what is here is gone as soon as it has been read or has reached the disk.
 */
const PREFIX = 'peerscale:unsaved ';

/** @param draft null to forget it */
export function writeLastMoment(key: string, draft: object | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // denied or full: then the disk alone counts
  }
}

/** What was left, unchecked, and not there a second time; null for nothing. */
export function takeLastMoment(key: string): unknown {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    writeLastMoment(key, null);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
