import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../access/audit/verify-audit.ts';
import { auditOf } from '../../access/test/test-hospital.ts';
import type { Browser } from '../../access/test/test-server.ts';
import { type Ward, wardPlan, wardStudy } from '../../studies/test/ward-study.ts';
import { testEngines } from '../../test/engines.ts';
import { problemOf } from '../../test/tea-collector.ts';

const csv = { 'Content-Type': 'text/csv' };

async function signedIn(
  { server, organisation }: Ward,
  role: 'analyst' | 'lead' | 'viewer',
  team?: string,
): Promise<Browser> {
  const { email } = await server.addAccount(organisation, role, team === undefined ? {} : { team });
  const browser = server.browser();
  await browser.signIn(email);
  return browser;
}

describe.each(testEngines())('studies in %s', (_, engine) => {
  test('a study from the first title to erasure, each step with its line in the log', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const { ask, study } = ward;
    const path = `/studies/${study}`;
    expect(await ask('GET', path)).toMatchObject({
      study: {
        id: study,
        state: 'open',
        minimumGroupSize: 5,
        minimumTextSize: 10,
        linkage: 'code',
        retentionDays: 365,
      },
    });
    expect(study).toMatch(/^tea-on-the-ward-[a-z2-9]{8}$/);
    const wave = await ward.startWave();
    expect(await ask('GET', `${path}/waves/${wave}?limit=4`)).toMatchObject({
      wave: { number: 1, state: 'open', reminders: ['2026-11-27'] },
      cells: [
        { team: 'blue', group: 'managers', expected: null },
        { team: 'blue', group: 'staff' },
        { team: 'house', group: 'managers' },
        { team: 'house', group: 'staff' },
      ],
      next: 'house.staff',
    });
    expect(await ask('GET', `${path}/waves/${wave}?after=house.staff`)).toMatchObject({
      cells: [{ team: 'red' }, { team: 'red' }],
      next: null,
    });
    await ask('POST', `${path}/waves/${wave}/close`, {});
    await ask('POST', `${path}/close`, {});
    await ask('DELETE', path, {}, 204);
    expect((await ward.owner.send('GET', path)).status).toBe(404);
    const { db } = ward.server.access.store;
    for (const table of ['team', 'respondent_group', 'wave', 'wave_cell'] as const) {
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    const log = await auditOf(ward.server);
    expect(log.filter(({ action }) => action !== 'signed-in').map(({ action }) => action)).toEqual([
      'study-created',
      'study-changed',
      'study-changed',
      'study-changed',
      'study-changed',
      'wave-planned',
      'wave-started',
      'wave-closed',
      'study-changed',
      'study-erased',
      // that it was asked for once more
      'request-refused',
    ]);
    expect(new Set(log.map(({ organisation_id }) => organisation_id))).toEqual(new Set([ward.organisation]));
    expect((await verifyAudit(db)).intact).toBe(true);
  });

  test('teams by CSV, all or none; a list in pages with a tag; circles are refused', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const teams = `/studies/${ward.study}/teams`;
    const lines = Array.from(
      { length: 150 },
      (_unused, n) => `Team ${String(n).padStart(3, '0')};${n % 2 ? 'Red team' : ''}`,
    );
    const sent = await ward.owner.send('POST', teams, `name;parent\n${lines.join('\n')}`, csv);
    expect([sent.status, await sent.json()]).toEqual([200, { written: 150 }]);
    const first = await ward.ask<{ teams: { id: string }[]; next: string }>('GET', teams);
    expect([first.teams.length, first.next]).toEqual([100, 'team-096']);
    const rest = await ward.ask<{ teams: { id: string; parent: string | null }[]; next: null }>(
      'GET',
      `${teams}?after=${first.next}`,
    );
    expect([rest.teams.length, rest.next]).toEqual([53, null]);
    expect(rest.teams[0]).toMatchObject({ id: 'team-097', parent: 'red' });

    const wrong = await ward.owner.send('POST', teams, 'name,parent\nGood,\nBad,Nowhere', csv);
    expect((await problemOf(wrong)).errors).toEqual([
      { path: 'line 3, parent', code: 'unknown-parent', message: '"Nowhere" is neither an id nor a name of a team' },
    ]);
    const circle = await ward.owner.send('PUT', `${teams}/house`, { name: 'House', parent: 'red' });
    expect((await problemOf(circle)).errors?.map(({ code }) => code)).toContain('cycle');
    expect((await ward.ask<{ teams: unknown[] }>('GET', `${teams}?after=team-096`)).teams).toHaveLength(53);

    const tagged = await ward.owner.send('GET', teams);
    const again = await ward.owner.send('GET', teams, undefined, { 'If-None-Match': tagged.headers.get('ETag')! });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await ward.ask('PUT', `${teams}/blue`, { name: 'Bluer team' });
    expect(
      (await ward.owner.send('GET', teams, undefined, { 'If-None-Match': tagged.headers.get('ETag')! })).status,
    ).toBe(200);
  });

  test('what people were told when the study opened can change only to their advantage', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const path = `/studies/${ward.study}`;
    for (const [changes, field] of [
      [{ minimumGroupSize: 4 }, 'minimumGroupSize'],
      [{ minimumGroupSize: 2 }, 'minimumGroupSize'],
      [{ minimumTextSize: 9 }, 'minimumTextSize'],
      [{ minimumGroupSize: 12 }, 'minimumTextSize'],
      [{ linkage: 'none' }, 'linkage'],
      [{ locales: ['en'] }, 'locales'],
      [{ retentionDays: null }, 'retentionDays'],
      [{ retentionDays: 366 }, 'retentionDays'],
      [{ locales: ['en', 'cs', 'de'] }, 'title'],
      [{ linkageKey: 'x' }, 'linkageKey'],
    ] as const) {
      const response = await ward.owner.send('PATCH', path, changes);
      const { status, errors } = await problemOf(response);
      expect([status, errors?.[0]?.path]).toEqual([422, field]);
    }
    const better = { minimumGroupSize: 8, minimumTextSize: 12, retentionDays: 100, showScores: true };
    expect(await ward.ask('PATCH', path, better)).toMatchObject({ study: better });
  });

  test('a study opens when nothing is missing, and says what is', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const { study } = await ward.ask<{ study: { id: string } }>(
      'POST',
      '/studies',
      { title: { cs: 'Čaj' }, locales: ['cs', 'de'] },
      201,
    );
    const path = `/studies/${study.id}`;
    const open = async () => (await problemOf(await ward.owner.send('POST', `${path}/open`, {}))).errors;
    expect((await open())?.map((error) => error.path)).toEqual(['teams', 'groups', 'title']);
    await ward.ask('PUT', `${path}/teams/red`, { name: 'Red' });
    await ward.ask('PUT', `${path}/groups/staff`, { name: 'Staff', plan: wardPlan });
    await ward.ask('PATCH', path, { title: { cs: 'Čaj', de: 'Tee' } });
    const missing = await open();
    expect(missing?.map((error) => error.path)).toContain('groups.staff.plan.parts.tea');
    expect(missing?.map((error) => error.path)).toContain('groups.staff.plan.parts.remarks.question');
    await ward.ask('PATCH', path, { locales: ['cs'] });
    await ward.ask('POST', `${path}/open`, {});
  });

  test('a lead sees and writes what is of the own team, a viewer none of the teams', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const path = `/studies/${ward.study}`;
    const wave = await ward.startWave();
    const [lead, viewer] = [await signedIn(ward, 'lead', 'red'), await signedIn(ward, 'viewer')];
    const json = async (browser: Browser, address: string) => (await browser.send('GET', address)).json();
    for (const browser of [lead, viewer]) {
      expect(await json(browser, '/organisation/studies')).toMatchObject({ studies: [{ id: ward.study }], next: null });
      await browser.send('GET', '/session');
    }
    expect(await json(lead, `${path}/teams`)).toMatchObject({ teams: [{ id: 'red' }] });
    expect((await viewer.send('GET', `${path}/teams`)).status).toBe(403);
    const written = await lead.send('POST', `${path}/teams/red/actions`, { wave, text: 'Talk about handover' });
    const { action } = (await written.json()) as { action: { id: string } };
    expect([written.status, action]).toMatchObject([
      201,
      { state: 'agreed', createdOn: '2026-11-20', reviewWave: null },
    ]);
    expect((await lead.send('POST', `${path}/teams/blue/actions`, { wave, text: 'x' })).status).toBe(403);
    expect((await lead.send('PATCH', `${path}/teams/red/actions/${action.id}`, { state: 'done' })).status).toBe(200);
    // an action of one team is not reached by way of another
    expect((await ward.owner.send('PATCH', `${path}/teams/blue/actions/${action.id}`, { state: 'done' })).status).toBe(
      404,
    );
    const elsewhere = await lead.send('PATCH', `${path}/teams/red/actions/${action.id}`, { reviewWave: action.id });
    expect(elsewhere.status).toBe(422);
  });

  test('what belongs to another study or another organisation is not there', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const wave = await ward.startWave();
    const { study } = await ward.ask<{ study: { id: string } }>(
      'POST',
      '/studies',
      { title: { en: 'Other' }, locales: ['en'] },
      201,
    );
    for (const [method, rest] of [
      ['GET', ''],
      ['PATCH', ''],
      ['POST', '/start'],
      ['POST', '/close'],
      ['GET', '/links'],
      ['GET', '/calendar'],
      ['DELETE', '/tokens'],
    ] as const) {
      const body = method === 'GET' ? undefined : {};
      const response = await ward.owner.send(method, `/studies/${study.id}/waves/${wave}${rest}`, body);
      expect([method, rest, response.status]).toEqual([method, rest, 404]);
    }
    const other = await ward.server.addOrganisation('Other House');
    const { email } = await ward.server.addAccount(other, 'owner');
    const stranger = ward.server.browser();
    await stranger.signIn(email);
    expect(await (await stranger.send('GET', '/organisation/studies')).json()).toEqual({ studies: [], next: null });
    expect((await stranger.send('GET', `/studies/${ward.study}/waves/${wave}`)).status).toBe(404);
  });

  test('names made to break something are kept as they are, or refused', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const teams = `/studies/${ward.study}/teams`;
    const names = [
      "Robert'); drop table team;--",
      '=HYPERLINK("https://evil.example")',
      '<script>alert(1)</script>',
      '%s%n{{7*7}}',
    ];
    for (const [n, name] of names.entries()) await ward.ask('PUT', `${teams}/odd-${n}`, { name });
    const { teams: kept } = await ward.ask<{ teams: { name: string }[] }>('GET', `${teams}?after=house`);
    expect(kept.map(({ name }) => name).filter((name) => name !== 'Red team')).toEqual(names);
    for (const name of ['a\r\nSet-Cookie: x=1', 'a\u0000b', '\ud800', 'a\u202Eb', '']) {
      expect((await ward.owner.send('PUT', `${teams}/odd`, { name })).status).toBe(422);
    }
    for (const id of ['constructor', '__proto__', 'x%00', '..%2f..', 'A', 'a'.repeat(65), "x'--"]) {
      const response = await ward.owner.send('PUT', `/studies/${ward.study}/groups/${id}`, {
        name: 'x',
        plan: wardPlan,
      });
      expect([id, response.status]).toEqual([id, 422]);
    }
    const wave = await ward.startWave();
    const cells = { cells: [{ team: 'odd-1', group: 'staff', count: 1 }] };
    const sheet = await ward.owner.send('POST', `/studies/${ward.study}/waves/${wave}/tokens`, cells, {
      Accept: 'text/csv',
    });
    expect(sheet.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(await sheet.text()).toMatch(
      /^team,name,group,url\nodd-1,"'=HYPERLINK\(""https:\/\/evil\.example""\)",staff,https:\/\/survey\.ward3\.example\/answer#[\w-]{43}\n$/,
    );
    const calendar = await ward.owner.send('GET', `/studies/${ward.study}/waves/${wave}/calendar`);
    expect(calendar.headers.get('Content-Disposition')).toBe('attachment; filename="wave-1.ics"');
  });
});

test('as many people are asked as single-use links were made for, where nobody said how many', async () => {
  const ward = await wardStudy(':memory:', { linkage: 'none' });
  const waves = `/studies/${ward.study}/waves`;
  const days = { name: 'One', opensOn: '2026-11-20', closesOn: '2026-12-04' };
  const expectedIn = async (wave: string) => {
    const { cells } = await ward.ask<{ cells: { team: string; group: string; expected: number | null }[] }>(
      'GET',
      `${waves}/${wave}`,
    );
    return Object.fromEntries(cells.map(({ team, group, expected }) => [`${team} ${group}`, expected]));
  };
  const make = (wave: string, cells: unknown) => ward.ask('POST', `${waves}/${wave}/tokens`, { cells }, 201);
  const red = { team: 'red', group: 'staff' };

  // links of a wave that is still planned for everybody do not decide who is asked
  const { wave: first } = await ward.ask<{ wave: { id: string } }>('POST', waves, days, 201);
  await make(first.id, [{ ...red, count: 7 }]);
  expect(await expectedIn(first.id)).toEqual({});
  await ward.ask('POST', `${waves}/${first.id}/start`, {});
  expect(await expectedIn(first.id)).toMatchObject({ 'red staff': 7, 'blue staff': null, 'red managers': null });
  await make(first.id, [
    { team: 'blue', group: 'staff', count: 5 },
    { ...red, count: 2 },
  ]);
  // what stands there stays: more links may be for those who lost theirs
  expect(await expectedIn(first.id)).toMatchObject({ 'red staff': 7, 'blue staff': 5 });

  const cells = [
    { ...red, expected: 30 },
    { team: 'blue', group: 'staff' },
  ];
  const { wave: second } = await ward.ask<{ wave: { id: string } }>('POST', waves, { ...days, cells }, 201);
  await make(second.id, [
    { ...red, count: 3 },
    { team: 'blue', group: 'staff', count: 4 },
  ]);
  expect(await expectedIn(second.id)).toEqual({ 'red staff': 30, 'blue staff': 4 });
});

test('bodies that reach for a prototype, nest deeply or are too long are refused everywhere', async () => {
  const ward = await wardStudy(':memory:');
  const wave = await ward.startWave();
  const [secret = ''] = await ward.tokens(wave, 1);
  const polluted =
    '{"title":{"en":"x"},"locales":["en"],"__proto__":{"organisation_id":"x"},"constructor":{"prototype":{"polluted":1}}}';
  const path = `/studies/${ward.study}`;
  for (const [method, address] of [
    ['POST', '/studies'],
    ['PATCH', path],
    ['POST', `${path}/teams`],
    ['PUT', `${path}/teams/red`],
    ['PUT', `${path}/groups/staff`],
    ['POST', `${path}/waves`],
    ['POST', `${path}/waves/${wave}/links`],
    ['POST', `${path}/waves/${wave}/tokens`],
    ['POST', `${path}/waves/${wave}/letters`],
    ['POST', `${path}/teams/red/actions`],
    ['POST', `/invitations/${secret}/responses`],
    ['POST', '/withdrawals'],
  ] as const) {
    const status = async (body: string, headers = {}) => {
      ward.server.pass(10_000);
      return [address, (await ward.owner.send(method, address, body, headers)).status];
    };
    expect(await status(polluted)).toEqual([address, 400]);
    expect(await status(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`)).toEqual([address, 400]);
    expect(await status(`{"a":"${'x'.repeat(1_100_000)}"}`)).toEqual([address, 413]);
    expect(await status('{}', { 'Content-Type': 'text/plain' })).toEqual([address, 415]);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('letters that cannot be sent leave no token, and the addresses stand in no answer and no table', async () => {
  const ward = await wardStudy(':memory:', {
    mail: async ({ to }) => {
      if (to.startsWith('gone')) throw new Error(`no such address: ${to}`);
    },
  });
  const wave = await ward.startWave();
  const path = `/studies/${ward.study}/waves/${wave}/letters`;
  const letters = {
    team: 'red',
    group: 'staff',
    locale: 'cs',
    addresses: ['a@x.example', 'gone@x.example', 'b@x.example'],
  };
  expect(await ward.ask('POST', path, letters)).toEqual({ sent: 2, failed: [1], unsure: [] });
  expect(await ward.server.access.store.db.selectFrom('token').selectAll().execute()).toHaveLength(2);
  for (const address of [
    'a@x.example\r\nBcc: all@x.example',
    'a b@x.example',
    'Eve <a@x.example>',
    'a@x.example, b@x.example',
  ]) {
    const response = await ward.owner.send('POST', path, { ...letters, addresses: [address] });
    expect([address, response.status]).toEqual([address, 422]);
  }
});
