const LONGEST = 2000;

/** What is wrong with the text of an agreement; undefined where nothing is. */
export function textFault(
  text: string,
  words: { readonly missing: string; readonly tooLong: string },
): string | undefined {
  if (text.trim() === '') return words.missing;
  return [...text.trim()].length > LONGEST ? words.tooLong : undefined;
}
