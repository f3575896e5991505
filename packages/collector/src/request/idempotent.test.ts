import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Letter } from '../invitations/mail-transport.ts';
import { type Ward, wardStudy } from '../studies/test/ward-study.ts';
import { testEngines } from '../test/engines.ts';
import { problemOf } from '../test/tea-collector.ts';

const DAY = 24 * 3_600_000;
const letters = { team: 'red', group: 'staff', locale: 'en', addresses: ['eve@ward3.example', 'ada@ward3.example'] };
const cells = { cells: [{ team: 'red', group: 'staff', count: 3 }] };
const sentTo = (sent: number, rest: { failed?: number[]; unsure?: number[] } = {}) => ({
  sent,
  failed: [],
  unsure: [],
  ...rest,
});
const study = { title: { en: 'Coffee' }, locales: ['en'] };

describe.each(testEngines())('asking again in %s', (_, engine) => {
  async function ward(mail?: (letter: Letter) => Promise<void>) {
    const made: Ward = await wardStudy(await engine.storeAddress(), mail === undefined ? {} : { mail });
    const wave = await made.startWave();
    const { db } = made.server.access.store;
    const count = async (table: 'study' | 'token' | 'link' | 'idempotency_key') =>
      (await db.selectFrom(table).selectAll().execute()).length;
    const waves = `/studies/${made.study}/waves/${wave}`;
    const post = (path: string, body: unknown, key: string | undefined, from = made.owner) =>
      from.send('POST', path, body, { 'Idempotency-Key': key });
    /** As a process leaves a run that ended, or is believed to be there until then. */
    const leftBy = (until: number, reached: string | null) =>
      db
        .updateTable('idempotency_key')
        .set({ answer: JSON.stringify({ until, reached }) })
        .execute();
    const code = async (response: Response) =>
      [response.status, (await problemOf(response)).type.replace('urn:peerscale:problem:', '')] as const;
    return { ...made, wave, waves, count, post, code, db, leftBy };
  }

  test('letters are sent once, and the answer is the same', async () => {
    const { post, waves, letters: sent, count } = await ward();
    const key = `"${randomUUID()}"`;
    const first = await post(`${waves}/letters`, letters, key);
    const again = await post(`${waves}/letters`, letters, key);
    expect([first.status, await first.json()]).toEqual([200, sentTo(2)]);
    expect([again.status, await again.json()]).toEqual([200, sentTo(2)]);
    expect([sent.length, await count('token')]).toEqual([2, 2]);
    // without quotes it is the same key; another one, or none, is another request
    await post(`${waves}/letters`, letters, key.slice(1, -1));
    expect(sent).toHaveLength(2);
    await post(`${waves}/letters`, letters, randomUUID());
    await post(`${waves}/letters`, letters, undefined);
    expect(sent).toHaveLength(6);
  });

  test('two at the same moment: one sends, the other is told to wait', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const sent: string[] = [];
    const { post, waves, code, server } = await ward(async ({ to }) => {
      await gate;
      sent.push(to);
    });
    const key = randomUUID();
    const first = post(`${waves}/letters`, letters, key);
    await expect
      .poll(async () => code(await post(`${waves}/letters`, letters, key)))
      .toEqual([409, 'idempotency-unfinished']);
    // the clock of this process does not end what it knows to be under way
    server.pass(3_600_000);
    const early = await post(`${waves}/letters`, letters, key);
    expect([early.status, early.headers.get('Retry-After')]).toEqual([409, '5']);
    go();
    expect((await first).status).toBe(200);
    expect(sent.sort()).toEqual(['ada@ward3.example', 'eve@ward3.example']);
    expect(await (await post(`${waves}/letters`, letters, key)).json()).toEqual(sentTo(2));
  });

  test('letters that another process is sending are waited for, and where it ended the rest of them is sent', async () => {
    const { post, waves, code, letters: sent, count, leftBy, server } = await ward();
    const addresses = Array.from({ length: 9 }, (_, at) => `p${at}@ward3.example`);
    const list = { ...letters, addresses };
    const key = randomUUID();
    await post(`${waves}/letters`, list, key);
    sent.length = 0;
    await leftBy(server.access.now() + 20_000, '+++-??...');
    const early = await post(`${waves}/letters`, list, key);
    expect([early.status, early.headers.get('Retry-After')]).toEqual([409, '5']);
    expect(sent).toEqual([]);
    server.pass(20_000);
    const tokens = await count('token');
    const answer = await post(`${waves}/letters`, list, key);
    expect([answer.status, await answer.json()]).toEqual([200, sentTo(6, { failed: [3], unsure: [4, 5] })]);
    expect(sent.map(({ to }) => to).sort()).toEqual(addresses.slice(6));
    expect(await count('token')).toBe(tokens + 3);
    // each with a link that opens
    for (const { text } of sent) {
      const secret = /#([\w-]{43})/.exec(text)![1]!;
      expect((await server.browser().send('GET', `/invitations/${secret}`)).status).toBe(200);
    }
    const again = await post(`${waves}/letters`, list, key);
    expect(await again.json()).toEqual(sentTo(6, { failed: [3], unsure: [4, 5] }));
    expect(sent).toHaveLength(3);
    // of a body that is another nothing is told
    await leftBy(0, '.........');
    expect(await code(await post(`${waves}/letters`, letters, key))).toEqual([422, 'idempotency-key-reused']);
    // nothing was begun: all of them
    sent.length = 0;
    expect(await (await post(`${waves}/letters`, list, key)).json()).toEqual(sentTo(9));
    expect(sent).toHaveLength(9);
  });

  test('of several who go on with what was left one does, and one who was thought dead sends no further letter', async () => {
    let stall: Promise<void> | undefined;
    const sent: string[] = [];
    const { post, waves, leftBy, db, server } = await ward(async ({ to }) => {
      sent.push(to);
      await stall;
    });
    const stored = async () => {
      const { answer } = await db.selectFrom('idempotency_key').select('answer').executeTakeFirstOrThrow();
      return JSON.parse(answer!) as unknown;
    };
    const addresses = Array.from({ length: 12 }, (_, at) => `p${at}@ward3.example`);
    const list = { ...letters, addresses };
    const key = randomUUID();
    await post(`${waves}/letters`, list, key);
    await leftBy(0, '+'.repeat(6) + '.'.repeat(6));
    sent.length = 0;
    let go = () => {};
    const holdUp = () => {
      stall = new Promise<void>((resolve) => {
        go = resolve;
      });
    };
    holdUp();
    const statuses: number[] = [];
    const posts = [1, 2, 3].map(async () => statuses.push((await post(`${waves}/letters`, list, key)).status));
    await expect.poll(() => statuses).toEqual([409, 409]);
    go();
    await Promise.all(posts);
    expect(statuses).toEqual([409, 409, 200]);
    expect(sent.sort()).toEqual(addresses.slice(6).sort());

    holdUp();
    sent.length = 0;
    await leftBy(0, '.'.repeat(12));
    const stalled = post(`${waves}/letters`, list, key);
    await expect.poll(() => sent.length).toBe(4);
    // each is known to have been begun before it is sent
    expect(await stored()).toMatchObject({ reached: '........????' });
    // another process has taken it over, and sent the rest
    await leftBy(server.access.now() + 20_000, '........++++');
    go();
    expect(await (await stalled).json()).toMatchObject({ type: 'urn:peerscale:problem:idempotency-unfinished' });
    expect(sent).toHaveLength(4);
    expect(await stored()).toMatchObject({ reached: '........++++' });
  });

  test('what was begun by an earlier version, or cannot be gone on with, is said to be unknown', async () => {
    const { post, waves, code, db, letters: sent, count, leftBy } = await ward();
    const key = randomUUID();
    await post(`${waves}/letters`, letters, key);
    await db.updateTable('idempotency_key').set({ answer: null }).execute();
    expect(await code(await post(`${waves}/letters`, letters, key))).toEqual([409, 'idempotency-unknown']);
    expect(sent).toHaveLength(2);
    await db.deleteFrom('idempotency_key').execute();
    for (const [path, body, table] of [
      ['/studies', study, 'study'],
      [`${waves}/tokens`, cells, 'token'],
      [`${waves}/links`, {}, 'link'],
    ] as const) {
      await post(path, body, key);
      await leftBy(0, null);
      const before = await count(table);
      expect(await code(await post(path, body, key))).toEqual([409, 'idempotency-unknown']);
      expect(await count(table)).toBe(before);
      await db.deleteFrom('idempotency_key').execute();
    }
  });

  test('letters whose answer failed after they were sent are not sent again, and asking again tells the truth', async () => {
    const sent: string[] = [];
    let fail = async () => {};
    const { post, waves, server } = await ward(async ({ to }) => {
      sent.push(to);
      await fail();
    });
    const { store } = server.access;
    const rename = (from: string, to: string) =>
      store.write((trx) => trx.schema.alterTable(from).renameTo(to).execute());
    fail = async () => {
      fail = async () => {};
      // the tokens of letters that were not sent cannot be taken back
      await rename('token', 'gone');
      throw new Error('this one was not sent');
    };
    const key = randomUUID();
    await expect(post(`${waves}/letters`, letters, key)).rejects.toThrow(/token/);
    expect(sent).toHaveLength(2);
    await rename('gone', 'token');
    const failed = [letters.addresses.indexOf(sent[0]!)];
    expect(await (await post(`${waves}/letters`, letters, key)).json()).toEqual(sentTo(1, { failed }));
    expect(sent).toHaveLength(2);
  });

  test('letters whose answer could not be kept are counted and written down once', async () => {
    let count = 0;
    let after = () => {};
    const { post, waves, server, db } = await ward(async () => {
      count += 1;
      if (count === 2) after();
    });
    const { store } = server.access;
    const { write } = store;
    after = () => {
      let writes = 0;
      // the first one counts them, the second one keeps the answer
      store.write = (work) => (++writes === 2 ? Promise.reject(new Error('The disk is full.')) : write(work));
    };
    const key = randomUUID();
    await expect(post(`${waves}/letters`, letters, key)).rejects.toThrow('The disk is full.');
    store.write = write;
    server.pass(20_000);
    expect(await (await post(`${waves}/letters`, letters, key)).json()).toEqual(sentTo(2));
    expect(count).toBe(2);
    const lines = await db.selectFrom('audit').select('detail').where('action', '=', 'letters-sent').execute();
    expect(lines.map(({ detail }) => JSON.parse(detail) as unknown)).toMatchObject([{ sent: 2, failed: 0 }]);
    const cell = db.selectFrom('wave_cell').select('expected').where('team_id', '=', 'red');
    expect(await cell.where('group_id', '=', 'staff').execute()).toEqual([{ expected: 2 }]);
  });

  test('a study is made once, and told as it is now; one that was erased is not made anew', async () => {
    const { post, count, owner, code } = await ward();
    const before = await count('study');
    const key = randomUUID();
    const first = await post('/studies', study, key);
    const made = (await first.json()) as { study: { id: string } };
    const again = await post('/studies', study, key);
    expect([again.status, again.headers.get('Location')]).toEqual([201, first.headers.get('Location')]);
    expect(await again.json()).toEqual(made);
    expect(await count('study')).toBe(before + 1);
    expect((await owner.send('DELETE', `/studies/${made.study.id}`, {})).status).toBe(204);
    expect(await code(await post('/studies', study, key))).toEqual([409, 'idempotency-shown-once']);
    expect(await count('study')).toBe(before);
  });

  test.each([
    ['tokens', cells, 'token', 3],
    ['links', {}, 'link', 1],
  ] as const)(
    '%s are made once, and what opens them is neither shown again nor kept',
    async (path, body, table, made) => {
      const { post, waves, code, count, db } = await ward();
      const key = randomUUID();
      const first = await post(`${waves}/${path}`, body, key);
      expect(first.status).toBe(201);
      const secrets = [...(await first.text()).matchAll(/#([\w-]{43})/g)].map(([, secret]) => secret!);
      expect(secrets.length).toBeGreaterThanOrEqual(made);
      expect(await code(await post(`${waves}/${path}`, body, key))).toEqual([409, 'idempotency-shown-once']);
      expect(await count(table)).toBe(made);
      const kept = JSON.stringify(await db.selectFrom('idempotency_key').selectAll().execute());
      for (const secret of [...secrets, key]) expect(kept.includes(secret)).toBe(false);
    },
  );

  test('neither an address of a letter nor anything that could be compared with one is kept', async () => {
    const { post, waves, db } = await ward();
    const [one, other] = [randomUUID(), randomUUID()];
    await post(`${waves}/letters`, letters, one);
    await post(`${waves}/letters`, letters, other);
    const rows = await db.selectFrom('idempotency_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/@|eve|ada@|red|staff/);
    // the same addresses have another fingerprint under another key
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('another body, another account, another address, another day', async () => {
    const { post, waves, code, server, organisation, letters: sent, count } = await ward();
    const key = randomUUID();
    await post(`${waves}/letters`, letters, key);
    const other = { ...letters, addresses: ['bob@ward3.example'] };
    expect(await code(await post(`${waves}/letters`, other, key))).toEqual([422, 'idempotency-key-reused']);
    expect(sent).toHaveLength(2);
    const { email } = await server.addAccount(organisation, 'analyst');
    const analyst = server.browser();
    await analyst.signIn(email);
    expect((await post(`${waves}/letters`, other, key, analyst)).status).toBe(200);
    expect((await post('/studies', study, key)).status).toBe(201);
    expect(sent).toHaveLength(3);
    expect(await count('idempotency_key')).toBe(3);
    server.pass(DAY);
    await analyst.signIn(email);
    expect((await post(`${waves}/letters`, letters, key, analyst)).status).toBe(200);
    expect([sent.length, await count('idempotency_key')]).toEqual([5, 1]);
  });

  test('what failed is forgotten, so that it can be asked for again', async () => {
    const { post, waves, count, owner, letters: sent } = await ward();
    const key = randomUUID();
    for (const wrong of [{ ...letters, group: 'nobody' }, { ...letters, addresses: ['x'] }, {}]) {
      expect((await post(`${waves}/letters`, wrong, key)).status).toBe(422);
    }
    expect(await count('idempotency_key')).toBe(0);
    expect((await post(`${waves}/letters`, letters, key)).status).toBe(200);
    expect(sent).toHaveLength(2);
    for (const malformed of [
      '',
      'short',
      '"no end',
      `"${'a'.repeat(256)}"`,
      'ř'.repeat(16),
      '"a\\"aaaaaaaaaaaaaaaa"',
    ]) {
      const asked = owner.send('POST', `${waves}/letters`, letters, { 'Idempotency-Key': encodeURI(malformed) });
      expect([malformed, (await asked).status]).toEqual([malformed, 422]);
    }
    expect(sent).toHaveLength(2);
  });
});
