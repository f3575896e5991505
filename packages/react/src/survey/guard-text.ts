/** WORD JOINER: takes no room, allows no line break, and is not trimmed as white space. */
const GUARD = '\u2060';

/**
 * Text that SurveyJS shows as it is. SurveyJS replaces `{name}` in titles and labels by answers and variables, has no
 * way to write a literal brace, and recurses without end where a label names its own question. An invisible character
 * after the brace makes the name one that no question has.
 *
 * @example guardText('{x}') // '{\u2060x}'
 */
export function guardText(text: string): string {
  return text.replaceAll('{', `{${GUARD}`);
}

/** The text before {@link guardText}. */
export function unguardText(text: string): string {
  return text.replaceAll(`{${GUARD}`, '{');
}
