import { loadCatalogues, messagesOf } from '@peerscale/form';
import { expect, test } from 'vitest';
import { countedAs } from '../src/client/answer/counted-as.ts';
import { LOCALES } from '../src/client/catalogue.ts';
import { answerWords } from '../src/client/words/answer.ts';

test.each([
  ['Everybody', 'Everybody', 'en', ''],
  ['Everybody', 'Všichni', 'cs', ''],
  ['Everybody', 'Managers', 'cs', 'Vedení'],
  ['Red ward', 'Everybody', 'en', 'Red ward'],
  ['Red ward', 'Peer workers', 'cs', 'Red ward, Lidé v peer roli'],
  ['Red ward', 'Red ward', 'en', 'Red ward'],
] as const)('%s, %s in %s: %j', (team, group, locale, words) => {
  expect(countedAs({ name: team }, { name: group }, locale)).toBe(words);
});

test('before the form and in it the same is said about where answers wait', async () => {
  for (const locale of LOCALES) {
    const { kept, keptInTab } = messagesOf(locale, {}, await loadCatalogues(locale)).texts;
    expect(answerWords[locale].begin.waits).toEqual({ device: kept, tab: keptInTab });
  }
});
