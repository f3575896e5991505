import { safeText } from './safe-text.ts';

const LONGEST = 500;

/** Indented lines of text from a report. */
export const indentedLines = (texts: readonly string[]): string =>
  texts.map((text) => `  ${safeText(text, LONGEST)}\n`).join('');

/** The issues of a report, a line each. */
export const noteLines = (issues: readonly { readonly message: string }[]): string =>
  indentedLines(issues.map(({ message }) => `Note: ${message}`));
