/**
 * The length of a text in characters as people count them: a flag or an accented letter is one.
 *
 * @example characterCount('né 👩‍🌾') // 4
 */
export function characterCount(text: string): number {
  if (Intl.Segmenter === undefined) return [...text].length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(text)) count++;
  return count;
}
