/**
 * Refuses what no engine can store in a name or a text, and what therefore could only end a statement early.
 *
 * @throws RangeError for a NUL character or half of a surrogate pair
 */
export function checkText(text: string): void {
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) {
    throw new RangeError(`Unexpected character in ${JSON.stringify(text)}.`);
  }
}
