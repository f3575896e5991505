import type { Cell } from '../api/answer.ts';

/** How far somebody has come with an invitation in this tab, so that a reload goes on where it was. */
export interface Place {
  readonly secret: string;
  /** what was chosen before beginning; null on the page before the form */
  readonly begun: (Cell & { readonly shared: boolean }) | null;
}

const KEY = 'peerscale:invitation';

/** The place in this tab; null where there is none, or storage is switched off. */
export function readPlace(): Place | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Place | null;
  } catch {
    return null;
  }
}

export function keepPlace(place: Place): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // a reload then begins with the link
  }
}

/** Once the answers have arrived, or the link opens nothing, the tab has no business with the secret. */
export function forgetPlace(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // there was nothing
  }
}
