import { describe, expect, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { problemOf } from '../../test/tea-collector.ts';
import { actionsOf, codeOf, secretOf, session, testHospital } from '../test/test-hospital.ts';
import { type Browser, ORIGIN, PASSWORD } from '../test/test-server.ts';

/** Makes a study with teams, which leads may be given. */
async function studyWithTeams(browser: Browser, ...ids: string[]): Promise<void> {
  const made = await browser.send('POST', '/studies', { title: { en: 'Tea' }, locales: ['en'] });
  const { study } = (await made.json()) as { study: { id: string } };
  const teams = ids.map((id) => ({ id, name: id }));
  expect((await browser.send('POST', `/studies/${study.id}/teams`, { teams })).status).toBe(200);
}

describe.each(testEngines())('accounts in %s', (_, engine) => {
  const hospital = async () => testHospital(await engine.storeAddress());

  test('somebody is invited, sets a password by the link, and has the role', async () => {
    const server = await hospital();
    const { hana, browser, letters, access } = server;
    await studyWithTeams(hana, 'red');
    const invited = await hana.send('POST', '/accounts', {
      email: 'Petr@Ward3.Example',
      name: 'Petr Malý',
      role: 'lead',
      team: 'red',
      locale: 'cs',
    });
    expect(invited.status).toBe(201);
    const { account, link } = (await invited.json()) as { account: { id: string }; link: string };
    expect(account).toMatchObject({ email: 'petr@ward3.example', role: 'lead', team: 'red' });
    expect(link).toMatch(new RegExp(`^${ORIGIN}/join#[\\w-]{43}$`));
    await access.settled();
    expect(letters[0]).toMatchObject({ purpose: 'invite', email: 'petr@ward3.example', url: link, locale: 'cs' });
    const petr = browser();
    expect((await petr.signIn('petr@ward3.example')).status).toBe(401);
    const use = (secret: string) => petr.send('POST', '/account/password', { link: secret, password: PASSWORD });
    expect((await use(secretOf(link))).status).toBe(204);
    expect((await use(secretOf(link))).status).toBe(410);
    expect((await petr.signIn('petr@ward3.example')).status).toBe(201);
    expect(await (await petr.send('GET', '/session')).json()).toMatchObject({
      account: { role: 'lead', teamId: 'red', name: 'Petr Malý' },
    });
    expect(await (await hana.send('GET', '/accounts')).json()).toEqual({
      accounts: expect.arrayContaining([
        expect.objectContaining({ email: 'petr@ward3.example', joined: true, disabled: false }),
      ]),
      next: null,
    });
    const log = await actionsOf(server);
    expect(log).toContain('account-created {"role":"lead","team":"red"}');
    expect(log).toContain('password-changed {"by":"invite"}');
  });

  test('a lead has a team of a study of the own organisation, and no misspelled one', async () => {
    const { hana, ward, addAccount, addOrganisation, browser } = await hospital();
    await studyWithTeams(hana, 'red');
    const other = browser();
    await other.signIn((await addAccount(await addOrganisation('Other House'), 'owner')).email);
    await studyWithTeams(other, 'green');
    const lead = (team: string) => ({ email: 'p@ward3.example', name: 'P', role: 'lead', team, locale: 'en' });
    const fault = { status: 422, errors: [{ path: 'team', code: 'unknown-team' }] };
    for (const team of ['rde', 'green']) {
      expect(await problemOf(await hana.send('POST', '/accounts', lead(team)))).toMatchObject(fault);
    }
    const { id } = await addAccount(ward, 'viewer');
    const patch = (team: string) => hana.send('PATCH', `/accounts/${id}`, { role: 'lead', team });
    expect(await problemOf(await patch('rde'))).toMatchObject(fault);
    expect((await patch('red')).status).toBe(204);
    // whose team is no more keeps the account as it is
    const gone = await addAccount(ward, 'lead', { team: 'former' });
    expect((await hana.send('PATCH', `/accounts/${gone.id}`, { name: 'Q', team: 'former' })).status).toBe(204);
    expect((await hana.send('POST', '/accounts', lead('red'))).status).toBe(201);
  });

  test('an e-mail address is one account', async () => {
    const { hana, owner } = await hospital();
    const body = { email: owner.email.toUpperCase(), name: 'Other', role: 'viewer', locale: 'en' };
    expect(await codeOf(await hana.send('POST', '/accounts', body))).toBe('email-taken');
  });

  test('a later link ends the earlier one, and a link of an invitation can be made again', async () => {
    const { hana, browser } = await hospital();
    const invite = { email: 'p@ward3.example', name: 'P', role: 'viewer', locale: 'en' };
    const { account, link } = (await (await hana.send('POST', '/accounts', invite)).json()) as {
      account: { id: string };
      link: string;
    };
    const again = (await (await hana.send('POST', `/accounts/${account.id}/reset`)).json()) as { link: string };
    expect(again.link).toContain('/join#');
    const use = async (url: string) =>
      (await browser().send('POST', '/account/password', { link: secretOf(url), password: PASSWORD })).status;
    expect(await use(link)).toBe(410);
    expect(await use(again.link)).toBe(204);
  });

  test('a link that was open when an account was disabled stays closed when it is enabled again', async () => {
    const { hana, browser } = await hospital();
    const invite = { email: 'p@ward3.example', name: 'P', role: 'viewer', locale: 'en' };
    const { account, link } = (await (await hana.send('POST', '/accounts', invite)).json()) as {
      account: { id: string };
      link: string;
    };
    for (const disabled of [true, false]) {
      expect((await hana.send('PATCH', `/accounts/${account.id}`, { disabled })).status).toBe(204);
      const use = { link: secretOf(link), password: PASSWORD };
      expect(await codeOf(await browser().send('POST', '/account/password', use))).toBe('link-not-valid');
    }
  });

  test('changing the role or disabling signs the person out, at once', async () => {
    const server = await hospital();
    const { hana, ward, addAccount, browser } = server;
    await studyWithTeams(hana, 'red', 'blue');
    const petr = await addAccount(ward, 'analyst');
    const his = browser();
    await his.signIn(petr.email);
    const patch = async (changes: unknown) => (await hana.send('PATCH', `/accounts/${petr.id}`, changes)).status;
    expect(await patch({ name: 'Petr' })).toBe(204);
    expect(await session(his)).toBe(200);
    expect(await patch({ role: 'lead' })).toBe(422);
    expect(await patch({ role: 'lead', team: 'red' })).toBe(204);
    expect(await session(his)).toBe(401);
    await his.signIn(petr.email);
    expect(await patch({ team: 'blue' })).toBe(204);
    expect(await session(his)).toBe(401);
    expect(await patch({ role: 'viewer' })).toBe(204);
    await his.signIn(petr.email);
    expect(await patch({ disabled: true })).toBe(204);
    expect(await session(his)).toBe(401);
    expect(await codeOf(await his.signIn(petr.email))).toBe('sign-in-failed');
    expect((await hana.send('POST', `/accounts/${petr.id}/reset`)).status).toBe(404);
    expect(await patch({ disabled: false })).toBe(204);
    expect((await his.signIn(petr.email)).status).toBe(201);
    expect(await actionsOf(server)).toContain(
      'account-changed {"disabled":false,"role":"lead","role-before":"analyst","team":"red","team-before":null}',
    );
  });

  test('the last owner stays, and an owner who was only invited does not count', async () => {
    const { hana, owner, ward, addAccount, browser, access } = await hospital();
    const patch = (changes: unknown) => hana.send('PATCH', `/accounts/${owner.id}`, changes);
    await hana.send('POST', '/accounts', { email: 'o@ward3.example', name: 'O', role: 'owner', locale: 'en' });
    expect(await codeOf(await patch({ role: 'viewer' }))).toBe('last-owner');
    expect(await codeOf(await patch({ disabled: true }))).toBe('last-owner');
    const second = await addAccount(ward, 'owner');
    const hers = browser();
    await hers.signIn(second.email);
    // each takes the role from the other in the same moment
    const [one, two] = await Promise.all([
      hana.send('PATCH', `/accounts/${second.id}`, { role: 'viewer' }),
      hers.send('PATCH', `/accounts/${owner.id}`, { role: 'viewer' }),
    ]);
    const [first, later] = [one.status, two.status].sort();
    expect(first).toBe(204);
    // the slower one has either been signed out by the change, or is the last
    expect([401, 403, 409]).toContain(later);
    const owners = (
      await access.store.db.selectFrom('account').select(['email', 'role', 'password_hash']).execute()
    ).filter(({ role, password_hash }) => role === 'owner' && password_hash !== null);
    expect(owners).toHaveLength(1);
  });

  test('a list of more than a hundred comes in pieces, of the own organisation only', async () => {
    const { hana, ward, addAccount, addOrganisation } = await hospital();
    const other = await addOrganisation('Other House');
    const ids = await Promise.all(Array.from({ length: 120 }, async () => (await addAccount(ward, 'viewer')).id));
    await Promise.all(Array.from({ length: 20 }, () => addAccount(other, 'viewer')));
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page = (await (await hana.send('GET', `/accounts?after=${after}`)).json()) as {
        accounts: { id: string }[];
        next: string | null;
      };
      seen.push(...page.accounts.map(({ id }) => id));
      after = page.next;
    }
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
    expect(seen).toEqual(expect.arrayContaining(ids));
  });
});
