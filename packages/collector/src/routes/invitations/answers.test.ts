import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Browser } from '../../access/test/test-server.ts';
import { receiptOf } from '../../answers/receipt.ts';
import { createDueWork } from '../../studies/due-work.ts';
import {
  type Bundle,
  recordOf,
  staffAnswers,
  type Ward,
  wardCatalogue,
  wardStudy,
} from '../../studies/test/ward-study.ts';
import { testEngines } from '../../test/engines.ts';
import { problemOf } from '../../test/tea-collector.ts';

/** A person with a link, in a browser that knows nobody. */
function person(ward: Ward): {
  get<T = Bundle>(path: string): Promise<T>;
  post(path: string, body: unknown): Promise<Response>;
  browser: Browser;
} {
  const browser = ward.server.browser('192.0.2.77');
  return {
    browser,
    async get<T>(path: string) {
      const response = await browser.send('GET', path);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    post: (path, body) => browser.send('POST', path, body),
  };
}

const rows = (ward: Ward, table: 'response' | 'other_answer' | 'token') =>
  ward.server.access.store.db.selectFrom(table).selectAll().execute() as Promise<Record<string, unknown>[]>;

describe.each(testEngines())('answers in %s', (_, engine) => {
  test('a token: the form in every language, the answers once, a receipt, and the token is gone', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const wave = await ward.startWave();
    const [secret = '', other = ''] = await ward.tokens(wave, 2);
    const one = person(ward);
    expect(await one.get(`/invitations/${secret}`)).toMatchObject({
      kind: 'token',
      organisation: 'Ward 3',
      study: { minimumGroupSize: 5, minimumTextSize: 10, linkage: 'code', retentionDays: 365 },
      wave: { name: 'Autumn', closesOn: '2026-12-04' },
      team: 'red',
      group: 'staff',
      choices: { teams: [], groups: [], cells: [] },
    });
    const bundle = await one.get(`/invitations/${secret}/form`);
    expect(bundle).toMatchObject({ team: { id: 'red', name: 'Red team' }, group: { id: 'staff', name: 'Staff' } });
    expect(bundle.textPacks.map(({ locale }) => locale)).toEqual(['en', 'cs']);
    expect(bundle.plan.parts.map(({ kind }) => kind)).toEqual([
      'consent',
      'code',
      'instrument',
      'text',
      'choice',
      'number',
      'consent',
      'long-text',
    ]);
    const record = await recordOf(bundle);
    const sent = await one.post(`/invitations/${secret}/responses`, record);
    expect(sent.status).toBe(201);
    const receipt = receiptOf(record.idempotencyKey as string);
    expect(await sent.json()).toEqual({ stored: true, receipt });
    expect(await rows(ward, 'response')).toMatchObject([
      {
        study_id: ward.study,
        wave_id: wave,
        team_id: 'red',
        group_id: 'staff',
        part: 'tea',
        answers: '{"cups-daily":1,"tea-calms":4,"tea-spoils":2}',
        day: '2026-11-20',
        duration_seconds: 200,
        folded: 0,
      },
    ]);
    const others = (await rows(ward, 'other_answer')).map(({ part, kind, value }) => `${part} ${kind} ${value}`).sort();
    expect(others).toEqual([
      'quote choice true',
      'remarks text Thank you for asking.',
      'shift choice night',
      'years number 7',
    ]);
    expect(await rows(ward, 'token')).toHaveLength(1);

    // once more, by the burnt token, by another one and by nonsense: the same answer, and nothing more is stored
    for (const by of [secret, other, 'nonsense']) {
      const again = await one.post(`/invitations/${by}/responses`, record);
      expect(again.status).toBe(200);
      expect(await again.json()).toEqual({ stored: true, repeated: true, receipt });
    }
    const changed = await recordOf(bundle, { ...staffAnswers, years: 8 }, { key: record.idempotencyKey as string });
    const conflict = await one.post(`/invitations/${other}/responses`, changed);
    expect(await problemOf(conflict)).toMatchObject({
      status: 409,
      type: 'urn:peerscale:problem:idempotency-conflict',
    });
    expect(await rows(ward, 'response')).toHaveLength(1);
    expect(await rows(ward, 'token')).toHaveLength(1);

    for (const path of ['', '/form']) {
      const response = await one.browser.send('GET', `/invitations/${secret}${path}`);
      expect(await problemOf(response)).toMatchObject({ status: 410, type: 'urn:peerscale:problem:link-not-valid' });
    }
    const late = await one.post(`/invitations/${secret}/responses`, await recordOf(bundle));
    expect((await problemOf(late)).type).toBe('urn:peerscale:problem:link-not-valid');
  });

  test('of many with one token at the same moment one is stored', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const [secret = ''] = await ward.tokens(await ward.startWave(), 1);
    const one = person(ward);
    const bundle = await one.get(`/invitations/${secret}/form`);
    const records = await Promise.all(Array.from({ length: 12 }, () => recordOf(bundle)));
    const statuses = await Promise.all(
      records.map(async (record) => (await one.post(`/invitations/${secret}/responses`, record)).status),
    );
    expect(statuses.sort()).toEqual([201, ...Array<number>(11).fill(410)]);
    expect(await rows(ward, 'response')).toHaveLength(1);
    // the same record at the same moment is one record, and everybody hears that it is there
    const [another = ''] = await ward.tokens((await ward.startWave()) as string, 1);
    const record = await recordOf(bundle);
    const same = await Promise.all(
      Array.from({ length: 6 }, async () => (await one.post(`/invitations/${another}/responses`, record)).status),
    );
    expect(same.sort()).toEqual([200, 200, 200, 200, 200, 201]);
  });

  test('a link of a group for many, and an open one where each says which team and group is theirs', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    const path = `/studies/${ward.study}/waves/${wave}/links`;
    const link = async (body: unknown) => {
      const made = await ward.ask<{ url: string; link: { id: string; kind: string } }>('POST', path, body, 201);
      return { ...made.link, secret: made.url.split('#')[1]! };
    };
    const group = await link({ team: 'blue', group: 'managers' });
    const open = await link({});
    expect([group.kind, open.kind]).toEqual(['group', 'open']);
    const one = person(ward);
    // a manager is asked one scale of one instrument: the record of that instrument is all there is
    const bundle = await one.get(`/invitations/${group.secret}/form`);
    const answers = { tea: { 'tea-calms': 5, 'tea-spoils': 1 } };
    for (let n = 0; n < 3; n++) {
      const record = await recordOf(bundle, answers);
      expect(record.schema).toBe('peerscale/response@1');
      expect((await one.post(`/invitations/${group.secret}/responses`, record)).status).toBe(201);
    }
    // what the link says cannot be changed by the address
    const record = await recordOf(bundle, answers);
    expect((await one.post(`/invitations/${group.secret}/responses?team=red&group=staff`, record)).status).toBe(201);

    const { choices } = await one.get<{ choices: { teams: unknown[]; groups: unknown[]; cells: unknown[] } }>(
      `/invitations/${open.secret}`,
    );
    expect(choices.teams).toEqual([
      { id: 'blue', name: 'Blue team' },
      { id: 'house', name: 'House' },
      { id: 'red', name: 'Red team' },
    ]);
    expect([choices.groups.length, choices.cells.length]).toEqual([2, 6]);
    for (const [query, fault] of [
      ['', 'query.team'],
      ['?team=red', 'query.group'],
      ['?team=green&group=staff', 'query.team, query.group'],
    ] as const) {
      const response = await one.browser.send('GET', `/invitations/${open.secret}/form${query}`);
      expect((await problemOf(response)).errors?.[0]?.path).toBe(fault);
    }
    const chosen = await one.get(`/invitations/${open.secret}/form?team=red&group=staff`);
    const sent = await one.post(`/invitations/${open.secret}/responses?team=red&group=staff`, await recordOf(chosen));
    expect(sent.status).toBe(201);
    const cells = (await rows(ward, 'response')).map(({ team_id, group_id }) => `${team_id} ${group_id}`).sort();
    expect(cells).toEqual([...Array<string>(4).fill('blue managers'), 'red staff']);

    await ward.ask('DELETE', `${path}/${open.id}`, {}, 204);
    expect((await one.browser.send('GET', `/invitations/${open.secret}/form`)).status).toBe(410);
  });

  test('a wave that is planned starts on its first day, though not by a link that is opened, and is over after its last or when it is closed', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const dates = { opensOn: '2026-11-22', closesOn: '2026-11-23' };
    const waves = `/studies/${ward.study}/waves`;
    const { wave } = await ward.ask<{ wave: { id: string } }>('POST', waves, { name: 'Later', ...dates }, 201);
    const [first = '', second = ''] = await ward.tokens(wave.id, 2);
    const one = person(ward);
    const form = async (secret: string) => one.browser.send('GET', `/invitations/${secret}/form`);
    expect(await problemOf(await form(first))).toMatchObject({
      status: 409,
      type: 'urn:peerscale:problem:wave-not-open',
      detail: 'It opens on 2026-11-22.',
    });
    ward.server.pass(2 * 86_400_000);
    // the calendar's work starts it, which knows a clock that jumped; a link that is opened does not
    expect(await problemOf(await form(first))).toMatchObject({
      status: 409,
      type: 'urn:peerscale:problem:wave-not-open',
      detail: 'It opens within minutes.',
    });
    const { store } = ward.server.access;
    expect(await store.db.selectFrom('wave').select(['state', 'frozen']).execute()).toEqual([
      { state: 'planned', frozen: null },
    ]);
    const now = () => new Date(ward.server.access.now());
    let elapsed = 0;
    const dueWork = createDueWork({
      store,
      access: ward.server.access,
      mail: { send: async () => {}, close: async () => {} },
      log: { say: () => {}, complain: () => {} },
      catalogue: wardCatalogue,
      now,
      elapsed: () => elapsed,
    });
    // the first ten minutes are over
    elapsed = 600_000;
    expect((await dueWork()).started).toEqual([wave.id]);
    const forms = await Promise.all([form(first), form(second), form(first)]);
    expect(forms.map(({ status }) => status)).toEqual([200, 200, 200]);
    const bundle = (await forms[0]!.json()) as Bundle;
    const stored = await ward.server.access.store.db
      .selectFrom('wave')
      .selectAll()
      .where('id', '=', wave.id)
      .executeTakeFirstOrThrow();
    expect(stored.state).toBe('open');
    expect(JSON.parse(stored.frozen!)).toMatchObject({
      startedOn: '2026-11-22',
      teams: [{}, {}, {}],
      groups: [{}, {}],
    });

    ward.server.pass(2 * 86_400_000);
    const record = await recordOf(bundle);
    const late = await one.post(`/invitations/${first}/responses`, record);
    expect(await problemOf(late)).toMatchObject({ status: 410, type: 'urn:peerscale:problem:wave-closed' });
    expect(await rows(ward, 'token')).toHaveLength(2);
  });

  test('teams, groups and plans of a wave stay as they were when it started', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    const [secret = ''] = await ward.tokens(wave, 1);
    await ward.ask('PUT', `/studies/${ward.study}/teams/red`, { name: 'Crimson team', parent: null, setting: 'other' });
    await ward.ask('PUT', `/studies/${ward.study}/groups/staff`, {
      name: 'Everybody',
      battery: { id: 'tea-battery', respondents: 'manager' },
    });
    const bundle = await person(ward).get(`/invitations/${secret}/form`);
    expect(bundle).toMatchObject({ team: { name: 'Red team' }, group: { name: 'Staff' }, plan: { id: 'ward-plan' } });
    await ward.ask('DELETE', `/studies/${ward.study}/teams/red`, {}, 204);
    const sent = await person(ward).post(`/invitations/${secret}/responses`, await recordOf(bundle));
    expect(sent.status).toBe(201);
  });

  test('a receipt takes everything of one person back, and the answer does not say whether there was something', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const wave = await ward.startWave();
    const secrets = await ward.tokens(wave, 2);
    const one = person(ward);
    const receipts: string[] = [];
    for (const secret of secrets) {
      const record = await recordOf(await one.get(`/invitations/${secret}/form`));
      const sent = await one.post(`/invitations/${secret}/responses`, record);
      receipts.push(((await sent.json()) as { receipt: string }).receipt);
    }
    const { store } = ward.server.access;
    // as if both had been counted already
    await store.write(async (trx) => {
      await trx.updateTable('response').set({ folded: 1 }).execute();
      const cell = { study_id: ward.study, wave_id: wave, team_id: 'red', group_id: 'staff' };
      const tally = { instrument: 'tea', version: '1.2.0', scores: '{}', items: '{}' };
      await trx
        .insertInto('cell_tally')
        .values({ ...cell, ...tally })
        .execute();
    });
    const take = async (receipt: string) => (await one.post('/withdrawals', { receipt })).status;
    const [mine = '', theirs = ''] = receipts;
    expect(await take(mine.toLowerCase().replaceAll('-', ' '))).toBe(204);
    expect([(await rows(ward, 'response')).length, (await rows(ward, 'other_answer')).length]).toEqual([1, 4]);
    // the sum that held them is made anew of what stays
    expect((await rows(ward, 'response'))[0]!.folded).toBe(0);
    expect(await store.db.selectFrom('cell_tally').selectAll().execute()).toEqual([]);
    expect(await take(mine)).toBe(204);
    expect(await take(receiptOf(randomUUID()))).toBe(204);
    const wrong = `${theirs.slice(0, -1)}${theirs.endsWith('0') ? '1' : '0'}`;
    expect(await take(wrong)).toBe(422);
    expect(await rows(ward, 'response')).toHaveLength(1);
    expect(await take(theirs)).toBe(204);
    expect([...(await rows(ward, 'response')), ...(await rows(ward, 'other_answer'))]).toEqual([]);
  });

  test('waves are linked by codes that neither the form nor the device knows', async () => {
    const ward = await wardStudy(await engine.storeAddress());
    const one = person(ward);
    const stored: string[] = [];
    for (const wave of [await ward.startWave(), await ward.startWave()]) {
      const [secret = ''] = await ward.tokens(wave, 1);
      const record = await recordOf(await one.get(`/invitations/${secret}/form`), staffAnswers, { person: 'é' });
      expect((await one.post(`/invitations/${secret}/responses`, record)).status).toBe(201);
      const [row] = (await rows(ward, 'response')).filter(({ wave_id }) => wave_id === wave);
      stored.push(row!.code as string);
      for (const hash of Object.values(record.codes.code!)) expect(row!.code).not.toContain(hash);
    }
    expect(stored[0]).toBe(stored[1]);
    expect(Object.values(JSON.parse(stored[0]!) as object)).toHaveLength(6);
  });
});

describe('what does not fit the plan is refused with its path', () => {
  test.each<[string, (record: Awaited<ReturnType<typeof recordOf>>) => unknown, string]>([
    ['another plan', (r) => ({ ...r, plan: 'other' }), 'plan'],
    ['another version', (r) => ({ ...r, version: '2.0.0' }), 'version'],
    ['an end before the start', (r) => ({ ...r, finishedAt: '2026-11-19T08:00:00Z' }), 'finishedAt'],
    ['a field too many', (r) => ({ ...r, name: 'Eve' }), 'name'],
    ['an unknown value', (r) => ({ ...r, values: { ...r.values, name: 'Eve' } }), 'values.name'],
    ['a value for a text', (r) => ({ ...r, values: { ...r.values, 'about-you': 'x' } }), 'values["about-you"]'],
    ['a consent that goes without saying', (r) => ({ ...r, values: { ...r.values, consent: true } }), 'values.consent'],
    ['no value', (r) => ({ ...r, values: { ...r.values, years: undefined } }), 'values.years'],
    ['another option', (r) => ({ ...r, values: { ...r.values, shift: 'both' } }), 'values.shift'],
    ['a number too high', (r) => ({ ...r, values: { ...r.values, years: 61 } }), 'values.years'],
    ['half a number', (r) => ({ ...r, values: { ...r.values, years: 1.5 } }), 'values.years'],
    ['a number as text', (r) => ({ ...r, values: { ...r.values, years: '7' } }), 'values.years'],
    ['a consent as text', (r) => ({ ...r, values: { ...r.values, quote: 'yes' } }), 'values.quote'],
    ['a text too long', (r) => ({ ...r, values: { ...r.values, remarks: 'é'.repeat(201) } }), 'values.remarks'],
    [
      'one character of very many signs',
      (r) => ({ ...r, values: { ...r.values, remarks: `e${'\u0301'.repeat(4000)}` } }),
      'values.remarks',
    ],
    [
      'what was typed for a code',
      (r) => ({ ...r, codes: { code: { ...r.codes.code, 'birth-day': '17' } } }),
      'codes.code["birth-day"]',
    ],
    [
      'a hash in capitals',
      (r) => ({ ...r, codes: { code: { ...r.codes.code, 'birth-day': 'A'.repeat(64) } } }),
      'codes.code["birth-day"]',
    ],
    ['a code as text', (r) => ({ ...r, codes: { code: 'eve17' } }), 'codes.code'],
    [
      'an element too many',
      (r) => ({ ...r, codes: { code: { ...r.codes.code, name: 'a'.repeat(64) } } }),
      'codes.code.name',
    ],
    ['a code of another part', (r) => ({ ...r, codes: { ...r.codes, second: {} } }), 'codes.second'],
    ['no records', (r) => ({ ...r, records: [] }), 'records'],
    [
      'another key within',
      (r) => ({ ...r, records: [{ ...r.records[0], idempotencyKey: randomUUID() }] }),
      'records[0].idempotencyKey',
    ],
    [
      'a code off the scale',
      (r) => ({ ...r, records: [{ ...r.records[0], answers: { 'tea-calms': 9, 'tea-spoils': 2, 'cups-daily': 1 } }] }),
      'records[0].answers["tea-calms"]',
    ],
    [
      'an item that was asked as not asked',
      (r) => ({
        ...r,
        records: [{ ...r.records[0], answers: { 'tea-calms': 'not-asked', 'tea-spoils': 2, 'cups-daily': 1 } }],
      }),
      'records[0].answers["tea-calms"]',
    ],
    [
      'a language that is not offered',
      (r) => ({ ...r, records: [{ ...r.records[0], locale: 'pt-BR' }] }),
      'records[0].locale',
    ],
    ['the record of the instrument alone', (r) => r.records[0], 'schema'],
    ['a list', (r) => [r], ''],
    ['null', () => null, ''],
  ])('%s', async (_, change, path) => {
    const ward = await wardStudy(':memory:');
    const [secret = ''] = await ward.tokens(await ward.startWave(), 1);
    const one = person(ward);
    const record = await recordOf(await one.get(`/invitations/${secret}/form`));
    const response = await one.post(`/invitations/${secret}/responses`, change(record));
    const problem = await problemOf(response);
    expect([response.status, problem.type]).toEqual([422, 'urn:peerscale:problem:invalid-record']);
    if (path !== '') expect(problem.errors?.map((error) => error.path)).toContain(path);
    expect(JSON.stringify(problem)).not.toMatch(/Eve|eve17|Thank you|é{3}/);
    // nothing is lost by it: the same token takes what fits
    expect((await one.post(`/invitations/${secret}/responses`, record)).status).toBe(201);
  });
});

test('texts are kept as they can be: no control signs, no half characters; an empty one is none', async () => {
  const ward = await wardStudy(':memory:');
  const secrets = await ward.tokens(await ward.startWave(), 2);
  const one = person(ward);
  for (const [at, remarks] of ['a\u0000b\ud800\r\nc', ' \u0007 '].entries()) {
    const bundle = await one.get(`/invitations/${secrets[at]}/form`);
    const record = await recordOf(bundle, { ...staffAnswers, remarks });
    expect((await one.post(`/invitations/${secrets[at]}/responses`, record)).status).toBe(201);
  }
  const texts = (await rows(ward, 'other_answer')).filter(({ kind }) => kind === 'text');
  expect(texts.map(({ value }) => value)).toEqual(['ab\ufffd\nc']);
});

test('guessing links and receipts is slowed down for an address, and not for those with a link', async () => {
  const ward = await wardStudy(':memory:');
  const [secret = ''] = await ward.tokens(await ward.startWave(), 1);
  const one = person(ward);
  const statuses = new Set<number>();
  for (let n = 0; n < 61; n++) statuses.add((await one.browser.send('GET', `/invitations/${'A'.repeat(43)}`)).status);
  expect([...statuses]).toEqual([410, 429]);
  expect((await one.browser.send('GET', `/invitations/${secret}/form`)).status).toBe(200);
  expect((await ward.server.browser('192.0.2.78').send('GET', `/invitations/${'A'.repeat(43)}`)).status).toBe(410);
});

test('what is stored about whom, of a study with its own figures, and in general', async () => {
  const ward = await wardStudy(':memory:');
  const one = person(ward);
  type Text = { en: string; cs: string };
  type Data = { id: string; kept: Text };
  type Rights = { study: object; promises: Text[]; data: Data[]; withdrawal: Text; retention: Text };
  const general = await one.get<Rights>('/rights');
  const own = await one.get<Rights>(`/rights?study=${ward.study}`);
  expect(general.data.map(({ id }) => id)).toEqual([
    'answers',
    'code',
    'other-answers',
    'invitations',
    'receipt',
    'accounts',
    'audit',
  ]);
  expect(own.data[0]!.kept.en).toBe('365 days after a wave has closed.');
  expect(own.study).toMatchObject({ minimumGroupSize: 5, minimumTextSize: 10, retentionDays: 365, linkage: 'code' });
  const promises = own.promises.map(({ cs }) => cs).join(' ');
  for (const part of ['odpovědělo aspoň 5 lidí', 'aspoň 10 lidí', 'sdílí aspoň 5 lidí', 'vzít zpět'])
    expect(promises).toContain(part);
  expect(own.retention.en).toContain('365 days after a wave has closed');
  expect(own.withdrawal.cs).toContain('kdykoli vzít zpět');
  expect(general.retention.en).not.toMatch(/\d/);
  await ward.ask('PATCH', `/studies/${ward.study}`, { retentionDays: 30, minimumGroupSize: 7 });
  const stricter = await one.get<Rights>(`/rights?study=${ward.study}`);
  expect(stricter.retention.cs).toContain('30 dnů');
  expect(stricter.promises.map(({ en }) => en).join(' ')).toContain('at least 7 people have answered');
  expect((await one.browser.send('GET', '/rights?study=no-such-study')).status).toBe(404);
  expect((await one.browser.send('GET', '/rights?study=A%00')).status).toBe(422);
});
