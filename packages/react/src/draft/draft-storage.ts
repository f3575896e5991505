/**
 * The one place that touches localStorage. A browser may deny it (reading the property throws), it may be full, and on
 * a server there is none: the form works on without it, so every failure is an answer, never an exception.
 */
const PREFIX = 'peerscale:draft:';

/** The stored text of a draft, or null. */
export function loadDraftText(draftKey: string): string | null {
  try {
    return localStorage.getItem(PREFIX + draftKey);
  } catch {
    return null;
  }
}

/** Keeps the text of a draft. @returns whether it is kept */
export function saveDraftText(draftKey: string, text: string): boolean {
  try {
    localStorage.setItem(PREFIX + draftKey, text);
    return true;
  } catch {
    return false;
  }
}

/** Removes a draft, if there is one and it can be reached. */
export function removeDraftText(draftKey: string): void {
  try {
    localStorage.removeItem(PREFIX + draftKey);
  } catch {
    // Where storage is denied there is nothing to remove.
  }
}

/** Whether anything can be kept at all, found out by keeping something: asking is not enough in a full storage. */
export function canKeepDrafts(): boolean {
  const probe = 'peerscale:probe';
  try {
    localStorage.setItem(probe, 'x');
    localStorage.removeItem(probe);
    return true;
  } catch {
    return false;
  }
}
