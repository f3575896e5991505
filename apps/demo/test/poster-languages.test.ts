import { expect, test } from 'vitest';
import { posterLanguages } from '../src/client/setup/overview/poster-languages.ts';

test.each([
  [['en', 'cs'], 'cs', ['cs', 'en']],
  [['cs', 'en', 'de'], 'en', ['en', 'cs']],
  [['cs'], 'en', ['cs']],
  [['de'], 'cs', ['cs']],
] as const)('a study in %j, a page in %s: %j', (locales, page, languages) => {
  expect(posterLanguages(locales, page)).toEqual(languages);
});
