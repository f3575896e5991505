import { expect, test } from 'vitest';
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
