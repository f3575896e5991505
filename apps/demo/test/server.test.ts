import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { findBattery, findInstrument } from '@peerscale/instruments';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startPostgresServer } from '../../../packages/collector/src/test/postgres-server.ts';
import { type Exportable, exportPath } from '../src/client/api/exports.ts';
import { demonstrationTeams } from '../src/server/demonstration/organisation.ts';
import { PARTS } from '../src/server/demonstration/plan-of-group.ts';
import { simulateOrganisation } from '../src/server/demonstration/simulate-organisation.ts';
import { addressOf, type DemoServer, spawnServer, startDemoServer, stopProcess } from './helpers/demo-server.ts';
import { OWNER, setUp, signIn, visitDemonstration } from './helpers/staff.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server?.dispose());

async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  holder.close();
  await once(holder, 'close');
  return port;
}

const get = (path: string, init?: RequestInit) => fetch(`${server.origin}${path}`, init);

test('every answer carries the strict headers', async () => {
  for (const path of ['/', '/api/studies', '/nowhere', '/api/nowhere', '/assets/nothing.js']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy'), path).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    expect(headers.get('permissions-policy'), path).toContain('camera=');
  }
});

test('known pages answer 200, others 404 with the page that says so; a missing file is no page', async () => {
  for (const path of ['/', '/s/your-team-role', '/s/your-team-role/results', '/?lang=cs']) {
    const response = await get(path);
    expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
    expect(await response.text()).toContain('<div id="root">');
  }
  for (const path of ['/nowhere', '/s/', '/s/UPPER', '/s/a/b', '/s/..%2f..%2fpackage.json']) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
  for (const path of ['/assets/nothing.js', '/assets/', '/assets/..%2findex.html']) {
    const response = await get(path);
    expect([path, response.status, await response.text()]).toEqual([path, 404, 'Not found']);
  }
  expect((await get('/', { method: 'POST' })).status).toBe(404);
});

test('an unknown address of the API is a problem document', async () => {
  const response = await get('/api/nowhere');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});

test('assets have hashed names, are kept for ever, and come compressed', async () => {
  const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text()) ?? [];
  expect(script).toMatch(/-[\w-]{8}\.js$/);
  const response = await get(script!, { headers: { 'Accept-Encoding': 'br' } });
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('content-type')).toContain('javascript');
});

test('the first start adds two simulated and two empty studies; another start adds nothing', async () => {
  const studies = async () => ((await (await get('/api/studies')).json()) as { studies: { id: string }[] }).studies;
  const before = await studies();
  expect(before).toMatchObject([
    { id: 'example-team-burnout', simulated: true },
    { id: 'example-team-role', simulated: true },
    { id: 'your-team-burnout', simulated: false },
    { id: 'your-team-role', simulated: false },
  ]);
  const counts = async () => {
    const found: number[] = [];
    for (const { id } of before) found.push(await server.records(id));
    return found;
  };
  expect(await counts()).toEqual([24, 24, 0, 0]);
  expect(await server.stop()).toBe(0);
  await server.startAgain();
  expect(await counts()).toEqual([24, 24, 0, 0]);
  expect(await studies()).toEqual(before);
});

test('the log says where answers and letters are, how to set up, and the address: nothing about requests', async () => {
  await get('/s/your-team-role?secret=1');
  await get('/api/invitations/a-secret-that-is-none');
  expect(server.output().split(/(?<=^Peerscale: .*\n)/m)).toEqual([
    expect.stringMatching(
      /^Answers are kept in \S+\nLetters are written to \S+\nAdding the example organisation \(simulated\); this is done once \.\.\.\nAdded it in [\d.]+ seconds\.\nSet up .*: http:\/\/localhost:\d+\/set-up#\S{43}\nPeerscale: http:\/\/localhost:\d+\/\n$/,
    ),
    expect.stringMatching(
      /^Answers are kept in \S+\nLetters are written to \S+\nSet up .*: http:\/\/localhost:\d+\/set-up#\S{43}\nPeerscale: http:\/\/localhost:\d+\/\n$/,
    ),
  ]);
});

test('health and readiness are told, and counts without a path as it was asked for', async () => {
  expect([(await get('/health')).status, await (await get('/ready')).text()]).toEqual([200, 'ready\n']);
  await get('/s/your-team-role?secret=1');
  await get('/studies/no-such-study-of-ours/results');
  const metrics = await (await get('/metrics')).text();
  expect(metrics).toContain(
    'peerscale_http_requests_total{route="/api/invitations/:secret",method="GET",status="410"}',
  );
  expect(metrics).not.toMatch(/your-team-role|a-secret|no-such-study|example-team/);
  expect((await get('/metrics', { headers: { 'X-Forwarded-For': '203.0.113.9' } })).status).toBe(404);
});

test('a page under another name of this machine leads to the one whose sessions count', async () => {
  const other = server.origin.replace('localhost', '127.0.0.1');
  // fetch would write a mode of its own
  const asked = request(`${other}/studies/x/results?wave=2`, { headers: { 'Sec-Fetch-Mode': 'navigate' } }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  expect([response.statusCode, response.headers.location]).toEqual([307, `${server.origin}/studies/x/results?wave=2`]);
  expect((await fetch(`${other}/health`)).status).toBe(200);
});

describe('the demonstration', () => {
  interface Wave {
    id: string;
    number: number;
    state: string;
  }

  test('shows an analyst three closed waves of twelve teams, four groups and a wave to start, simulated', async () => {
    const visitor = await visitDemonstration(server);
    const { account } = await visitor.ask<{ account: { role: string; email: string } }>('GET', '/session');
    expect(account).toMatchObject({ role: 'analyst', email: 'demo@example.org' });
    const { study } = await (await get('/api/demonstration')).json();
    const { studies } = await visitor.ask<{ studies: { id: string; simulated: boolean }[] }>(
      'GET',
      '/organisation/studies',
    );
    expect(studies).toMatchObject([{ id: study, simulated: true, state: 'open' }]);
    const { teams } = await visitor.ask<{ teams: unknown[] }>('GET', `/studies/${study}/teams`);
    const { groups } = await visitor.ask<{ groups: unknown[] }>('GET', `/studies/${study}/groups`);
    const { waves } = await visitor.ask<{ waves: Wave[] }>('GET', `/studies/${study}/waves`);
    expect([teams.length, groups.length]).toEqual([12, 4]);
    expect(waves.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed', 'planned']);
    const { wave } = await visitor.ask<{ wave: Wave }>('POST', `/studies/${study}/waves/${waves[3]!.id}/start`, {});
    expect(wave.state).toBe('open');
  });

  test('hands out every kind of file of every questionnaire, by the addresses that its page has', async () => {
    const visitor = await visitDemonstration(server);
    const { study } = await (await get('/api/demonstration')).json();
    const { instruments } = await visitor.ask<{ instruments: Exportable[] }>('GET', `/studies/${study}/exports`);
    expect(instruments.length).toBeGreaterThan(3);
    const names = new Set<string>();
    for (const { id, version, waves } of instruments) {
      expect(waves.map(({ number }) => number)).toEqual([1, 2, 3]);
      for (const wave of [null, waves[0]!.number]) {
        for (const format of ['csv', 'codebook', 'sav', 'sps', 'r', 'json']) {
          const address = exportPath(study, { format, instrument: `${id}@${version}`, wave, locale: 'cs' });
          const answer = await visitor.send('GET', address);
          const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
          const bytes = Buffer.from(await answer.arrayBuffer());
          expect([answer.status, name === undefined], `${address}: ${bytes.toString('utf8', 0, 200)}`).toEqual([
            200,
            false,
          ]);
          names.add(name!);
          expect(bytes.length).toBeGreaterThan(200);
          // no team by its id or by its name
          for (const team of demonstrationTeams) {
            for (const word of [team.id, team.name.en, team.name.cs!]) expect(bytes.includes(word), word).toBe(false);
          }
        }
      }
    }
    expect(names.size).toBe(instruments.length * 2 * 6);
  });

  test('lets visitors into nothing else: no accounts, no audit log, no other organisation', async () => {
    const owner = await setUp(server);
    expect(server.setUpLink()).toBeDefined();
    const { study } = await owner.ask<{ study: { id: string } }>(
      'POST',
      '/studies',
      { title: { en: 'Ours' }, locales: ['en'] },
      201,
    );
    const visitor = await visitDemonstration(server);
    expect((await visitor.send('GET', `/studies/${study.id}`)).status).toBe(404);
    expect((await visitor.send('DELETE', `/studies/${study.id}`)).status).toBe(403);
    expect((await visitor.send('GET', '/accounts')).status).toBe(403);
    expect((await visitor.send('GET', '/audit')).status).toBe(403);
    expect((await owner.ask<{ studies: unknown[] }>('GET', '/organisation/studies')).studies).toHaveLength(1);
    expect(await (await signIn(server, OWNER)).ask('GET', '/session')).toMatchObject({ account: { role: 'owner' } });
  });

  test('a page of another site signs nobody in', async () => {
    const forged = await get('/api/demonstration/session', {
      method: 'POST',
      headers: { Origin: 'https://evil.example' },
    });
    expect([forged.status, forged.headers.getSetCookie()]).toEqual([403, []]);
    expect((await get('/api/demonstration/session', { method: 'POST' })).status).toBe(403);
  });

  test('switched off, it lets nobody in, and ends the sessions that are open; on again, nothing is added twice', async () => {
    const folder = `${server.database}.switched`;
    const environment = { PORT: '0', DATABASE_URL: folder, PEERSCALE_MAIL_FOLDER: `${folder}.mail` };
    const first = spawnServer(environment);
    const origin = await addressOf(first);
    const port = new URL(origin).port;
    const visitor = await visitDemonstration({ origin, setUpLink: () => undefined });
    await stopProcess(first);

    const second = spawnServer({ ...environment, PORT: port, PEERSCALE_DEMONSTRATION: '0' });
    await addressOf(second);
    expect((await visitor.send('GET', '/session')).status).toBe(401);
    for (const [method, path] of [
      ['POST', '/demonstration/session'],
      ['GET', '/demonstration'],
    ] as const) {
      expect((await fetch(`${origin}/api${path}`, { method, headers: { Origin: origin } })).status).toBe(404);
    }
    await stopProcess(second);

    let output = '';
    const third = spawnServer({ ...environment, PORT: port });
    await addressOf(third, (text) => {
      output += text;
    });
    expect(output).not.toContain('Adding');
    expect(await visitDemonstration({ origin, setUpLink: () => undefined })).toBeDefined();
    await stopProcess(third);
  });
});

test('somebody who is invited gets a letter with the link, which lets them in once', async () => {
  const owner = await signIn(server, OWNER);
  const person = { email: 'eva@hillside.example', name: 'Eva Mala', role: 'viewer', locale: 'cs' };
  await owner.ask('POST', '/accounts', person, 201);
  await expect.poll(() => (existsSync(server.mailFolder) ? readdirSync(server.mailFolder) : [])).toHaveLength(1);
  const letter = readFileSync(join(server.mailFolder, readdirSync(server.mailFolder)[0]!), 'utf8');
  const text = letter.replace(/=\r\n/g, '');
  expect(text).toContain('To: eva@hillside.example');
  const [, secret] = new RegExp(`${server.origin}/join#(\\S{43})`).exec(text) ?? [];
  const accept = (password: string) =>
    get('/api/account/password', {
      method: 'POST',
      headers: { Origin: server.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ link: secret, password }),
    });
  expect((await accept('nine small boats at dusk')).status).toBeLessThan(300);
  expect((await accept('another nine small boats')).status).toBe(410);
  const eva = await signIn(server, { email: person.email, password: 'nine small boats at dusk' });
  expect((await eva.send('GET', '/accounts')).status).toBe(403);
});

test('a first start that is killed on the way leaves nothing half done, and the next one does it', async () => {
  const database = `${server.database}.killed`;
  const environment = { PORT: '0', DATABASE_URL: database, PEERSCALE_MAIL_FOLDER: `${database}.mail` };
  for (const wait of [0, 150, 400]) {
    const process = spawnServer(environment);
    let printed = '';
    process.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    await expect.poll(() => printed, { timeout: 30_000, interval: 5 }).toMatch(/Adding|Peerscale:/);
    await new Promise((resolve) => setTimeout(resolve, wait));
    process.kill('SIGKILL');
    await once(process, 'exit');
  }
  const process = spawnServer(environment);
  const visitor = await visitDemonstration({ origin: await addressOf(process), setUpLink: () => undefined });
  const { waves } = await visitor.ask<{ waves: unknown[] }>('GET', '/studies/example-team-pulse/waves');
  await stopProcess(process);
  const simulated = [
    ...simulateOrganisation({ battery: findBattery('peer-team-pulse')!, findInstrument, codeKey: '', parts: PARTS }),
  ];
  const file = new DatabaseSync(database, { readOnly: true });
  const { sent } = file.prepare('select count(distinct submission_digest) as sent from response').get() as {
    sent: number;
  };
  file.close();
  expect([waves.length, sent]).toEqual([4, simulated.length]);
});

test('with a public address there is no demonstration, and browsers are told to come by https alone', async () => {
  const port = await freePort();
  const process = spawnServer({
    PORT: String(port),
    DATABASE_URL: ':memory:',
    PEERSCALE_MAIL_FOLDER: server.mailFolder,
    PUBLIC_ORIGIN: 'https://survey.ward3.example',
    PROXIES: '1',
  });
  onTestFinished(async () => void (await stopProcess(process)));
  expect(await addressOf(process)).toBe('https://survey.ward3.example');
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  const page = await ask('/');
  expect([page.status, page.headers.get('strict-transport-security')]).toEqual([200, 'max-age=31536000']);
  expect((await get('/')).headers.get('strict-transport-security')).toBeNull();
  expect(await (await ask('/api/studies')).json()).toEqual({ studies: [] });
  expect((await ask('/api/demonstration')).status).toBe(404);
  expect((await ask('/metrics')).status).toBe(404);
});

test('all of it over PostgreSQL', async () => {
  const postgres = await startPostgresServer();
  onTestFinished(() => postgres.stop());
  const other = await startDemoServer({ DATABASE_URL: await postgres.newDatabase() });
  onTestFinished(() => other.dispose());
  expect(other.output()).toMatch(/^Answers are kept in postgres:\/\/127\.0\.0\.1:\d+\/test_\w+$/m);
  expect(other.output()).not.toContain('only-for-this-test');
  const visitor = await visitDemonstration(other);
  const path = '/studies/example-team-pulse';
  expect(await visitor.ask('GET', `${path}/waves`)).toMatchObject({ waves: { length: 4 } });
  expect(await visitor.ask('GET', `${path}/results`)).toMatchObject({ study: { simulated: true } });
  expect((await fetch(`${other.origin}/ready`)).status).toBe(200);
  await setUp(other);
  expect(await other.stop()).toBe(0);
  await other.startAgain();
  expect(other.output().match(/Adding/g)).toHaveLength(1);
  expect(other.output().match(/Set up/g)).toHaveLength(1);
});

test('as JSON the log has a line a request, with patterns and nothing that a request brought along', async () => {
  const environment = {
    PORT: '0',
    DATABASE_URL: ':memory:',
    LOG: 'json',
    PEERSCALE_MAIL_FOLDER: `${server.database}.mail`,
  };
  const process = spawnServer(environment);
  let output = '';
  process.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await expect.poll(() => output, { timeout: 30_000 }).toContain('"event":"started"');
  const started = JSON.parse(output.split('\n').find((line) => line.includes('"started"'))!) as { origin: string };
  const { origin } = started;
  await fetch(`${origin}/api/invitations/SECRET-IN-PATH?SECRET=QUERY`);
  await fetch(`${origin}/api/session?SECRET=QUERY`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json', 'User-Agent': 'SECRET-AGENT', Cookie: 'a=SECRET' },
    body: JSON.stringify({ email: 'secret@secret.example', password: 'SECRET-PASSWORD' }),
  });
  const answered = await fetch(`${origin}/studies/secret-study/results`);
  await stopProcess(process);
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const requests = lines.filter(({ event }) => event === 'request');
  expect(requests).toMatchObject([
    { method: 'POST', route: '/api/session', status: 401 },
    { method: 'GET', route: '/*', status: 200, id: answered.headers.get('x-request-id') },
  ]);
  for (const line of requests) {
    expect(Object.keys(line).sort()).toEqual(['event', 'id', 'level', 'method', 'ms', 'route', 'status', 'time']);
  }
  expect(output).not.toMatch(/secret|127\.0\.0\.1|::1/i);
});

test('a taken port gives way to the next free one, and it says so', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const taken = (holder.address() as { port: number }).port;
  const second = spawnServer({ PORT: String(taken), DATABASE_URL: ':memory:', PEERSCALE_DEMONSTRATION: '0' });
  let output = '';
  const address = await addressOf(second, (text) => {
    output += text;
  });
  const port = Number(new URL(address).port);
  expect(port).toBeGreaterThan(taken);
  expect(port).toBeLessThanOrEqual(taken + 20);
  expect(output).toContain(`Port ${taken} is taken; using ${port}.`);
  expect(await stopProcess(second)).toBe(0);
  holder.close();
});

test('a taken port is an error where a proxy looks for the server', async () => {
  const taken = new URL(server.origin).port;
  const second = spawnServer({ PORT: taken, DATABASE_URL: ':memory:', PUBLIC_ORIGIN: 'https://survey.ward3.example' });
  let printed = '';
  second.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  await once(second, 'close');
  expect([second.exitCode, printed]).toEqual([1, expect.stringMatching(/^[^\n]*EADDRINUSE[^\n]*\n$/)]);
});

test.each([
  [{ PORT: 'eighty' }, 2, /^PORT must be a whole number from 0 to 65535, not "eighty"\.\n$/],
  [{ PORT: '70000' }, 2, /^PORT must be .*"70000"\.\n$/],
  [{ HOST: 'not a host' }, 2, /^HOST must be .*"not a host"\.\n$/],
  [{ PEERSCALE_DATABASE: ' ' }, 2, /^PEERSCALE_DATABASE must be .*" "\.\n$/],
  [{ DATABASE_URL: 'mysql://user:secret@host/db' }, 2, /^DATABASE_URL must be .* not with mysql:\/\/\.\n$/],
  [{ DATABASE_URL: 'a', PEERSCALE_DATABASE: 'b' }, 2, /^Set DATABASE_URL or PEERSCALE_DATABASE, not both.*\n$/],
  [{ PORT: '-1', HOST: '' }, 2, /^PORT must be .*\nHOST must be .*\n$/],
  [
    { PUBLIC_ORIGIN: 'http://ward3.example', PROXIES: 'one' },
    2,
    /^PUBLIC_ORIGIN: .*https:.*\nPROXIES must .*"one"\.\n$/,
  ],
  [
    { PEERSCALE_SMTP_URL: 'http://user:secret@mail', PEERSCALE_DEMONSTRATION: 'yes' },
    2,
    /^PEERSCALE_SMTP_URL(?!.*secret).*\nPEERSCALE_DEMONSTRATION must be 0 or 1, not "yes"\.\n$/,
  ],
  [
    { METRICS_TOKEN: 'short', LOG: 'xml' },
    2,
    /^LOG must be .*"xml"\.\nMETRICS_TOKEN must have at least 16 characters\.\n$/,
  ],
  [{ PORT: '0', PEERSCALE_DATABASE: '/dev/null/peerscale.sqlite' }, 1, /^[^\n]*\/dev\/null[^\n]*\n$/],
  [{ PORT: '0', HOST: '192.0.2.1', PEERSCALE_DATABASE: ':memory:' }, 1, /^[^\n]*192\.0\.2\.1[^\n]*\n$/],
  [
    { PORT: '0', PEERSCALE_DATABASE: ':memory:', PEERSCALE_MAIL_FOLDER: '/dev/null/letters' },
    1,
    /^PEERSCALE_MAIL_FOLDER: [^\n]*\/dev\/null\/letters[^\n]*\n$/,
  ],
])('wrong settings %j end with code %i and one line each', async (env, code, message) => {
  const wrong = spawnServer(env);
  let printed = '';
  wrong.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  await once(wrong, 'close');
  expect([wrong.exitCode, printed]).toEqual([code, expect.stringMatching(message)]);
});
