import type { LettersSent } from '../model/invitation.ts';

/** A letter that is yet to be sent, being sent, sent, or not taken by the mail server. */
type LetterState = '.' | '?' | '+' | '-';

/**
 * What became of the letters of a list, a character for each place: all that is stored of a list while it is sent, and
 * nothing of whom it names or whose link is whose.
 */
export interface LetterPlaces {
  /** places whose letter is yet to be sent */
  readonly left: readonly number[];
  set(place: number, state: LetterState): void;
  /** whether they were counted and written down */
  readonly areCounted: boolean;
  /** of all of them */
  text(): string;
  /** the same when they are counted */
  countedText(): string;
  result(): LettersSent;
}

const COUNTED = '!';

/** @param earlier as `text` was when the list was left; by default nothing was sent */
export function letterPlaces(count: number, earlier: string = '.'.repeat(count)): LetterPlaces {
  const states = [...earlier.slice(0, count)] as LetterState[];
  const placesOf = (state: LetterState) => states.flatMap((one, place) => (one === state ? [place] : []));
  return {
    left: placesOf('.'),
    set(place, state) {
      states[place] = state;
    },
    areCounted: earlier.endsWith(COUNTED),
    text: () => states.join(''),
    countedText: () => states.join('') + COUNTED,
    result: () => ({ sent: placesOf('+').length, failed: placesOf('-'), unsure: placesOf('?') }),
  };
}
