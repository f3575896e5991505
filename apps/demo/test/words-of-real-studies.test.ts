import { expect, test } from 'vitest';
import { catalogues, LOCALES } from '../src/client/catalogue.ts';
import { answerWords } from '../src/client/words/answer.ts';
import { setupWords } from '../src/client/words/setup.ts';
import { studyWords } from '../src/client/words/study.ts';

/** Every text of a catalogue, at whatever depth; of those that are made for a number or a name one is made. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return textsOf(words(7, 9, '7 %'));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

test.each(LOCALES)('what everybody reads of a real study never calls it a demo: %s', (locale) => {
  const { footer, form, sent, problem, notFound } = catalogues[locale];
  const rooms = { footer, form, sent, problem, notFound, answer: answerWords[locale] };
  const texts = textsOf({ ...rooms, study: studyWords[locale], setup: { ...setupWords[locale], teams: {} } });
  expect(texts.length).toBeGreaterThan(250);
  expect(texts.filter((text) => /\bdemo|\bukázk/i.test(text))).toEqual([]);
});
