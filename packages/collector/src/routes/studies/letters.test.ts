import { describe, expect, test } from 'vitest';
import { wardStudy } from '../../studies/test/ward-study.ts';
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
