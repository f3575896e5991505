import { expect, test } from 'vitest';
import { chooseLocale } from '../src/client/locale.ts';
import { routeOf } from '../src/shared/routes.ts';

test.each([
  ['/', { page: 'studies' }],
  ['/s/your-team', { page: 'form', study: 'your-team' }],
  ['/s/your-team/', { page: 'form', study: 'your-team' }],
  ['/s/your-team/results', { page: 'results', study: 'your-team' }],
  ['/s/', { page: 'not-found' }],
  ['/s/Your', { page: 'not-found' }],
  ['/s/a/other', { page: 'not-found' }],
  ['//s/a', { page: 'not-found' }],
])('%s is %j', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test.each([
  ['?lang=cs', ['en-GB'], 'cs'],
  ['?lang=cs-CZ', [], 'cs'],
  ['?lang=xx', ['de', 'cs-CZ', 'en'], 'cs'],
  ['', ['en-US', 'cs'], 'en'],
  ['', ['de-AT'], 'en'],
  ['', [], 'en'],
])('language of %j for a reader of %j is %s', (search, languages, locale) => {
  expect(chooseLocale(search, languages)).toBe(locale);
});
