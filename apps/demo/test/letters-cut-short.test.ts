import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addressOf, spawnServer, stopProcess } from './helpers/demo-server.ts';
import { startSlowMailServer } from './helpers/slow-mail-server.ts';
import { type Staff, setUp, signIn } from './helpers/staff.ts';

interface Sent {
  readonly sent: number;
  readonly failed: readonly number[];
  readonly unsure: readonly number[];
}

const work = (id: string) => ({ kind: 'instrument', id, instrument: id, version: '1.0.0' });

/** An open study with a wave that has started. */
async function openWave(owner: Staff): Promise<string> {
  const { study } = await owner.ask<{ study: { id: string } }>(
    'POST',
    '/studies',
    { title: { en: 'Cut short' }, locales: ['en'] },
    201,
  );
  const path = `/studies/${study.id}`;
  await owner.ask('PUT', `${path}/teams/red`, { name: 'Red ward', parent: null, setting: null });
  const plan = { format: 'peerscale/form-plan@1', id: 'short', version: '1.0.0', parts: [work('work-burnout')] };
  await owner.ask('PUT', `${path}/groups/staff`, { name: 'Staff', plan });
  await owner.ask('POST', `${path}/open`, {});
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  const wave = { name: 'Now', opensOn: day(0), closesOn: day(7) };
  const { wave: made } = await owner.ask<{ wave: { id: string } }>('POST', `${path}/waves`, wave, 201);
  await owner.ask('POST', `${path}/waves/${made.id}/start`, {});
  return `${path}/waves/${made.id}`;
}

test('a server that is killed in the middle of a list of letters: who asks again has the rest sent, and nobody gets two', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-letters-'));
  const mail = await startSlowMailServer(7);
  const start = async (port: string) => {
    const server = spawnServer({
      PORT: port,
      DATABASE_URL: join(folder, 'answers.sqlite'),
      PEERSCALE_SMTP_URL: mail.url,
      PEERSCALE_MAIL_FROM: 'survey@ward.example',
      PEERSCALE_DEMONSTRATION: '0',
    });
    let printed = '';
    const origin = await addressOf(server, (text) => {
      printed += text;
    });
    return { server, origin, setUpLink: () => /http\S+\/set-up#\S+/.exec(printed)?.[0] };
  };
  let { server, ...running } = await start('0');
  onTestFinished(async () => {
    await stopProcess(server);
    await mail.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const owner = await setUp(running);
  const wave = await openWave(owner);
  const addresses = Array.from({ length: 20 }, (_, at) => `p${at}@ward.example`);
  const key = randomUUID();
  const post = async (staff: Staff) => {
    const { csrf } = await staff.ask<{ csrf: string }>('GET', '/session');
    return fetch(`${running.origin}/api${wave}/letters`, {
      method: 'POST',
      headers: {
        Origin: running.origin,
        Cookie: staff
          .cookies()
          .map(({ name, value }) => `${name}=${value}`)
          .join('; '),
        'Content-Type': 'application/json',
        'X-CSRF-Token': csrf,
        'Idempotency-Key': `"${key}"`,
      },
      body: JSON.stringify({ team: 'red', group: 'staff', locale: 'en', addresses }),
    });
  };
  const lost = post(owner).catch(() => 'lost');
  await expect.poll(() => mail.taken.length, { timeout: 20_000 }).toBe(7);
  // four more are on their way
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const again = await post(owner);
  expect([again.status, again.headers.get('Retry-After')]).toEqual([409, '5']);
  server.kill('SIGKILL');
  await once(server, 'exit');
  expect(await lost).toBe('lost');
  mail.letGo();

  ({ server, ...running } = await start(new URL(running.origin).port));
  const same = await signIn(running);
  let answer = await post(same);
  // until the promise of the killed process has run out
  while (answer.status === 409 && answer.headers.has('Retry-After')) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    answer = await post(same);
  }
  expect(answer.status).toBe(200);
  const result = (await answer.json()) as Sent;
  expect(result.failed).toEqual([]);
  expect(result.unsure).toHaveLength(4);
  expect(result.sent).toBe(16);
  // those of whom it is not known may have got theirs; nobody got two
  const unsure = result.unsure.map((place) => addresses[place]!);
  expect(new Set(mail.taken).size).toBe(mail.taken.length);
  expect(new Set([...mail.taken, ...unsure])).toEqual(new Set(addresses));
  expect(await (await post(same)).json()).toEqual(result);
  const { cells } = await same.ask<{ cells: { expected: number | null }[] }>('GET', wave);
  expect(cells.map(({ expected }) => expected)).toEqual([16]);
});
