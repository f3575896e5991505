import { describe, expect, test } from 'vitest';
import type { Cell } from '../../model/wave.ts';
import type { StudyResults } from '../../results/results-types.ts';
import { answerWave } from '../../studies/test/answer-wave.ts';
import { type Ward, type WardOptions, wardStudy } from '../../studies/test/ward-study.ts';
import { testEngines } from '../../test/engines.ts';
import { problemOf } from '../../test/tea-collector.ts';

test('a guest, who is anybody, sends no letters, and makes no tokens; another analyst does', async () => {
  const ward = await wardStudy(':memory:');
  const wave = await ward.startWave();
  const path = `/studies/${ward.study}/waves/${wave}/letters`;
  const letters = { team: 'red', group: 'staff', locale: 'en', addresses: ['eve@ward3.example'] };
  const { access } = ward.server;
  const { id, email } = await ward.server.addAccount(ward.organisation, 'analyst');
  const analyst = ward.server.browser();
  await analyst.signIn(email);

  access.guests.add(id);
  const refused = await problemOf(await analyst.send('POST', path, letters));
  expect(refused).toMatchObject({ status: 403, type: 'urn:peerscale:problem:forbidden' });
  await access.settled();
  expect(ward.letters).toEqual([]);
  expect(await access.store.db.selectFrom('token').selectAll().execute()).toEqual([]);
  const last = await access.store.db
    .selectFrom('audit')
    .select(['action', 'subject', 'account_id', 'organisation_id', 'detail'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .execute();
  expect(last).toEqual([
    {
      action: 'request-refused',
      subject: 'POST /studies/:study/waves/:wave/letters',
      account_id: id,
      organisation_id: ward.organisation,
      detail: '{"reason":"forbidden"}',
    },
  ]);

  access.guests.delete(id);
  expect((await analyst.send('POST', path, letters)).status).toBe(200);
  expect(ward.letters.map(({ to }) => to)).toEqual(['eve@ward3.example']);
});

describe('letters that carry more than an address', () => {
  const letters = { team: 'red', group: 'staff', locale: 'en', addresses: ['eve@ward3.example'] };

  test.each<[string, object]>([
    ['a line break and another header', { addresses: ['eve@ward3.example\r\nBcc: all@evil.example'] }],
    ['only a line feed', { addresses: ['eve@ward3.example\nBcc: all@evil.example'] }],
    ['a line break that is quoted', { addresses: ['"eve\r\nBcc: all"@ward3.example'] }],
    ['a list in one address', { addresses: ['eve@ward3.example, all@evil.example'] }],
    ['a name before it', { addresses: ['Eve <eve@ward3.example>'] }],
    ['an encoded word', { addresses: ['=?utf-8?q?eve=0D=0ABcc:=20all?=@ward3.example'] }],
    ['a separator of Unicode', { addresses: ['eve\u2028Bcc:all@ward3.example'] }],
    ['NUL', { addresses: ['eve\u0000@ward3.example'] }],
    ['a header in the language', { locale: 'en\r\nBcc: all@evil.example' }],
    ['a header in the team', { team: 'red\r\nBcc: all@evil.example' }],
    ['a header in the group', { group: 'staff\r\nBcc: all@evil.example' }],
    ['a subject of their own', { subject: 'You have won' }],
    ['the same person twice', { addresses: ['eve@ward3.example', 'eve@ward3.example'] }],
    ['more than can be sent at once', { addresses: Array.from({ length: 501 }, (_, n) => `p${n}@ward3.example`) }],
  ])('are not sent, make no token, and leave a line that has nothing of them: %s', async (_, changes) => {
    const ward = await wardStudy(':memory:');
    const { access } = ward.server;
    const wave = await ward.startWave();
    await access.settled();
    const { length } = await access.store.db.selectFrom('audit').select('sequence').execute();
    const path = `/studies/${ward.study}/waves/${wave}/letters`;
    expect((await ward.owner.send('POST', path, { ...letters, ...changes })).status).toBe(422);
    await access.settled();
    expect(ward.letters).toEqual([]);
    expect(await access.store.db.selectFrom('token').selectAll().execute()).toEqual([]);
    const rows = await access.store.db.selectFrom('audit').selectAll().orderBy('sequence').execute();
    expect(rows.slice(length)).toMatchObject([
      {
        action: 'input-refused',
        subject: 'POST /studies/:study/waves/:wave/letters',
        organisation_id: ward.organisation,
        account_id: expect.any(String),
        detail: '{"reason":"invalid-request","status":422}',
      },
    ]);
  });
});

describe.each(testEngines())('who is asked by letters, in %s', (_, engine) => {
  async function lettersTo(options: WardOptions = {}) {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none', ...options });
    const waves = `/studies/${ward.study}/waves`;
    let made = 0;
    const send = (wave: string, people: number, team = 'red', group = 'staff') => {
      const addresses = Array.from({ length: people }, () => `p${++made}@ward3.example`);
      return ward.ask('POST', `${waves}/${wave}/letters`, { team, group, locale: 'en', addresses });
    };
    const expectedIn = async (wave: string) => {
      const { cells } = await ward.ask<{ cells: Cell[] }>('GET', `${waves}/${wave}`);
      return Object.fromEntries(cells.map(({ team, group, expected }) => [`${team} ${group}`, expected]));
    };
    return { ward, waves, send, expectedIn };
  }
  const days = { name: 'Winter', opensOn: '2026-11-20', closesOn: '2026-12-04' };

  test('response rates are of those whom letters were sent to, in as many lists as it takes', async () => {
    const { ward, waves, send, expectedIn } = await lettersTo({
      mail: async ({ to }) => {
        if (/^p[13]@/.test(to)) throw new Error('550 no mailbox');
      },
    });
    const cells = [{ team: 'red', group: 'staff' }];
    const { wave: planned } = await ward.ask<{ wave: { id: string } }>('POST', waves, { ...days, cells }, 201);
    const wave = planned.id;
    expect(await send(wave, 12)).toEqual({ sent: 10, failed: [0, 2], unsure: [] });
    expect(await expectedIn(wave)).toEqual({ 'red staff': 10 });
    await ward.ask('POST', `${waves}/${wave}/start`, {});
    await answerWave(ward, wave, { count: 6, team: 'red' });
    // those who came since
    await send(wave, 2);
    const participation = async () =>
      (await ward.ask<StudyResults>('GET', `/studies/${ward.study}/results`)).participation;
    expect(await participation()).toMatchObject({ expected: 12, responses: { status: 'shown', value: 6 } });
    expect(await sentLines(ward)).toEqual([
      { study: ward.study, team: 'red', group: 'staff', sent: 10, failed: 2 },
      { study: ward.study, team: 'red', group: 'staff', sent: 2, failed: 0 },
    ]);
    // unused links were lost: of the new ones more are for the same people
    await ward.ask('DELETE', `${waves}/${wave}/tokens`, undefined, 204);
    await send(wave, 6);
    expect(await participation()).toMatchObject({ expected: 12 });
    await send(wave, 9);
    expect(await participation()).toMatchObject({ expected: 15 });
  });

  test('a number that somebody wrote stays, and so does that of links that were handed out', async () => {
    const { ward, waves, send, expectedIn } = await lettersTo();
    const cells = [
      { team: 'red', group: 'staff', expected: 30 },
      { team: 'blue', group: 'staff', expected: 2 },
      { team: 'blue', group: 'managers' },
      { team: 'red', group: 'managers', expected: 0 },
    ];
    const { wave } = await ward.ask<{ wave: { id: string } }>('POST', waves, { ...days, cells }, 201);
    await ward.tokens(wave.id, 4, 'blue', 'managers');
    for (const [team, group] of [
      ['red', 'staff'],
      ['blue', 'staff'],
      ['blue', 'managers'],
      ['red', 'managers'],
    ] as const) {
      await send(wave.id, 3, team, group);
      await send(wave.id, 3, team, group);
    }
    expect(await expectedIn(wave.id)).toEqual({
      'red staff': 30,
      'blue staff': 2,
      'blue managers': 4,
      'red managers': 0,
    });
  });

  test('letters of a wave that is planned for everybody count when it starts, and go on counting', async () => {
    const { ward, waves, send, expectedIn } = await lettersTo();
    const { wave } = await ward.ask<{ wave: { id: string } }>('POST', waves, days, 201);
    await send(wave.id, 4);
    await send(wave.id, 3);
    expect(await expectedIn(wave.id)).toEqual({});
    await ward.ask('POST', `${waves}/${wave.id}/start`, {});
    expect(await expectedIn(wave.id)).toMatchObject({ 'red staff': 7, 'blue staff': null });
    await send(wave.id, 2);
    await send(wave.id, 5, 'blue');
    expect(await expectedIn(wave.id)).toMatchObject({ 'red staff': 9, 'blue staff': 5, 'red managers': null });
  });
});

async function sentLines({ server }: Ward) {
  const rows = await server.access.store.db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'letters-sent')
    .orderBy('sequence')
    .execute();
  return rows.map(({ detail }) => JSON.parse(detail) as unknown);
}
