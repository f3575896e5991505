import type { Section } from '../document/document.ts';
import { text } from '../document/text.ts';
import type { View } from '../view.ts';

/** What each column of the tables means. */
export const readingSection = ({ words }: View): Section => ({
  id: 'reading',
  heading: text`${words.reading.heading}`,
  blocks: [{ kind: 'facts', entries: words.reading.entries }],
});
