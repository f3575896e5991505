import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, type DemoServer, spawnServer, startDemoServer, stopProcess } from './helpers/demo-server.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server?.dispose());

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

test('the log holds the address and where the answers are, and nothing about requests', async () => {
  await get('/s/your-team-role?secret=1');
  expect(server.output()).toMatch(/^(?:Answers are kept in \S+\nPeerscale demo: http:\/\/127\.0\.0\.1:\d+\/\n)+$/);
});

test('a taken port gives way to the next free one, and it says so', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const taken = (holder.address() as { port: number }).port;
  const second = spawnServer({ PORT: String(taken), PEERSCALE_DATABASE: `${server.database}.second` });
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

test.each([
  [{ PORT: 'eighty' }, 2, /^PORT must be a whole number from 0 to 65535, not "eighty"\.\n$/],
  [{ PORT: '70000' }, 2, /^PORT must be .*"70000"\.\n$/],
  [{ HOST: 'not a host' }, 2, /^HOST must be .*"not a host"\.\n$/],
  [{ PEERSCALE_DATABASE: ' ' }, 2, /^PEERSCALE_DATABASE must be .*" "\.\n$/],
  [{ PORT: '-1', HOST: '' }, 2, /^PORT must be .*\nHOST must be .*\n$/],
  [{ PORT: '0', PEERSCALE_DATABASE: '/dev/null/peerscale.sqlite' }, 1, /^[^\n]*\/dev\/null[^\n]*\n$/],
  [{ PORT: '0', HOST: '192.0.2.1', PEERSCALE_DATABASE: ':memory:' }, 1, /^[^\n]*192\.0\.2\.1[^\n]*\n$/],
])('wrong settings %j end with code %i and one line each', async (env, code, message) => {
  const wrong = spawnServer(env);
  let printed = '';
  wrong.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  await once(wrong, 'close');
  expect([wrong.exitCode, printed]).toEqual([code, expect.stringMatching(message)]);
});
