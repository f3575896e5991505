import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { testHospital } from '../test/test-hospital.ts';

describe.each(testEngines())('the audit log in %s', (_, engine) => {
  const hospital = async () => testHospital(await engine.storeAddress());

  test('the audit log is read in pieces, without what another organisation did, and verified', async () => {
    const { hana, browser, addOrganisation, addAccount, access } = await hospital();
    const stranger = await addAccount(await addOrganisation('Other House'), 'owner');
    for (let count = 0; count < 3; count++) await browser().signIn(stranger.email);
    for (let count = 0; count < 70; count++) {
      const one = browser(`198.51.100.${count}`);
      expect((await one.signIn('hana@ward3.example')).status).toBe(201);
      await one.send('DELETE', '/session');
    }
    await access.settled();
    const seen: { sequence: number; account: string }[] = [];
    for (let before = ''; before !== 'null'; ) {
      const answer = await hana.send('GET', `/audit?before=${before}`);
      const page = (await answer.json()) as { entries: typeof seen; next: number | null };
      seen.push(...page.entries);
      before = String(page.next);
    }
    expect(seen).toHaveLength(141);
    expect(seen.map(({ account }) => account)).not.toContain(stranger.id);
    const sequences = seen.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => b - a));
    const verified = (await (await hana.send('GET', '/audit/verification')).json()) as { head: { hash: string } };
    expect(verified).toMatchObject({ intact: true, head: { sequence: 144 } });
    const query = (sequence: number, hash: string) =>
      hana.send('GET', `/audit/verification?sequence=${sequence}&hash=${hash}`);
    expect(await (await query(144, verified.head.hash)).json()).toMatchObject({ intact: true });
    expect(await (await query(144, 'f'.repeat(64))).json()).toEqual({ intact: false, entry: 144, reason: 'cut-off' });
    expect((await query(144, 'nonsense')).status).toBe(422);
  });
});
