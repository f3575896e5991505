import { randomUUID } from 'node:crypto';
import type { FormRecord } from '@peerscale/form';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../access/audit/verify-audit.ts';
import { openStore } from '../store/open-store.ts';
import { testEngines } from '../test/engines.ts';
import { teaCatalogue, teaRecord } from '../test/tea-study.ts';
import { type ImportedStudy, importStudy } from './import-study.ts';

const organisationId = randomUUID();
const accountId = randomUUID();

const plan = {
  format: 'peerscale/form-plan@1',
  id: 'tea-plan',
  version: '1.0.0',
  parts: [
    { kind: 'instrument', id: 'tea', instrument: 'tea', version: '1.2.0' },
    { kind: 'long-text', id: 'remarks', question: { en: 'Anything else?' } },
  ],
};

function record(number: number): FormRecord {
  const one = teaRecord(number);
  const { startedAt, finishedAt, idempotencyKey } = one;
  return {
    schema: 'peerscale/form-record@1',
    plan: plan.id,
    version: plan.version,
    locale: 'en',
    records: [one],
    values: { remarks: `remark ${number}` },
    codes: {},
    startedAt,
    finishedAt,
    idempotencyKey,
  };
}

const sent = (number: number) => ({ wave: 1, team: 'red', group: 'staff', day: '2026-03-04', record: record(number) });

function tea(changes: Partial<ImportedStudy> = {}): ImportedStudy {
  return {
    id: 'tea-on-the-ward',
    organisationId,
    study: { title: { en: 'Tea' }, locales: ['en'], simulated: true },
    teams: [
      { id: 'red', name: 'Red team', setting: 'inpatient', parent: 'house' },
      { id: 'house', name: 'House' },
    ],
    groups: [{ id: 'staff', name: 'Staff', plan }],
    waves: [
      {
        name: 'Spring',
        opensOn: '2026-03-02',
        closesOn: '2026-03-20',
        cells: [{ team: 'red', group: 'staff', expected: 7 }],
        state: 'closed',
      },
      { name: 'Autumn', opensOn: '2026-09-02', closesOn: '2026-09-20', cells: [], state: 'planned' },
    ],
    actions: [
      {
        team: 'red',
        wave: 1,
        reviewWave: 2,
        text: 'More tea.',
        state: 'agreed',
        createdOn: '2026-04-01',
        accountId,
      },
    ],
    submissions: () => [1, 2, 3].map(sent),
    ...changes,
  };
}

describe.each(testEngines())('bringing a study into %s', (_, engine) => {
  async function organisation() {
    const store = await openStore(await engine.storeAddress());
    onTestFinished(() => store.close());
    await store.write(async (trx) => {
      await trx.insertInto('organisation').values({ id: organisationId, name: 'Ward 3' }).execute();
      await trx
        .insertInto('account')
        .values({
          id: accountId,
          organisation_id: organisationId,
          email: 'ada@ward3.example',
          name: 'Ada',
          role: 'analyst',
          team_id: null,
          password_hash: null,
          locale: 'en',
          disabled: 0,
          created_at: 0,
        })
        .execute();
    });
    const count = async (table: 'study' | 'team' | 'wave' | 'response' | 'other_answer' | 'action' | 'audit') =>
      (await store.db.selectFrom(table).selectAll().execute()).length;
    return { store, count };
  }

  test('everything is there once, as if it had been held here', async () => {
    const { store, count } = await organisation();
    expect(await importStudy(store, teaCatalogue, tea())).toBe(true);
    expect(await importStudy(store, teaCatalogue, tea())).toBe(false);
    const waves = await store.db.selectFrom('wave').selectAll().orderBy('number').execute();
    expect(waves).toMatchObject([
      { number: 1, state: 'closed', opens_on: '2026-03-02', closes_on: '2026-03-20' },
      { number: 2, state: 'planned', frozen: null },
    ]);
    expect(JSON.parse(waves[0]!.frozen!)).toMatchObject({
      startedOn: '2026-03-02',
      teams: [{ id: 'house' }, { id: 'red', parent: 'house', setting: 'inpatient' }],
      groups: [{ id: 'staff', plan: { id: 'tea-plan' } }],
    });
    const responses = await store.db.selectFrom('response').selectAll().execute();
    expect(responses).toHaveLength(3);
    for (const row of responses) {
      const expected = { team_id: 'red', group_id: 'staff', wave_id: waves[0]!.id, day: '2026-03-04', part: 'tea' };
      expect(row).toMatchObject(expected);
    }
    expect(await store.db.selectFrom('wave_cell').selectAll().execute()).toMatchObject([{ expected: 7 }]);
    expect(await store.db.selectFrom('action').selectAll().execute()).toMatchObject([
      { text: 'More tea.', wave_id: waves[0]!.id, review_wave_id: waves[1]!.id },
    ]);
    expect([await count('study'), await count('other_answer'), await count('audit')]).toEqual([1, 3, 1]);
    expect(await verifyAudit(store.db)).toMatchObject({ intact: true });
  });

  test('of two that begin at the same moment one brings it in', async () => {
    const { store, count } = await organisation();
    const both = [1, 2].map(() => importStudy(store, teaCatalogue, tea()));
    expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
    expect(await count('response')).toBe(3);
  });

  test.each<[string, Partial<ImportedStudy>, RegExp]>([
    [
      'an answer that does not fit',
      { submissions: () => [sent(1), { ...sent(2), record: { ...record(2), plan: 'another' } }] },
      /^Unexpected submission of wave 1: plan /,
    ],
    [
      'a team that was not asked',
      { submissions: () => [sent(1), { ...sent(2), team: 'house' }] },
      /^Unexpected submission: staff of house were not asked in wave 1 on 2026-03-04\.$/,
    ],
    ['a day on which nobody was asked', { submissions: () => [{ ...sent(1), day: '2026-03-21' }] }, /on 2026-03-21\.$/],
    [
      'an answer that comes twice',
      { submissions: () => [sent(1), sent(1)] },
      /^Unexpected submission of wave 1: repeated\.$/,
    ],
    ['an action by nobody', { actions: [{ ...tea().actions![0]!, accountId: randomUUID() }] }, /constraint/i],
    [
      'a group of an instrument that is not there',
      { groups: [{ id: 'staff', name: 'Staff', battery: { id: 'none', respondents: 'staff' } }] },
      /./,
    ],
  ])('with %s nothing of it is stored, and it can be brought in afterwards', async (_name, changes, message) => {
    const { store, count } = await organisation();
    await expect(importStudy(store, teaCatalogue, tea(changes))).rejects.toThrow(message);
    for (const table of ['study', 'team', 'wave', 'response', 'other_answer', 'audit'] as const) {
      expect([table, await count(table)]).toEqual([table, 0]);
    }
    expect(await importStudy(store, teaCatalogue, tea())).toBe(true);
    expect(await count('response')).toBe(3);
  });
});
