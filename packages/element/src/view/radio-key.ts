import { digitOf } from '../questions/digit-of.ts';
import type { QuestionView } from './question-view.ts';

/**
 * What a key does to the question that it is pressed in: a digit answers where there are places to choose, and is not
 * heard by the host, whose shortcut is not meant.
 *
 * @param target where the focus is, inside of the form
 * @returns whether to go on to the next question: after a digit, and by Enter
 */
export function radioKey(event: KeyboardEvent, target: HTMLElement, { question, choose }: QuestionView): boolean {
  if (question.kind !== 'radio' || choose === undefined) return false;
  if (event.key === 'Enter' && target.matches('input')) {
    event.preventDefault();
    return true;
  }
  const place = digitOf(event.key, question.options.length);
  if (place === null) return false;
  event.preventDefault();
  event.stopPropagation();
  choose(place);
  return true;
}
