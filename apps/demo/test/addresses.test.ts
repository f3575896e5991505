import { expect, test } from 'vitest';
import { chooseLocale } from '../src/client/locale.ts';
import { DEFAULTS, readSettings, settingsQuery } from '../src/client/playground/settings.ts';
import { routeOf } from '../src/shared/routes.ts';

test.each([
  ['/', { page: 'home' }],
  ['/sign-in', { page: 'sign-in' }],
  ['/sign-in/', { page: 'sign-in' }],
  ['/sign-in/x', { page: 'not-found' }],
  ['/set-up', { page: 'set-up' }],
  ['/join', { page: 'join' }],
  ['/reset', { page: 'reset' }],
  ['/account', { page: 'account' }],
  ['/accounts', { page: 'accounts' }],
  ['/audit', { page: 'audit' }],
  ['/answer', { page: 'answer' }],
  ['/rights', { page: 'rights' }],
  ['/withdraw', { page: 'withdraw' }],
  ['/studies', { page: 'not-found' }],
  ['/studies/new', { page: 'new-study' }],
  ['/studies/ward-3', { page: 'study', study: 'ward-3' }],
  ['/studies/ward-3/results', { page: 'study-results', study: 'ward-3' }],
  ['/studies/ward-3/teams', { page: 'not-found' }],
  ['/studies/ward-3/teams/night/report', { page: 'team-report', study: 'ward-3', team: 'night' }],
  ['/studies/ward-3/teams/night/actions/', { page: 'actions', study: 'ward-3', team: 'night' }],
  ['/studies/ward-3/teams/night', { page: 'not-found' }],
  ['/studies/ward-3/teams/..%2F/report', { page: 'not-found' }],
  ['/constructor', { page: 'not-found' }],
  ['/playground', { page: 'playground' }],
  ['/playground/', { page: 'playground' }],
  ['/playground/x', { page: 'not-found' }],
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

test('settings of the playground go into the address and come back; what has no meaning is as by default', () => {
  const chosen = {
    ...DEFAULTS,
    instrument: 'peer-role',
    door: 'react',
    locale: 'ar',
    width: 600,
    shared: true,
  } as const;
  const query = settingsQuery(chosen, '?lang=cs&theme=dark', 'cs');
  expect(query).toBe('?lang=cs&instrument=peer-role&door=react&locale=ar&width=600&shared=1');
  expect(readSettings(query, 'cs')).toEqual(chosen);
  expect(settingsQuery(DEFAULTS, '', 'en')).toBe('');
  const nonsense = '?instrument=%3Cb%3E&door=x&locale=xx&theme=&mode=1&width=-5';
  expect(readSettings(nonsense, 'cs')).toEqual({ ...DEFAULTS, locale: 'cs' });
  expect(readSettings('?width=100', 'en').width).toBe(280);
  expect(readSettings('?width=9999', 'en').width).toBe(2000);
});
