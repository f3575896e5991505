import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { setUpLink } from '../routes/set-up.ts';
import { newSecret } from '../secret.ts';
import { auditOf, codeOf, testHospital } from '../test/test-hospital.ts';
import { type Browser, PASSWORD } from '../test/test-server.ts';

describe.each(testEngines())('guessing at rate, in %s', (_engine, engine) => {
  const guesses = async (browsers: readonly Browser[], email: string) => {
    const posts = browsers.map((one, number) => one.send('POST', '/session', { email, password: `guess ${number}` }));
    return (await Promise.all(posts)).map(({ status, headers }) => [status, headers.get('Retry-After')] as const);
  };

  test('from one address: five at once, then one after a growing wait, as for an account that is not there', async () => {
    const server = await testHospital(await engine.storeAddress());
    const { browser, owner } = server;
    for (const email of [owner.email, 'nobody@ward3.example']) {
      const burst = await guesses(
        Array.from({ length: 25 }, () => browser('198.51.100.1')),
        email,
      );
      expect(burst.filter(([status]) => status === 401)).toHaveLength(5);
      expect(burst.filter(([status, wait]) => status === 429 && wait === '1')).toHaveLength(20);
    }
    const failures = (await auditOf(server)).filter(({ action }) => action === 'sign-in-failed');
    expect(failures).toHaveLength(10);
    expect(failures.filter(({ account_id }) => account_id === owner.id)).toHaveLength(5);
    const limits = (await auditOf(server)).filter(({ action }) => action === 'limit-reached');
    expect(limits).toMatchObject([{ subject: 'POST /session', account_id: null }]);
  });

  test('from a thousand addresses: the account is not locked for the browser that knows it', async () => {
    const { browser, hana, owner } = await testHospital(await engine.storeAddress());
    const crowd = Array.from({ length: 1000 }, (_, n) => browser(`10.${n >> 8}.${n & 255}.1`));
    // in portions, as the hashing of passwords lets through
    let tried = 0;
    for (let at = 0; at < crowd.length; at += 50) {
      tried += (await guesses(crowd.slice(at, at + 50), owner.email)).filter(([status]) => status === 401).length;
    }
    expect(tried).toBe(100);
    const newDevice = await browser('203.0.113.5').signIn(owner.email);
    expect([newDevice.status, newDevice.headers.get('Retry-After')]).toEqual([429, '36']);
    expect((await hana.signIn(owner.email)).status).toBe(201);
  });

  test('of one-time links: 60, then one a second, and one line in the log says so', async () => {
    const server = await testHospital(await engine.storeAddress());
    const { browser, access } = server;
    await setUpLink(access);
    const statuses: number[] = [];
    for (let count = 0; count < 200; count++) {
      const body = { link: newSecret(), password: PASSWORD };
      statuses.push((await browser('198.51.100.2').send('POST', '/account/password', body)).status);
    }
    expect(statuses.filter((status) => status === 410)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(140);
    expect((await browser('198.51.100.3').send('POST', '/account/password', { link: 'x', password: 'y' })).status).toBe(
      410,
    );
    const lines = (await auditOf(server)).filter(({ action }) => action !== 'signed-in');
    expect(lines).toMatchObject([{ action: 'limit-reached', subject: 'POST /account/password', account_id: null }]);
  });

  test('by somebody who is signed in: 300, then ten a second', async () => {
    const { hana, pass } = await testHospital(await engine.storeAddress());
    let through = 0;
    for (let count = 0; count < 320; count++) if ((await hana.send('GET', '/session')).status === 200) through++;
    expect(through).toBe(300);
    pass(1000);
    expect((await hana.send('GET', '/session')).status).toBe(200);
  });
});

test('a crowd that signs in at once gets a 503 that says when, and no memory', async () => {
  const { browser, owner } = await testHospital(':memory:', {
    passwords: { parameters: { memoryCost: 4096, timeCost: 1, parallelism: 1 }, concurrent: 1, waiting: 2 },
  });
  const posts = Array.from({ length: 12 }, (_, n) =>
    browser(`198.51.100.${n}`).send('POST', '/session', { email: owner.email, password: 'x' }),
  );
  const answers = await Promise.all(posts);
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThanOrEqual(6);
  expect(busy[0]!.headers.get('Retry-After')).toBe('2');
  expect(await codeOf(busy[0]!)).toBe('busy');
});
