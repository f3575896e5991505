import { expect, test } from 'vitest';
import { LOCALES } from '../src/client/catalogue.ts';
import { setupWords } from '../src/client/words/setup.ts';
import { nameFor, suggestedNames } from '../src/client/words/suggested-names.ts';

test('a name that was suggested in any language is read in one\u2019s own, another stays as it is', () => {
  expect(nameFor('Managers', 'cs')).toBe('Vedení');
  expect(nameFor('Lidé v peer roli', 'en')).toBe('Peer workers');
  expect(nameFor('Všichni', 'cs')).toBe('Všichni');
  for (const own of ['managers', 'Red ward', '', 'toString']) expect(nameFor(own, 'cs')).toBe(own);
});

test('what the set-up writes is what is known here, and no name stands for two groups', () => {
  for (const locale of LOCALES) {
    expect(setupWords[locale].people).toEqual(suggestedNames[locale]);
    expect(nameFor(setupWords[locale].teams.everybody, 'en')).toBe('Everybody');
    expect(new Set(Object.values(suggestedNames[locale])).size).toBe(5);
  }
});
