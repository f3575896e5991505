import { useSyncExternalStore } from 'react';

/*
 * Four pages and a few query parameters: the History API, React's own store hook and the page heading below are all that
 * takes. A router library would be the larger part of the entry script and still leave moving the focus to us.
 */

const listeners = new Set<() => void>();
const KEPT = 'peerscale:heading-focus';
let headingWantsFocus = takeKept();
let shownPath = location.pathname;

function announce(): void {
  if (location.pathname !== shownPath) {
    shownPath = location.pathname;
    headingWantsFocus = true;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', announce);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', announce);
  };
}

/** The address of the page, as a string that changes with it. */
export function useAddress(): URL {
  return new URL(useSyncExternalStore(subscribe, () => location.href));
}

/** Goes to an address of this site without loading the page anew. A new page starts at its top, with its heading in focus. */
export function navigate(to: string): void {
  history.pushState(null, '', to);
  if (location.pathname !== shownPath) scrollTo(0, 0);
  announce();
}

/** The same page at another address, without a step in the history: for what is chosen on a page. */
export function replaceAddress(to: string): void {
  history.replaceState(null, '', to);
  announce();
}

/** The next heading that appears takes the focus: for a page that replaces what the reader was in. */
export function requestHeadingFocus(): void {
  headingWantsFocus = true;
}

/** The same, where the page is about to be loaded anew. */
export function keepHeadingFocus(): void {
  try {
    sessionStorage.setItem(KEPT, 'yes');
  } catch {
    // without storage the page starts at its top, as any other
  }
}

function takeKept(): boolean {
  try {
    const kept = sessionStorage.getItem(KEPT) !== null;
    sessionStorage.removeItem(KEPT);
    return kept;
  } catch {
    return false;
  }
}

/** Whether the heading that just appeared should take the focus; asking uses the wish up. */
export function takeHeadingFocus(): boolean {
  const wanted = headingWantsFocus;
  headingWantsFocus = false;
  return wanted;
}
