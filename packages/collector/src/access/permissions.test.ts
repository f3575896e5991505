import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../model/account.ts';
import { testEngines } from '../test/engines.ts';
import { type Permission, permissions, type RouteName } from './permissions.ts';
import { protect } from './protect.ts';
import { everyDoor, type Ids } from './test/every-door.ts';
import { testServer } from './test/test-server.ts';

/** The ids of a study and of everything in it. */
function idsOf(study: string): Ids & { study: string; wave: string; action: string; link: string } {
  const hash = createHash('sha256').update(study).digest('hex');
  const uuid = (first: string) => `${first}${hash.slice(1, 8)}-0000-4000-8000-${hash.slice(8, 20)}`;
  return { study, team: 'red', group: 'staff', wave: uuid('a'), action: uuid('b'), link: hash, secret: 'no-secret' };
}

async function hospital(address: string) {
  const server = await testServer(address);
  const ward = await server.addOrganisation('Ward 3');
  const other = await server.addOrganisation('Other House');
  const colleague = await server.addAccount(ward, 'viewer');
  const foreigner = await server.addAccount(other, 'owner');
  const emails = {} as Record<Role, string>;
  const own = {} as Record<Role, Ids>;
  const passkeys: [id: string, account: string][] = [['foreign', foreigner.id]];
  for (const role of roles) {
    const { id, email } = await server.addAccount(ward, role, role === 'lead' ? { team: 'red' } : {});
    emails[role] = email;
    own[role] = { account: colleague.id, passkey: `of-${role}`, ...idsOf(`ours-of-${role}`) };
    passkeys.push([`of-${role}`, id]);
  }
  await server.access.store.write(async (trx) => {
    for (const [id, account_id] of passkeys) {
      await trx
        .insertInto('passkey')
        .values({
          id,
          account_id,
          public_key: 'AA',
          counter: 0,
          transports: '[]',
          name: 'key',
          created_at: server.access.now(),
        })
        .execute();
    }
    const ours = [...roles.map((role) => own[role].study!), 'ours'].map((id) => [id, ward] as const);
    for (const [id, organisation_id] of [...ours, ['theirs', other] as const]) {
      await trx
        .insertInto('study')
        .values({
          id,
          organisation_id,
          title: '{"en":"Study"}',
          state: 'draft',
          instrument: null,
          version: null,
          locales: '["en"]',
          minimum_group_size: 5,
          minimum_text_size: 10,
          linkage: 'none',
          linkage_key: null,
          show_scores: 0,
          help_contacts: null,
          retention_days: null,
          simulated: 0,
        })
        .execute();
      const { team, group, wave, action, link } = idsOf(id);
      const below = { study_id: id, name: 'Name' };
      await trx
        .insertInto('team')
        .values({ ...below, id: team!, parent_id: null, setting: null })
        .execute();
      await trx
        .insertInto('respondent_group')
        .values({ ...below, id: group!, plan: '{"parts":[]}' })
        .execute();
      const days = { opens_on: '2026-11-20', closes_on: '2026-11-30', reminders: '[]' };
      await trx
        .insertInto('wave')
        .values({ ...below, id: wave, number: 1, ...days, state: 'planned', frozen: null })
        .execute();
      await trx
        .insertInto('link')
        .values({ digest: link, wave_id: wave, team_id: null, group_id: null, kind: 'open' })
        .execute();
      await trx
        .insertInto('action')
        .values({
          id: action,
          study_id: id,
          team_id: team!,
          wave_id: wave,
          text: 'Text',
          state: 'agreed',
          review_wave_id: null,
          created_by: null,
          created_on: '2026-11-20',
        })
        .execute();
    }
  });
  return {
    server,
    emails,
    own,
    foreign: { account: foreigner.id, passkey: 'foreign', ...idsOf('theirs') },
  };
}

describe.each(testEngines())('every door in %s', (_, engine) => {
  test('every route x every role x no role x the ids of another organisation is answered as the table says', async () => {
    const { server, emails, own, foreign } = await hospital(await engine.storeAddress());
    const doors = await everyDoor(server, emails, own, foreign);
    expect(doors).toMatchObject({ withoutRow: [], withoutRoute: [], wrong: [] });
    expect(doors.tries).toBeGreaterThan(800);
  });
});

test('accounts, erasure and the log are for owners alone, and without signing in only what is listed here', () => {
  const rows: readonly (readonly [string, Permission])[] = Object.entries(permissions);
  for (const [name, permission] of rows) {
    if (/ \/(?:accounts|audit)(?:\/|$)/.test(name) || name === 'DELETE /studies/:study') {
      expect([name, permission]).toEqual([name, { owner: 'all' }]);
    }
  }
  expect(rows.filter(([, permission]) => typeof permission === 'string').map(([name]) => name)).toEqual([
    'GET /studies',
    'GET /studies/:study/form',
    'POST /studies/:study/responses',
    'GET /studies/:study/report',
    'GET /set-up',
    'POST /set-up',
    'POST /session',
    'POST /session/passkey/options',
    'POST /session/passkey',
    'POST /account/link',
    'POST /account/password',
    'POST /account/password-reset',
    'GET /openapi.json',
    'GET /invitations/:secret',
    'GET /invitations/:secret/form',
    'POST /invitations/:secret/responses',
    'POST /withdrawals',
    'GET /rights',
  ]);
  for (const [name, permission] of rows) {
    // a lead and a viewer never reach all of the organisation
    if (typeof permission === 'object') expect([name, permission.lead, permission.viewer]).not.toContain('all');
    // teams and their actions are for their leads, and a viewer sees none of them
    if (typeof permission === 'object' && name.includes('/teams'))
      expect([name, permission.viewer]).toEqual([name, undefined]);
  }
});

test('a route without a row cannot be made', async () => {
  const { access } = await testServer(':memory:');
  const route = protect(new Hono(), access);
  expect(() => route('GET /secrets' as RouteName, (c) => c.text('all of them'))).toThrow(
    'Unexpected route: GET /secrets has no row in permissions',
  );
});

test('the guard alone keeps other organisations, other teams and smaller roles out, whatever the handler asks', async () => {
  const { server, emails, own, foreign } = await hospital(':memory:');
  const app = new Hono();
  const table = {
    'GET /studies/:study/teams/:team': { owner: 'all', lead: 'team', viewer: 'whole' },
    'GET /studies/:study/results': { owner: 'all', lead: 'team', viewer: 'whole' },
    'GET /accounts/:account/anything': { owner: 'all' },
  } as const;
  const route = protect(app, server.access, table);
  for (const name of Object.keys(table)) route(name as RouteName, (c) => c.text(c.var.reach));
  const get = async (role: Role, path: string) => {
    const one = server.browser();
    await one.signIn(emails[role]);
    const { status } = await app.request(path, {
      headers: { Cookie: `__Host-peerscale=${one.cookies.get('__Host-peerscale')}` },
    });
    return status;
  };
  const statuses = async (path: string) => Promise.all(roles.map((role) => get(role, path)));
  // owner, analyst, lead of the red team, viewer
  expect(roles).toEqual(['owner', 'analyst', 'lead', 'viewer']);
  expect(await statuses('/studies/ours/results')).toEqual([200, 403, 200, 200]);
  expect(await statuses('/studies/ours/teams/red')).toEqual([200, 403, 200, 403]);
  expect(await statuses('/studies/ours/teams/blue')).toEqual([200, 403, 403, 403]);
  expect(await statuses('/studies/theirs/results')).toEqual([404, 403, 404, 404]);
  expect(await statuses('/studies/theirs/teams/red')).toEqual([404, 403, 404, 404]);
  expect(await statuses('/studies/nobodys/teams/red')).toEqual([404, 403, 404, 404]);
  expect(await statuses(`/accounts/${own.owner.account}/anything`)).toEqual([200, 403, 403, 403]);
  expect(await statuses(`/accounts/${foreign.account}/anything`)).toEqual([404, 403, 403, 403]);
});
