import {
  momentsOfColumns,
  reliabilityReport,
  scoreResponses,
  studentTQuantile,
  tableOfRecords,
  teamAgreementReport,
} from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import { describe, expect, test } from 'vitest';
import { type Browser, testServer } from '../../access/test/test-server.ts';
import { withdraw } from '../../answers/withdraw.ts';
import type { Role } from '../../model/account.ts';
import { testEngines } from '../../test/engines.ts';
import type { ItemResults, MeanFigure, QualityResults, Shown, StudyResults, TeamReport } from '../results-types.ts';
import { catalogue, insertRows, type MadeUp, type MadeUpStudy, madeUpStudy, planOf } from '../test/made-up-study.ts';

const staff = planOf('staff-plan', ['work-burnout'], ['work-satisfaction', 'overall'], ['work-stigma-staff']);
const organisation = {
  teams: [
    { id: 'birch', setting: 'inpatient', people: { staff: 18, managers: 6 } },
    { id: 'maple', setting: 'inpatient', people: { staff: 15, managers: 5 } },
    { id: 'north', setting: 'community', people: { staff: 12, managers: 7 } },
    { id: 'south', setting: 'community', people: { staff: 16, managers: 5 } },
    { id: 'night-line', setting: 'community', people: { staff: 3, managers: 1 } },
  ],
  groups: [
    { id: 'staff', plan: staff },
    { id: 'managers', plan: planOf('manager-plan', ['work-burnout'], ['work-satisfaction', 'overall']) },
  ],
  waves: 3,
} satisfies MadeUp;

interface House {
  readonly study: MadeUpStudy;
  readonly as: Readonly<Record<Role, Browser>>;
  readonly server: Awaited<ReturnType<typeof testServer>>;
  get<T>(path: string, role?: Role, status?: number): Promise<T>;
}

async function house(address: string, changes: Partial<MadeUp> = {}): Promise<House> {
  const server = await testServer(address, { catalogue });
  const id = await server.addOrganisation('House');
  const study = await madeUpStudy(server.access.store, { ...organisation, ...changes, organisation: id });
  const as = {} as Record<Role, Browser>;
  for (const role of ['owner', 'analyst', 'lead', 'viewer'] as const) {
    const { email } = await server.addAccount(id, role, role === 'lead' ? { team: 'birch' } : {});
    as[role] = server.browser();
    await as[role].signIn(email);
  }
  return {
    study,
    as,
    server,
    async get<T>(path: string, role: Role = 'owner', status = 200) {
      server.pass(1000);
      const response = await as[role].send('GET', `/studies/${study.id}${path}`);
      const text = await response.text();
      if (response.status !== status) throw new Error(`${path}: ${response.status} ${text}`);
      return JSON.parse(text) as T;
    },
  };
}

const scaleIn = (results: StudyResults, instrument: string, id: string) =>
  results.instruments.find((one) => one.instrument.id === instrument)!.scales.find((one) => one.id === id)!;
const told = <T>(shown: Shown<T>): T => {
  if (shown.status !== 'shown') throw new Error(`not shown: ${JSON.stringify(shown)}`);
  return shown.value;
};

describe.each(testEngines())('results in %s', (_, engine) => {
  test('figures are those of the core on the same answers', async () => {
    const { study, get } = await house(await engine.storeAddress());
    const results = await get<StudyResults>('/results?wave=2');
    const instrument = findInstrument('work-burnout', '1.0.0')!;
    const own = study.records.filter(
      ({ wave, record }) => wave === study.waves[1] && record.instrument === 'work-burnout',
    );
    const table = tableOfRecords(
      instrument,
      own.map(({ record }) => record),
    );
    const input = { file: '', rows: table.rows };
    const reliability = reliabilityReport(input, instrument, table);
    // of the teams that are shown, so that nothing follows about the others
    const shownTeams = new Set(
      scaleIn(results, 'work-burnout', 'burnout').teams.flatMap(({ id, figure }) =>
        figure.status === 'shown' ? [id] : [],
      ),
    );
    const ofShown = own.filter(({ team }) => shownTeams.has(team));
    expect(ofShown.length).toBeLessThan(own.length);
    const agreement = teamAgreementReport(
      { file: '', rows: ofShown.length },
      instrument,
      tableOfRecords(
        instrument,
        ofShown.map(({ record }) => record),
      ),
      ofShown.map(({ team }) => team),
    );
    for (const { scale, values } of scoreResponses(instrument, table)) {
      const found = scaleIn(results, 'work-burnout', scale);
      const check = (figure: Shown<MeanFigure>, is: (row: number) => boolean) => {
        const { n, mean, sd, interval } = told(figure);
        const moments = momentsOfColumns([values.filter((_, row) => is(row))]);
        expect(n).toBe(moments.n);
        expect(mean).toBeCloseTo(moments.means[0]!, 12);
        const exact = Math.sqrt(moments.comoments[0]! / (n - 1));
        expect(sd).toBe(Number((Math.round(exact * 10) / 10).toPrecision(12)));
        expect(interval!.upper - mean).toBeCloseTo((studentTQuantile(0.975, n - 1) * sd!) / Math.sqrt(n), 10);
      };
      check(found.figure, () => true);
      for (const { id, figure } of found.groups) check(figure, (row) => own[row]!.group === id);
      for (const { id, figure } of found.teams) {
        if (figure.status === 'shown') check(figure, (row) => own[row]!.team === id);
      }
      expect(found.teams.filter(({ figure }) => figure.status === 'shown').length).toBeGreaterThan(1);
      const { alpha } = reliability.scales.find(({ id }) => id === scale)!;
      expect(found.reliability.alpha).toBeCloseTo(alpha.value!, 3);
      expect(found.reliability.interval!.lower).toBeCloseTo(alpha.interval.lower!, 3);
      expect(found.reliability.n).toBe(table.rows);
      const teams = agreement.scales.find(({ id }) => id === scale)!;
      expect(found.agreement.icc1).toBeCloseTo(teams.icc1.value!, 3);
      expect(found.agreement.icc2).toBeCloseTo(teams.icc2.value!, 3);
      expect(found.agreement.rwg).toBeCloseTo(teams.medians.rwg!, 3);
      for (const row of teams.rows) {
        const team = found.teams.find(({ id }) => id === row.team)!;
        if (team.figure.status === 'shown' && row.status === 'shown') {
          expect(team.shrunken).toBeCloseTo(row.shrunkenMean!.value!, 3);
        }
      }
      const people = (found.distribution.status === 'shown' ? found.distribution.value : []).map(({ count }) => count);
      expect(people.reduce((a, b) => a + b, 0)).toBe(table.rows);
      expect(Math.min(...people)).toBeGreaterThanOrEqual(5);
      expect(found.change).toMatchObject({ from: 1 });
      const [before, after] = found.waves.map(({ figure }) => told(figure));
      expect(found.change!.difference).toBeCloseTo(after!.mean - before!.mean, 12);
    }
    expect(results.participation!.expected).toBe(88 + 20);
    expect(told(results.participation!.responses)).toBe(88);
  });

  test('filters choose among the figures of one table', async () => {
    const { get } = await house(await engine.storeAddress());
    const whole = scaleIn(await get<StudyResults>('/results?wave=3'), 'work-burnout', 'burnout');
    const figureOf = async (query: string) =>
      scaleIn(await get<StudyResults>(`/results?wave=3&${query}`), 'work-burnout', 'burnout').figure;
    for (const { id, figure } of whole.teams) expect(await figureOf(`team=${id}`)).toEqual(figure);
    for (const { id, figure } of whole.groups) expect(await figureOf(`group=${id}`)).toEqual(figure);
    for (const { id, figure } of whole.settings) expect(await figureOf(`setting=${id}`)).toEqual(figure);
    expect((await figureOf('team=night-line')).status).toBe('suppressed');
    expect((await figureOf('team=night-line&group=staff')).status).toBe('suppressed');
    for (const query of [
      'wave=9',
      'team=no-team',
      'group=nobody',
      'setting=none',
      'team=birch&setting=inpatient',
      'wave=x',
    ]) {
      await get(`/results?${query}`, 'owner', 422);
    }
  });

  test('an open wave tells who answered, and nothing of what', async () => {
    const { study, get, server } = await house(await engine.storeAddress(), { last: 'open' });
    const results = await get<StudyResults>('/results');
    expect(results).toMatchObject({ wave: 3, instruments: [] });
    expect(told(results.participation!.responses)).toBe(88);
    expect(results.participation!.teams.find(({ id }) => id === 'night-line')!.responses.status).toBe('suppressed');
    const one = study.records.find(({ wave, team }) => wave === study.waves[2] && team === 'birch')!.row;
    const digest = 'f'.repeat(64);
    await insertRows(server.access.store, [
      { ...one, key_digest: digest, submission_digest: digest, receipt_digest: digest },
    ]);
    expect(told((await get<StudyResults>('/results')).participation!.responses)).toBe(89);
    await get('/results/items?instrument=work-burnout&wave=3', 'owner', 422);
    await get('/teams/birch/report?wave=3', 'lead', 422);
    // the last closed one
    expect(await get<TeamReport>('/teams/birch/report', 'lead')).toMatchObject({ wave: { number: 2 } });
  });

  test('what was shown stays as it was when somebody withdraws', async () => {
    const { study, get, server } = await house(await engine.storeAddress());
    const before = await get<StudyResults>('/results?wave=1');
    const one = study.records.find(({ wave, team }) => wave === study.waves[0] && team === 'birch')!.row;
    await withdraw(server.access.store, one.receipt_digest!, '');
    expect(await get<StudyResults>('/results?wave=1')).toEqual(before);
    const left = await server.access.store.db
      .selectFrom('response')
      .select('key_digest')
      .where('receipt_digest', '=', one.receipt_digest)
      .execute();
    expect(left).toEqual([]);
  });

  test('a tag follows from what an answer is made of', async () => {
    const { study, as, server } = await house(await engine.storeAddress(), { last: 'open' });
    const path = `/studies/${study.id}/results`;
    const ask = async (role: Role, tag?: string, query = '') => {
      server.pass(1000);
      return as[role].send('GET', `${path}${query}`, undefined, tag === undefined ? {} : { 'If-None-Match': tag });
    };
    const first = await ask('owner');
    const tag = first.headers.get('ETag')!;
    const second = await ask('owner', tag);
    expect([second.status, await second.text()]).toEqual([304, '']);
    expect((await ask('viewer', tag)).status).toBe(200);
    expect((await ask('owner', tag, '?wave=1')).status).toBe(200);
    const [last] = study.records.slice(-1);
    const row = { ...last!.row, key_digest: 'e'.repeat(64), submission_digest: 'e'.repeat(64) };
    await insertRows(server.access.store, [row]);
    expect((await ask('owner', tag)).status).toBe(200);
    await server.access.store.write((trx) =>
      trx.updateTable('wave').set({ state: 'closed' }).where('id', '=', study.waves[2]!).execute(),
    );
    const closed = await ask('owner', tag);
    expect(closed.status).toBe(200);
    expect((await ask('owner', closed.headers.get('ETag')!)).status).toBe(304);
  });

  test('every answer of results has a tag of its own, and who has it is sent nothing', async () => {
    const { study, as, server } = await house(await engine.storeAddress(), { linkage: 'code' });
    const ask = async (path: string, tag?: string, role: Role = 'owner') => {
      server.pass(1000);
      const known = tag === undefined ? {} : { 'If-None-Match': tag };
      return as[role].send('GET', `/studies/${study.id}${path}`, undefined, known);
    };
    const drivers = '/results/drivers?outcome=work-burnout/burnout';
    const paths = [
      '/results/items?instrument=work-burnout&wave=1',
      '/results/items?instrument=work-burnout&wave=2',
      '/results/items?instrument=work-burnout&wave=2&group=staff',
      '/results/items?instrument=work-satisfaction&wave=2',
      '/results/quality?wave=1',
      '/results/quality?wave=2',
      '/results/change?from=1&to=2',
      '/results/change?from=1&to=3',
      '/results/linkage?from=1&to=2',
      `${drivers}&wave=1`,
      `${drivers}&wave=2`,
      `${drivers}&wave=1&group=staff`,
      '/teams/birch/report?wave=3',
      '/teams/birch/report?wave=2',
      '/teams/maple/report?wave=3',
    ];
    const tags = new Map<string, string>();
    const bodies = new Map<string, string>();
    for (const path of paths) {
      const first = await ask(path);
      expect([path, first.status, first.headers.get('Cache-Control')]).toEqual([path, 200, 'private, no-cache']);
      tags.set(path, first.headers.get('ETag')!);
      bodies.set(path, await first.text());
      const again = await ask(path, `"another", W/${tags.get(path)}`);
      expect([path, again.status, again.headers.get('ETag')]).toEqual([path, 304, tags.get(path)]);
      expect(await again.text()).toBe('');
      expect([path, (await ask(path, '"another"')).status]).toEqual([path, 200]);
    }
    // what differs has another tag
    expect(new Set(bodies.values()).size).toBe(paths.length);
    expect(new Set(tags.values()).size).toBe(paths.length);
    for (const [at, path] of paths.entries()) {
      const other = tags.get(paths[(at + 1) % paths.length]!)!;
      expect([path, (await ask(path, other)).status]).toEqual([path, 200]);
    }
    // a viewer is not told why something is hidden: the tag of who is does not fit
    for (const path of paths.filter((one) => /items|quality/.test(one))) {
      expect([path, (await ask(path, tags.get(path), 'viewer')).status]).toEqual([path, 200]);
    }
    // and nobody who may not read it learns by a tag that it is as it was
    expect((await ask('/teams/maple/report?wave=3', tags.get('/teams/maple/report?wave=3'), 'lead')).status).toBe(403);
    // a release that changes changes what rests on it
    await server.access.store.write((trx) =>
      trx.updateTable('study').set({ title: '{"en":"Made up anew"}' }).where('id', '=', study.id).execute(),
    );
    for (const path of ['/teams/birch/report?wave=3', '/results/quality?wave=1']) {
      expect([path, (await ask(path, tags.get(path))).status]).toEqual([path, 200]);
    }
  });

  test('the tag of an open wave does not change with a number that is hidden', async () => {
    const few = [
      { id: 'birch', people: { staff: 2 } },
      { id: 'maple', people: { staff: 1 } },
    ];
    const groups = [{ id: 'staff', plan: staff }];
    const { study, as, server } = await house(await engine.storeAddress(), {
      teams: few,
      groups,
      waves: 1,
      last: 'open',
    });
    const ask = async () => (await as.owner.send('GET', `/studies/${study.id}/results`)).headers.get('ETag');
    const tag = await ask();
    const { row } = study.records.at(-1)!;
    await insertRows(server.access.store, [
      { ...row, key_digest: 'd'.repeat(64), submission_digest: 'd'.repeat(64), receipt_digest: 'd'.repeat(64) },
    ]);
    expect(await ask()).toBe(tag);
  });

  test('a lead sees the own team and the whole, a viewer the whole, and neither why something is hidden', async () => {
    const { get } = await house(await engine.storeAddress());
    const lead = await get<StudyResults>('/results', 'lead');
    expect(lead.reach).toEqual({ kind: 'team', team: 'birch' });
    for (const { scales } of lead.instruments)
      for (const { teams } of scales) expect(teams.map(({ id }) => id)).toEqual(['birch']);
    expect(lead.participation!.teams.map(({ id }) => id)).toEqual(['birch']);
    expect(lead.teams.map(({ id }) => id)).toEqual(['birch']);
    const text = JSON.stringify(await get<StudyResults>('/results?team=birch&group=managers', 'lead'));
    for (const other of ['maple', 'north', 'south', 'night-line']) expect(text).not.toContain(other);
    await get('/results?team=maple', 'lead', 403);
    await get('/teams/maple/report', 'lead', 403);
    await get('/teams/birch/report', 'lead');
    const viewer = await get<StudyResults>('/results', 'viewer');
    for (const { scales } of viewer.instruments) for (const { teams } of scales) expect(teams).toEqual([]);
    await get('/results?team=birch', 'viewer', 403);
    await get('/teams/birch/report', 'viewer', 403);
    await get('/results/linkage?from=1&to=2', 'viewer', 403);
    for (const role of ['lead', 'viewer'] as const) {
      expect(JSON.stringify(await get('/results', role))).not.toMatch(/too-small|protects|unanimous/);
    }
    expect(JSON.stringify(await get('/results'))).toMatch(/too-small/);
  });
});

describe('items, quality and the report of a team', () => {
  test('items are about the people of the scales, and add up to them', async () => {
    const { study, get } = await house(':memory:');
    const items = await get<ItemResults>('/results/items?instrument=work-burnout&wave=1');
    const instrument = findInstrument('work-burnout', '1.0.0')!;
    const own = study.records.filter(
      ({ wave, record }) => wave === study.waves[0] && record.instrument === 'work-burnout',
    );
    const reliability = reliabilityReport(
      { file: '', rows: own.length },
      instrument,
      tableOfRecords(
        instrument,
        own.map(({ record }) => record),
      ),
    );
    for (const { id, n, mean, codes, rest, reversed } of items.items) {
      const given = own.map(({ record }) => record.answers[id] as number);
      expect(told(n)).toBe(88);
      expect(mean).toBeCloseTo(given.reduce((a, b) => a + b) / given.length, 10);
      for (const { lower, upper, count } of codes.status === 'shown' ? codes.value : []) {
        expect(count).toBe(given.filter((code) => code >= lower && code <= upper).length);
        expect(count).toBeGreaterThanOrEqual(5);
      }
      const scale = reliability.scales.find((one) => one.items.includes(id))!;
      const statistics = scale.itemStatistics.find(({ item }) => item === id)!;
      expect(rest).toBeCloseTo(statistics.rDrop!, 1);
      expect(reversed).toBe(statistics.reversed);
    }
    const managers = await get<ItemResults>('/results/items?instrument=work-burnout&wave=1&group=managers');
    expect(managers.items.every(({ codes }) => codes.status === 'suppressed')).toBe(true);
    expect(await get<ItemResults>('/results/items?instrument=work-stigma-staff&wave=1&group=managers')).toMatchObject({
      items: Array.from({ length: 8 }, () => ({ n: { status: 'no-data' }, mean: null })),
    });
  });

  test('where a few left an item out, they are in no figure, so that they do not follow by subtraction', async () => {
    const { get } = await house(':memory:', { missing: 0.003, waves: 1 });
    const results = await get<StudyResults>('/results');
    for (const { instrument, scales } of results.instruments) {
      const items = await get<ItemResults>(`/results/items?instrument=${instrument.id}`);
      const people = new Set(items.items.map(({ n }) => told(n)));
      for (const { figure } of scales) {
        for (const n of people) {
          const apart = Math.abs(told(figure).n - n);
          expect(apart === 0 || apart >= 5).toBe(true);
        }
      }
    }
  });

  test('counts of careless answers are held back where they are about few', async () => {
    const { get } = await house(':memory:');
    const { instruments } = await get<QualityResults>('/results/quality?wave=1');
    expect(instruments.map(({ instrument }) => instrument)).toEqual([
      'work-burnout',
      'work-satisfaction',
      'work-stigma-staff',
    ]);
    for (const { n, tooFast, incomplete, medianSecondsPerItem } of instruments) {
      expect(told(n)).toBeGreaterThan(60);
      expect(incomplete.status).toBe('suppressed');
      if (tooFast.status === 'shown') expect(tooFast.value).toBeGreaterThanOrEqual(5);
      expect(medianSecondsPerItem).toBeGreaterThan(0);
    }
  });

  test('a team has what is strong, what needs a talk, and three topics', async () => {
    const { get } = await house(':memory:');
    const report = await get<TeamReport>('/teams/birch/report?wave=3', 'lead');
    expect(report.participation).toEqual({ expected: 28, responses: { status: 'shown', value: 24 } });
    expect(report.scales.map(({ instrument, id }) => `${instrument}/${id}`)).toContain('work-burnout/burnout');
    for (const { team, whole, before, change } of report.scales) {
      if (team.status !== 'shown') continue;
      expect(whole.status).toBe('shown');
      expect(change!.difference).toBeCloseTo(team.value.mean - told(before!).mean, 12);
    }
    expect(report.questions).toHaveLength(3);
    const known = report.scales.map(({ instrument, id }) => `${instrument}/${id}`);
    for (const id of [...report.strong, ...report.toTalkAbout]) expect(known).toContain(id);
    expect(report.strong.filter((id) => report.toTalkAbout.includes(id))).toEqual([]);
    const small = await get<TeamReport>('/teams/night-line/report');
    expect(small.scales.every(({ team }) => team.status === 'suppressed')).toBe(true);
    expect([small.strong, small.toTalkAbout, small.questions]).toEqual([[], [], []]);
    await get('/teams/no-team/report', 'owner', 404);
  });
});
