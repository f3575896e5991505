import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { newSecret } from '../secret.ts';
import { auditOf, codeOf, testHospital } from '../test/test-hospital.ts';
import { ORIGIN, PASSWORD } from '../test/test-server.ts';

const right = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };

describe('a request that a page of another site sends', () => {
  test.each<[string, Record<string, string | undefined>]>([
    ['another origin', { ...right, Origin: 'https://evil.example' }],
    ['an origin of a sandbox', { ...right, Origin: 'null' }],
    ['a domain below', { ...right, Origin: 'https://evil.survey.ward3.example' }],
    ['a domain that begins alike', { ...right, Origin: `${ORIGIN}.evil.example` }],
    ['another port', { ...right, Origin: `${ORIGIN}:8443` }],
    ['plain HTTP', { ...right, Origin: ORIGIN.replace('https', 'http') }],
    ['other letters', { ...right, Origin: ORIGIN.toUpperCase() }],
    ['an empty origin', { ...right, Origin: '' }],
    ['a neighbour, says the browser', { ...right, 'Sec-Fetch-Site': 'same-site' }],
    ['another site, says the browser', { ...right, 'Sec-Fetch-Site': 'cross-site' }],
    ['no page, says the browser', { Origin: undefined, 'Sec-Fetch-Site': 'none' }],
    ['nothing says where from', { Origin: undefined, 'Sec-Fetch-Site': undefined }],
    ['no token', { ...right, 'X-CSRF-Token': undefined }],
    ['an empty token', { ...right, 'X-CSRF-Token': '' }],
    ['another token', { ...right, 'X-CSRF-Token': newSecret() }],
  ])('is refused, changes nothing and is written down: %s', async (_, headers) => {
    const server = await testHospital(':memory:');
    const { hana } = server;
    const before = await (await hana.send('GET', '/account')).json();
    const response = await hana.send('PATCH', '/account', { name: 'Evil' }, headers);
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('cross-site-request');
    expect(await (await hana.send('GET', '/account')).json()).toEqual(before);
    expect((await auditOf(server)).at(-1)).toMatchObject({
      action: 'request-refused',
      subject: 'PATCH /account',
      detail: '{"reason":"cross-site-request"}',
    });
  });

  test.each<[string, Record<string, string | undefined>]>([
    ['both headers', right],
    ['an old browser', { ...right, 'Sec-Fetch-Site': undefined }],
    ['only Sec-Fetch-Site', { ...right, Origin: undefined }],
  ])('while one of the own pages gets through: %s', async (_, headers) => {
    const { hana } = await testHospital(':memory:');
    expect((await hana.send('PATCH', '/account', { name: 'Hana' }, headers)).status).toBe(204);
  });
});

describe.each(testEngines())('a page of another site, in %s', (_engine, engine) => {
  test('cannot sign anybody in, which would have them work in the attacker\u2019s account', async () => {
    const { browser, owner } = await testHospital(await engine.storeAddress());
    const victim = browser();
    const body = { email: owner.email, password: PASSWORD };
    const response = await victim.send('POST', '/session', body, { ...right, Origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('and the token of one session is worth nothing in another', async () => {
    const { hana, browser, owner } = await testHospital(await engine.storeAddress());
    const second = browser();
    await second.signIn(owner.email);
    const response = await second.send('PATCH', '/account', { name: 'x' }, { 'X-CSRF-Token': hana.csrf });
    expect(response.status).toBe(403);
  });
});
