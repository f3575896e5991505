import { expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { auditOf, testHospital } from '../test/test-hospital.ts';
import { PASSWORD } from '../test/test-server.ts';

test.each(testEngines())(
  'neither the log nor any table of %s holds a password, a link, a cookie, a token or an address of a client',
  async (_, engine) => {
    const server = await testHospital(await engine.storeAddress());
    const { hana, browser, letters, access, owner } = server;
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
    const log = JSON.stringify(await auditOf(server));
    for (const personal of [owner.email, 'p@ward3.example', 'The owner'])
      expect(log.includes(personal), personal).toBe(false);
  },
);
