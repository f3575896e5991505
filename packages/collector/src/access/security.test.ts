import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemOf } from '../test/tea-collector.ts';
import { setUpLink } from './routes/set-up.ts';
import { newSecret } from './secret.ts';
import { type Browser, ORIGIN, PASSWORD, testServer } from './test/test-server.ts';

const codeOf = async (response: Response) => (await problemOf(response)).type.replace('urn:peerscale:problem:', '');

async function hospital(options: Parameters<typeof testServer>[1] = {}) {
  const server = await testServer(':memory:', options);
  const ward = await server.addOrganisation('Ward Three');
  const owner = await server.addAccount(ward, 'owner', { email: 'hana@ward3.example' });
  const hana = server.browser();
  await hana.signIn(owner.email);
  const audit = async () => {
    await server.access.settled();
    return server.access.store.db.selectFrom('audit').selectAll().orderBy('sequence').execute();
  };
  return { ...server, ward, owner, hana, audit };
}

describe('a request that a page of another site sends', () => {
  const right = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };

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
    const { hana, audit } = await hospital();
    const before = await (await hana.send('GET', '/account')).json();
    const response = await hana.send('PATCH', '/account', { name: 'Evil' }, headers);
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('cross-site-request');
    expect(await (await hana.send('GET', '/account')).json()).toEqual(before);
    expect((await audit()).at(-1)).toMatchObject({
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
    const { hana } = await hospital();
    expect((await hana.send('PATCH', '/account', { name: 'Hana' }, headers)).status).toBe(204);
  });

  test('cannot sign anybody in, which would have them work in the attacker\u2019s account', async () => {
    const { browser, owner } = await hospital();
    const victim = browser();
    const body = { email: owner.email, password: PASSWORD };
    const response = await victim.send('POST', '/session', body, { ...right, Origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('and the token of one session is worth nothing in another', async () => {
    const { hana, browser, owner } = await hospital();
    const second = browser();
    await second.signIn(owner.email);
    const response = await second.send('PATCH', '/account', { name: 'x' }, { 'X-CSRF-Token': hana.csrf });
    expect(response.status).toBe(403);
  });
});

describe('a cookie that is not what was given out', () => {
  const name = '__Host-peerscale';

  test('opens nothing', async () => {
    const { hana, browser, access } = await hospital();
    const secret = hana.cookies.get(name)!;
    const { digest } = await access.store.db.selectFrom('session').select('digest').executeTakeFirstOrThrow();
    const flipped = Array.from(secret, (letter, at) => {
      const other = letter === 'A' ? 'Q' : 'A';
      return secret.slice(0, at) + other + secret.slice(at + 1);
    });
    // the last letter holds four bits; another with the same four bits is the same bytes to a lenient decoder
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = secret.slice(0, -1) + alphabet[alphabet.indexOf(secret.at(-1)!) + 1];
    const forged = [
      '',
      ...Array.from(secret, (_, length) => secret.slice(0, length)),
      ...flipped,
      twin,
      `${secret}=`,
      `${secret}A`,
      `${secret}%00`,
      secret.toLowerCase(),
      digest,
      hana.csrf!,
      hana.cookies.get('__Host-peerscale-device')!,
      "' or 1=1--",
      'A'.repeat(8000),
    ];
    // more than the limits of one address would let through if they were tried as sign-ins
    for (const value of forged) {
      if (value === secret) continue;
      const thief = browser();
      thief.cookies.set(name, value);
      expect([value, (await thief.send('GET', '/session')).status]).toEqual([value, 401]);
    }
    for (const other of ['peerscale', 'peerscale-on-localhost', '__Secure-peerscale', '__host-peerscale']) {
      const thief = browser();
      thief.cookies.set(other, secret);
      expect([other, (await thief.send('GET', '/session')).status]).toEqual([other, 401]);
    }
    expect((await hana.send('GET', '/session')).status).toBe(200);
  });

  test('a device cookie of another account spares no waiting', async () => {
    const { hana, browser, ward, addAccount, owner } = await hospital();
    const mallory = await addAccount(ward, 'viewer');
    const attacker = browser('198.51.100.9');
    await attacker.signIn(mallory.email);
    const guess = async (from: Browser) =>
      (await from.send('POST', '/session', { email: owner.email, password: 'guess' })).status;
    const unknown = browser('198.51.100.9');
    for (let count = 0; count < 5; count++) expect(await guess(unknown)).toBe(401);
    expect([await guess(unknown), await guess(attacker)]).toEqual([429, 429]);
    expect((await hana.signIn(owner.email)).status).toBe(201);
  });
});

describe('guessing at rate', () => {
  const guesses = async (browsers: readonly Browser[], email: string) => {
    const posts = browsers.map((one, number) => one.send('POST', '/session', { email, password: `guess ${number}` }));
    return (await Promise.all(posts)).map(({ status, headers }) => [status, headers.get('Retry-After')] as const);
  };

  test('from one address: five at once, then one after a growing wait, as for an account that is not there', async () => {
    const { browser, owner, audit } = await hospital();
    for (const email of [owner.email, 'nobody@ward3.example']) {
      const burst = await guesses(
        Array.from({ length: 25 }, () => browser('198.51.100.1')),
        email,
      );
      expect(burst.filter(([status]) => status === 401)).toHaveLength(5);
      expect(burst.filter(([status, wait]) => status === 429 && wait === '1')).toHaveLength(20);
    }
    const failures = (await audit()).filter(({ action }) => action === 'sign-in-failed');
    expect(failures).toHaveLength(50);
    expect(failures.filter(({ account_id }) => account_id === owner.id)).toHaveLength(25);
  });

  test('from a thousand addresses: the account is not locked for the browser that knows it', async () => {
    const { browser, hana, owner } = await hospital();
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

  test('of one-time links: 60, then one a second, and each refusal in the log until there are too many', async () => {
    const { browser, access, audit } = await hospital();
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
    expect((await audit()).filter(({ action }) => action === 'request-refused')).toHaveLength(60);
  });

  test('by somebody who is signed in: 300, then ten a second', async () => {
    const { hana, pass } = await hospital();
    let through = 0;
    for (let count = 0; count < 320; count++) if ((await hana.send('GET', '/session')).status === 200) through++;
    expect(through).toBe(300);
    pass(1000);
    expect((await hana.send('GET', '/session')).status).toBe(200);
  });

  test('a crowd that signs in at once gets a 503 that says when, and no memory', async () => {
    const { browser, owner } = await hospital({
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
});

test('a sign-in that fails takes as long for an account that is not there, was only invited, or is disabled', async () => {
  const parameters = { memoryCost: 12 * 1024, timeCost: 2, parallelism: 1 };
  const { browser, ward, addAccount, access } = await hospital({ passwords: { parameters } });
  const password_hash = await access.passwords.hash(PASSWORD);
  const email = (kind: string, n: number) => `${kind}${n}@ward3.example`;
  const rounds = 25;
  for (let n = 0; n < rounds; n++) {
    for (const kind of ['known', 'invited', 'disabled']) await addAccount(ward, 'viewer', { email: email(kind, n) });
  }
  await access.store.write(async (trx) => {
    const update = trx.updateTable('account').where('email', '!=', 'hana@ward3.example');
    await update.set({ password_hash }).execute();
    await update.set({ password_hash: null }).where('email', 'like', 'invited%').execute();
    await update.set({ disabled: 1 }).where('email', 'like', 'disabled%').execute();
  });
  const kinds = ['known', 'unknown', 'invited', 'disabled'] as const;
  const shortest = new Map<string, number>();
  for (let n = 0; n < rounds; n++) {
    for (let turn = 0; turn < kinds.length; turn++) {
      // one after another and each kind at each place, so that nothing but the kind tells them apart
      const kind = kinds[(n + turn) % kinds.length]!;
      const started = performance.now();
      const one = browser(`10.0.${n}.${turn}`);
      const response = await one.send('POST', '/session', { email: email(kind, n), password: 'not this one' });
      const took = performance.now() - started;
      expect(response.status).toBe(401);
      await access.settled();
      shortest.set(kind, Math.min(took, shortest.get(kind) ?? Number.POSITIVE_INFINITY));
    }
  }
  // the shortest of many, because a busy machine only ever adds; without the work in vain it would be a tenth
  for (const kind of kinds) {
    const ratio = shortest.get(kind)! / shortest.get('known')!;
    expect([kind, ratio > 0.4 && ratio < 2.5]).toEqual([kind, true]);
  }
});

describe('bodies made to be wrong', () => {
  const posts = [
    ['POST', '/set-up'],
    ['POST', '/session'],
    ['POST', '/session/passkey'],
    ['POST', '/account/link'],
    ['POST', '/account/password'],
    ['POST', '/account/password-reset'],
    ['PATCH', '/account'],
    ['PUT', '/account/password'],
    ['POST', '/account/passkeys'],
    ['POST', '/accounts'],
  ] as const;

  test.each(posts)(
    '%s %s refuses reserved names, depth, size, other types and what is no JSON',
    async (method, path) => {
      const { hana, access } = await hospital();
      await setUpLink(access);
      const send = (body: string, headers = {}) => hana.send(method, path, body, headers);
      for (const body of [
        '{"__proto__":{"role":"owner","polluted":true}}',
        '{"constructor":{"prototype":{"polluted":true}}}',
        '{"email":{"__proto__":{"polluted":true}}}',
        `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
        `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
        '{"email":"a@x.example","password":',
        '\u0000',
        '',
      ]) {
        expect([body.slice(0, 40), (await send(body)).status]).toEqual([body.slice(0, 40), 400]);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect((await send(JSON.stringify({ password: 'x'.repeat(70_000) }))).status).toBe(413);
      expect((await send('email=a', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
      expect((await send('{}', { 'Content-Type': 'text/plain' })).status).toBe(415);
      for (const body of ['[]', 'null', '"x"', '1', '{"unknown":1}', '{"email":["a"],"password":{"$ne":1}}']) {
        // a set-up that is done says so before it looks at anything but the shape
        expect([body, (await send(body)).status]).toEqual([body, 422]);
      }
    },
  );

  test('nobody gets a role, an organisation or an id by sending one', async () => {
    const { hana, browser, ward, addAccount, addOrganisation } = await hospital();
    const petr = await addAccount(ward, 'viewer');
    const his = browser();
    await his.signIn(petr.email);
    for (const field of [{ role: 'owner' }, { organisation_id: 'x' }, { organisationId: 'x' }, { team_id: 'red' }]) {
      expect((await his.send('PATCH', '/account', { name: 'Petr', ...field })).status).toBe(422);
    }
    const other = await addOrganisation('Other House');
    const account = { email: 'new@ward3.example', name: 'New', role: 'viewer', locale: 'en' };
    for (const field of [{ id: 'x' }, { organisation_id: other }, { password_hash: 'x' }, { disabled: false }]) {
      expect((await hana.send('POST', '/accounts', { ...account, ...field })).status).toBe(422);
    }
  });

  test('no name or address carries a line break into a letter, a header or the log', async () => {
    const { hana, letters, access } = await hospital();
    const account = { email: 'new@ward3.example', name: 'New', role: 'viewer', locale: 'en' };
    for (const changes of [
      { name: 'New\r\nBcc: all@evil.example' },
      { name: 'New\u2028' },
      { email: 'new@ward3.example\nBcc: all@evil.example' },
      { email: 'new@ward3.example, all@evil.example' },
      { email: '"new\r\n"@ward3.example' },
      { locale: 'en\r\nSet-Cookie: x=y' },
    ]) {
      expect((await hana.send('POST', '/accounts', { ...account, ...changes })).status).toBe(422);
    }
    await access.settled();
    expect(letters).toEqual([]);
  });

  test('an address that only looks like one that is there neither takes its place nor signs in as it', async () => {
    const { hana, browser, letters, access } = await hospital();
    for (const email of [
      'h\u0430na@ward3.example',
      'hana@w\u0430rd3.example',
      'hana@ward\uFF13.example',
      'h\u00E1na@ward3.example',
    ]) {
      expect((await browser().send('POST', '/session', { email, password: PASSWORD })).status).toBe(422);
      expect((await browser().send('POST', '/account/password-reset', { email })).status).toBe(422);
      expect((await hana.send('POST', '/accounts', { email, name: 'H', role: 'viewer', locale: 'en' })).status).toBe(
        422,
      );
    }
    await access.settled();
    expect(letters).toEqual([]);
  });

  test('whatever JSON is sent, the answer is one of refusal', async () => {
    const { browser, pass } = await hospital();
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress(), fc.constant(PASSWORD));
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ email: text, password: text }),
      fc.record({ link: text, password: text }),
      fc.record({ email: fc.jsonValue(), password: fc.jsonValue() }),
    );
    const path = fc.constantFrom('/session', '/account/password', '/account/link', '/set-up', '/session/passkey');
    await fc.assert(
      fc.asyncProperty(path, body, async (address, value) => {
        pass(1000);
        // an error inside would be thrown by the server of these tests
        const { status } = await browser().send('POST', address, value);
        expect([400, 401, 409, 410, 422, 429]).toContain(status);
      }),
    );
  });
});

test('neither the log nor any table holds a password, a link, a cookie, a token or an address of a client', async () => {
  const { hana, browser, letters, access, owner, audit } = await hospital();
  const secrets = [PASSWORD, '192.0.2.1', '198.51.100.77', hana.csrf!, ...hana.cookies.values()];
  await browser('198.51.100.77').send('POST', '/session', { email: owner.email, password: 'a wrong one of mine' });
  await browser('198.51.100.77').send('POST', '/session', { email: 'typed.in.vain@ward3.example', password: 'x' });
  await browser('198.51.100.77').send('POST', '/account/password-reset', { email: owner.email });
  const invited = await hana.send('POST', '/accounts', {
    email: 'p@ward3.example',
    name: 'P',
    role: 'viewer',
    locale: 'en',
  });
  const { link } = (await invited.json()) as { link: string };
  await access.settled();
  secrets.push(
    'a wrong one of mine',
    'typed.in.vain',
    ...[link, letters[0]!.url].map((url) => new URL(url).hash.slice(1)),
  );
  const tables = ['organisation', 'account', 'session', 'known_device', 'one_time_link', 'audit'] as const;
  const dump = JSON.stringify(
    await Promise.all(tables.map((table) => access.store.db.selectFrom(table).selectAll().execute())),
  );
  for (const secret of secrets) expect(dump.includes(secret), secret).toBe(false);
  const log = JSON.stringify(await audit());
  for (const personal of [owner.email, 'p@ward3.example', 'The owner'])
    expect(log.includes(personal), personal).toBe(false);
});
