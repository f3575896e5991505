import { once } from 'node:events';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCollector } from '../create-collector.ts';
import { openStore } from '../store/open-store.ts';
import { teaCatalogue, teaRecord, teaStudy } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { addOperations } from './add-operations.ts';
import { listen } from './listen.ts';
import { openLog } from './log.ts';
import { type Environment, readServerSettings } from './read-settings.ts';
import { cutSlowClients } from './slow-clients.ts';
import { type StartOptions, startServer } from './start-server.ts';
import { watchRequests } from './watch-requests.ts';

function settings(environment: Environment = {}) {
  const checked = readServerSettings({ PORT: '0', DATABASE_URL: ':memory:', ...environment }, '/');
  if (!checked.success) throw new Error(checked.problems.join());
  return checked.value;
}

async function start(environment: Environment = {}, options: Partial<StartOptions> = {}) {
  const lines: string[] = [];
  let arrived = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const log = openLog({ format: 'json', out: (line) => lines.push(line) });
  const server = await startServer(settings(environment), {
    log,
    createApp: async (room) => {
      const app = new Hono();
      app.use(watchRequests(room));
      app.use((_, next) => {
        arrived++;
        return next();
      });
      addOperations(app, room);
      app.get('/quick/:secret', (c) => c.text('done'));
      // an answer that takes as long as the test wants
      app.get('/slow', async (c) => {
        await released;
        return c.text('done');
      });
      app.get('/broken/:secret', () => {
        throw Object.assign(new TypeError('SECRET-MESSAGE'), { code: 'E_BROKEN' });
      });
      app.onError((error, c) => {
        room.onInternalError(error);
        return c.text('failed', 500);
      });
      if ((await room.store.study(teaStudy.id)) === undefined) await room.store.createStudy(teaStudy);
      return app.route('/api', createCollector({ ...room, catalogue: teaCatalogue }));
    },
    ...options,
  });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= server.stop());
  onTestFinished(stop);
  return { ...server, stop, lines, arrived: () => arrived, release };
}

describe('a server', () => {
  test('prints its set-up link until there is an owner', async () => {
    const { lines, origin, port } = await start();
    expect(origin).toBe(`http://localhost:${port}`);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'set-up', link: expect.stringMatching(new RegExp(`^${origin}/set-up#\\S{43}$`)) },
    ]);
  });

  test('answers 503 until it is ready, and is healthy meanwhile', async () => {
    const { server, port } = await listen('127.0.0.1', 0);
    onTestFinished(() => void server.close());
    const asked = await fetch(`http://127.0.0.1:${port}/api/studies`);
    expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  });

  test('lets go of its port and its file where the application cannot be made', async () => {
    const file = temporaryFile();
    const failing = start({ DATABASE_URL: file }, { createApp: () => Promise.reject(new Error('no pages')) });
    await expect(failing).rejects.toThrow('no pages');
    await (await openStore(file)).close();
  });

  test('refuses a folder for letters that cannot be written, before anybody is invited, and lets go of its file', async () => {
    const file = temporaryFile();
    writeFileSync(file, 'no folder');
    const folder = join(file, 'letters');
    await expect(start({ PEERSCALE_MAIL_FOLDER: folder })).rejects.toThrow(
      `PEERSCALE_MAIL_FOLDER: letters cannot be written to ${folder} (ENOTDIR).`,
    );
    // a folder that is not there yet is made, for its owner alone
    const made = join(dirname(file), 'post', 'letters');
    await start({ PEERSCALE_MAIL_FOLDER: made });
    expect(statSync(made).mode & 0o777).toBe(0o700);
    expect(readdirSync(made)).toEqual([]);
    if (process.getuid?.() !== 0) {
      chmodSync(made, 0o500);
      await expect(start({ PEERSCALE_MAIL_FOLDER: made })).rejects.toThrow('(EACCES)');
    }
    // with a mail server no folder is asked for
    const smtp = { PEERSCALE_SMTP_URL: 'smtp://localhost:1', PEERSCALE_MAIL_FROM: 'a@b.example' };
    await start({ ...smtp, PEERSCALE_MAIL_FOLDER: folder });
  });

  test('stops without losing what was asked before: the answer arrives, the record is in the file', async () => {
    const file = temporaryFile();
    const { port, stop, origin, arrived, release } = await start({ DATABASE_URL: file });
    const slow = fetch(`${origin}/slow`).then((response) => response.text());
    const post = fetch(`${origin}/api/studies/${teaStudy.id}/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(teaRecord()),
    });
    await expect.poll(arrived, { interval: 1, timeout: 10_000 }).toBe(2);
    const stopped = stop();
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
    release();
    expect([await slow, (await post).status]).toEqual(['done', 201]);
    await stopped;
    const store = await openStore(file);
    expect(await store.records(teaStudy.id)).toHaveLength(1);
    await store.close();
  });

  test('begins its regular work by itself, and finishes it before the database is closed', async () => {
    const seen: string[] = [];
    let begun = false;
    const { stop } = await start(
      {},
      {
        jobs: ({ store }) => [
          {
            name: 'slow',
            run: async () => {
              begun = true;
              await new Promise((resolve) => setTimeout(resolve, 200));
              seen.push(String((await store.studies()).length));
            },
          },
        ],
      },
    );
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(true);
    await stop();
    expect(seen).toEqual(['1']);
  });
});

test('the log has a line a request and nothing that a request brought along', async () => {
  const { lines, origin, stop } = await start();
  const secret = { headers: { 'User-Agent': 'SECRET', Cookie: 'peerscale=SECRET', 'X-Forwarded-For': 'SECRET' } };
  await fetch(`${origin}/quick/SECRET?SECRET=SECRET`, secret);
  await fetch(`${origin}/broken/SECRET`, secret);
  await fetch(`${origin}/api/studies/SECRET`, secret);
  await fetch(`${origin}/api/accounts/SECRET`, { ...secret, method: 'PATCH' });
  await fetch(`${origin}/SECRET`, secret);
  await fetch(`${origin}/api/invitations/SECRET`, secret);
  const record = { ...teaRecord(), locale: 'SECRET' };
  const json = { ...secret.headers, 'Content-Type': 'application/json' };
  await fetch(`${origin}/api/studies/${teaStudy.id}/responses`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(record),
  });
  await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: '{"email":"SECRET","password":"SECRET"}',
  });
  const odd = request(`${origin}/quick/1`, { method: 'REPORT' }).end();
  await once(odd, 'response');
  odd.destroy();
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  await stop();
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const requests = parsed.filter(({ event }) => event === 'request');
  expect(requests.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
    'GET /quick/:secret 200',
    'GET /broken/:secret 500',
    'GET /api/studies/:study 401',
    'PATCH /api/accounts/:account 403',
    'GET /* 404',
    'POST /api/session 403',
    'REPORT /* 404',
    'GET /metrics 200',
  ]);
  expect(parsed.find(({ event }) => event === 'request-failed')).toMatchObject({
    reason: expect.stringMatching(/^TypeError E_BROKEN at /),
  });
  expect(lines.join('')).not.toMatch(/SECRET|127\.0\.0\.1|::1|@/);
  expect(metrics).toContain('{route="/api/studies/:study/responses",method="POST",status="422"} 1');
  expect(metrics).toContain('{route="/api/invitations/:secret",method="GET",status="410"} 1');
  expect(metrics).not.toMatch(/SECRET|127\.0\.0\.1|REPORT/);
  expect(metrics).not.toContain(teaStudy.id);
});

describe('slow clients', () => {
  const head = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n';

  test.each([
    ['a head that never ends', head, 'X-More: 1\r\n'],
    ['a body that never ends', `${head}\r\n{"a":`, ' '],
  ])('%s is cut, and others are answered meanwhile', async (_, said, more) => {
    const { server, port, serve } = await listen('127.0.0.1', 0);
    cutSlowClients(server, { headers: 300, request: 300 });
    serve(async (asked) => {
      if (asked.method === 'POST') await asked.text();
      return new Response('answered');
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.write(said);
    // what is still said while it is cut off meets nobody
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const drip = setInterval(() => socket.writable && socket.write(more), 100);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('answered');
    await closed;
    clearInterval(drip);
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('a server that is started has these limits', async () => {
    const { server } = await listen('127.0.0.1', 0);
    onTestFinished(() => void server.close());
    const { headersTimeout, requestTimeout, keepAliveTimeout, maxHeadersCount } = server;
    expect([headersTimeout, requestTimeout, keepAliveTimeout, maxHeadersCount]).toEqual([10_000, 30_000, 5_000, 100]);
  });
});
