import type { ChangeReport, DriversReport, LinkageReport } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { testServer } from '../../access/test/test-server.ts';
import { withdraw } from '../../answers/withdraw.ts';
import { testEngines } from '../../test/engines.ts';
import type { StudyChange, StudyResults } from '../results-types.ts';
import { catalogue, type MadeUp, madeUpStudy, planOf } from '../test/made-up-study.ts';

const made: MadeUp = {
  teams: [
    { id: 'birch', people: { staff: 20, managers: 6 } },
    { id: 'maple', people: { staff: 17, managers: 5 } },
  ],
  groups: [
    {
      id: 'staff',
      plan: planOf(
        'staff-plan',
        ['work-burnout'],
        ['work-satisfaction', 'overall'],
        ['peer-readiness-staff', 'clear-role', 'equal-standing'],
        ['work-stigma-staff'],
      ),
    },
    {
      id: 'managers',
      plan: planOf(
        'manager-plan',
        ['work-burnout'],
        ['work-satisfaction', 'overall'],
        ['peer-readiness-manager', 'equal-standing'],
      ),
    },
  ],
  waves: 2,
};

async function house(address: string, changes: Partial<MadeUp> = {}) {
  const server = await testServer(address, { catalogue });
  const organisation = await server.addOrganisation('House');
  const { store } = server.access;
  const study = await madeUpStudy(store, { ...made, ...changes, organisation });
  const { email } = await server.addAccount(organisation, 'owner');
  const owner = server.browser();
  await owner.signIn(email);
  const send = (path: string) => owner.send('GET', `/studies/${study.id}${path}`);
  return {
    study,
    store,
    send,
    async get<T>(path: string) {
      const response = await send(path);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
      return JSON.parse(text) as T;
    },
  };
}

const isTenth = (value: number | null) => value === null || Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;

describe.each(testEngines())('reports over rows in %s', (_, engine) => {
  test('change is about the people of the results, the linked apart, and tells no exact spread', async () => {
    const { get } = await house(await engine.storeAddress(), { linkage: 'code' });
    const results = await get<StudyResults>('/results?wave=2');
    const report = await get<ChangeReport>('/results/change?from=1&to=2');
    const linked = { linkedBy: 'code', linkedLeftOut: null };
    expect(report).toMatchObject({ schema: 'peerscale/change@1', ...linked, first: { rows: 48 } });
    expect(report.scales.map(({ id }) => id)).toContain('work-burnout/burnout');
    for (const { id, everybody, linked, teams } of report.scales) {
      const [instrument, scale] = id.split('/');
      const own = results.instruments
        .find((one) => one.instrument.id === instrument)!
        .scales.find((one) => one.id === scale)!;
      const figures = own.waves.map(({ figure }) => (figure.status === 'shown' ? figure.value : undefined));
      expect([everybody!.before.n, everybody!.after.n]).toEqual(figures.map((figure) => figure!.n));
      expect(everybody!.before.mean).toBeCloseTo(figures[0]!.mean, 10);
      expect([everybody!.before.sd, everybody!.after.sd]).toEqual(figures.map((figure) => figure!.sd));
      expect(linked!.n).toBe(figures[0]!.n);
      expect(teams).toBeNull();
      for (const { sd } of [linked!.before, linked!.after]) expect(isTenth(sd)).toBe(true);
      const { value, standardError, t, interval } = everybody!.difference;
      expect(t).toBeCloseTo(value! / standardError!, 10);
      expect((interval!.lower + interval!.upper) / 2).toBeCloseTo(value!, 10);
    }
    const linkage = await get<LinkageReport>('/results/linkage?from=1&to=2');
    expect(linkage).toMatchObject({ schema: 'peerscale/linkage@1', links: 48 });
  });

  test('drivers are scales of other instruments that the same people were asked, without means', async () => {
    const { get, send } = await house(await engine.storeAddress());
    const drivers = '/results/drivers?wave=1&outcome=work-burnout/burnout';
    const report = await get<DriversReport>(drivers);
    // forms of one family ask managers and staff the same
    expect(report.predictors.map(({ id }) => id).sort()).toEqual([
      'peer-readiness/equal-standing',
      'work-satisfaction/overall',
    ]);
    expect(report).toMatchObject({ n: 48, teams: 2, outcome: { mean: null, sd: null }, intercept: { value: null } });
    for (const { mean, sd, coefficient } of report.predictors) {
      expect([mean, sd]).toEqual([null, null]);
      expect(coefficient.value).toBeLessThan(0);
    }
    const ofStaff = await get<DriversReport>(`${drivers}&group=staff`);
    expect(ofStaff.n).toBe(37);
    expect(ofStaff.predictors.length).toBeGreaterThan(3);
    expect((await send('/results/drivers?outcome=work-burnout/no-scale')).status).toBe(422);
    expect((await send(`${drivers}&group=nobody`)).status).toBe(422);
  });
});

test('what was reported stays when somebody withdraws; what was not is left out where few would follow', async () => {
  const { study, store, get } = await house(':memory:', { waves: 3 });
  await get('/results');
  const before = await get<ChangeReport>('/results/change?from=1&to=2');
  const manager = study.records.find(({ wave, group }) => wave === study.waves[1] && group === 'managers')!;
  await withdraw(store, manager.row.receipt_digest!, '');
  expect(await get<ChangeReport>('/results/change?from=1&to=2')).toEqual(before);
  const after = await get<ChangeReport>('/results/change?from=2&to=3');
  // the manager was asked about burnout, not about stigma
  expect(after.scales.map(({ id }) => id).sort()).toEqual([
    'peer-readiness-staff/clear-role',
    'peer-readiness-staff/equal-standing',
    'work-stigma-staff/associative',
    'work-stigma-staff/indirect',
  ]);
});

test('a study that links nobody has no linkage, and waves must be closed and in order', async () => {
  const { send, get } = await house(':memory:', { last: 'open' });
  expect((await send('/results/linkage?from=1&to=2')).status).toBe(422);
  const closed = await house(':memory:');
  expect((await closed.send('/results/linkage?from=1&to=2')).status).toBe(409);
  const report = await closed.get<StudyChange>('/results/change?from=1&to=2');
  expect([report.linkedBy, report.linkedLeftOut]).toEqual([null, 'no-codes']);
  for (const { linked, unlinked, everybody } of report.scales) {
    expect([linked, unlinked]).toEqual([null, null]);
    expect(everybody!.linked).toBeNull();
  }
  for (const query of ['from=2&to=1', 'from=1&to=1', 'from=1', 'from=1&to=7']) {
    expect([query, (await closed.send(`/results/change?${query}`)).status]).toEqual([query, 422]);
  }
  expect((await send('/results/change?from=1&to=2')).status).toBe(422);
  expect(await get<StudyResults>('/results?wave=1')).toMatchObject({ wave: 1 });
});

test('linked people of two pairs that share a wave and differ by one person are not both shown', async () => {
  const { study, store, get } = await house(':memory:', { waves: 3, linkage: 'code' });
  const linkedIn = async (from: number, to: number) => {
    const { linkedBy, scales } = await get<ChangeReport>(`/results/change?from=${from}&to=${to}`);
    const burnout = scales.find(({ id }) => id === 'work-burnout/burnout')!;
    return { linkedBy, n: burnout.linked?.n, issues: burnout.issues.map(({ code }) => code), burnout };
  };
  // six of the first wave and seven of the last give no code
  const withoutCode = async (wave: string, count: number) => {
    const of = study.records.filter((one) => one.wave === wave && one.team === 'birch' && one.group === 'staff');
    const people = [...new Set(of.map(({ row }) => row.submission_digest!))].slice(0, count);
    await store.write((trx) =>
      trx.updateTable('response').set({ code: null }).where('submission_digest', 'in', people).execute(),
    );
  };
  await withoutCode(study.waves[0]!, 6);
  await withoutCode(study.waves[2]!, 7);
  expect(await linkedIn(1, 2)).toMatchObject({ linkedBy: 'code', n: 42 });
  const second = await linkedIn(2, 3);
  expect(second).toMatchObject({ n: undefined, issues: expect.arrayContaining(['too-few-linked']) });
  expect(second.burnout.unlinked).toBeNull();
  expect(second.burnout.everybody!.before.n).toBe(48);
});

test.each(['code', 'none'] as const)(
  'of waves that are further apart nobody is linked, and why is said (%s)',
  async (linkage) => {
    const { get, send } = await house(':memory:', { waves: 3, linkage });
    for (const [query, leftOut] of [
      ['from=1&to=3', linkage === 'code' ? 'waves-apart' : 'no-codes'],
      ['from=2&to=3', linkage === 'code' ? null : 'no-codes'],
    ] as const) {
      const report = await get<StudyChange>(`/results/change?${query}`);
      expect([query, report.linkedLeftOut]).toEqual([query, leftOut]);
      expect(report.linkedBy).toBe(leftOut === null ? 'code' : null);
      for (const { linked, unlinked, everybody } of report.scales) {
        expect([linked === null, unlinked === null || leftOut === null]).toEqual([leftOut !== null, true]);
        expect(everybody!.before.n).toBeGreaterThanOrEqual(5);
      }
    }
    const refused = await send('/results/linkage?from=1&to=3');
    const { type } = (await refused.json()) as { type: string };
    const code = linkage === 'code' ? 'waves-apart' : 'study-state';
    expect([refused.status, type]).toEqual([409, `urn:peerscale:problem:${code}`]);
  },
);

test('drivers of many scales are refused in words, again without work', async () => {
  const wide = planOf(
    'wide-plan',
    ['work-burnout'],
    ['work-satisfaction'],
    ['peer-readiness-staff'],
    ['work-stigma-staff'],
  );
  const { send, store, study } = await house(':memory:', {
    teams: [{ id: 'birch', people: { staff: 60 } }],
    groups: [{ id: 'staff', plan: wide }],
    waves: 1,
  });
  const ask = () => send('/results/drivers?outcome=work-burnout/burnout');
  const refused = await ask();
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/at most 8 are compared/);
  // kept, although the answers are gone now
  await store.write((trx) => trx.deleteFrom('response').where('study_id', '=', study.id).execute());
  expect((await ask()).status).toBe(422);
});

test('a report that is first asked for after answers were deleted is refused, and nothing is kept of it', async () => {
  const { send, store, study } = await house(':memory:');
  await send('/results');
  await store.write((trx) => trx.deleteFrom('response').where('wave_id', '=', study.waves[0]!).execute());
  expect((await send('/results/change?from=1&to=2')).status).toBe(409);
  expect((await send('/results/drivers?outcome=work-burnout/burnout&wave=1')).status).toBe(409);
  const kept = await store.db.selectFrom('report_release').select('id').execute();
  expect(kept.map(({ id }) => id).sort()).toEqual(study.waves.map((wave) => `${wave}/results`).sort());
});

test('of many reports at once few wait, and the others are told to come back', async () => {
  const { send } = await house(':memory:');
  const outcomes = ['burnout', 'exhaustion', 'distance', 'lost-accomplishment'];
  const paths = outcomes.flatMap((scale) =>
    ['', '&group=staff', '&wave=1', '&wave=1&group=staff'].map(
      (rest) => `/results/drivers?outcome=work-burnout/${scale}${rest}`,
    ),
  );
  const statuses = await Promise.all(paths.map(async (path) => (await send(path)).status));
  expect(statuses).toContain(200);
  expect(statuses).toContain(503);
});
