import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testEngines } from '../test/engines.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import type { OtherAnswerRow, ResponseRow } from './database.ts';
import { openStore } from './open-store.ts';
import { responseRow } from './response-row.ts';

const row = (key: number, changes: Partial<ResponseRow> = {}): ResponseRow => ({
  ...responseRow(teaStudy.id, teaRecord(key), '2026-11-21'),
  wave_id: 'w1',
  team_id: 'kitchen',
  group_id: 'staff',
  ...changes,
});

const other = (key: string): OtherAnswerRow => ({
  key_digest: key,
  study_id: teaStudy.id,
  wave_id: 'w1',
  team_id: 'kitchen',
  group_id: 'staff',
  part: 'free',
  kind: 'text',
  value: 'a word',
});

describe.each(testEngines())('%s', (_, engine) => {
  async function newStore(tokens: readonly string[]) {
    const address = await engine.newAddress();
    const store = await openStore(address);
    onTestFinished(() => store.close());
    await store.createStudy(teaStudy);
    await engine.query(
      address,
      `insert into wave values ('w1', '${teaStudy.id}', 1, 'First', '2026-01-01', '2026-12-31', '[]', 'open', null)`,
    );
    for (const token of tokens)
      await engine.query(address, `insert into token values ('${token}', 'w1', 'kitchen', 'staff')`);
    const count = async (table: string) => (await engine.query(address, `select * from ${table}`)).length;
    return { store, count };
  }

  test('all of a submission is stored and its token is gone, once', async () => {
    const { store, count } = await newStore(['t1', 't2']);
    const submission = {
      responses: [row(1, { submission_digest: 's' }), row(2, { submission_digest: 's' })],
      otherAnswers: [other('o')],
      tokenDigest: 't1',
    } as const;
    expect(await store.addSubmission(submission)).toBe('stored');
    // the token is burnt, and the same submission is known all the same
    expect(await store.addSubmission(submission)).toBe('repeated');
    expect(await store.addSubmission({ responses: [row(1, { submission_digest: 'other' })] })).toBe('conflict');
    expect(await store.addSubmission({ responses: [row(3)], tokenDigest: 't1' })).toBe('token-not-valid');
    expect(await store.addSubmission({ responses: [row(3)], tokenDigest: 'never' })).toBe('token-not-valid');
    expect([await count('response'), await count('other_answer'), await count('token')]).toEqual([2, 1, 1]);
  });

  test('of many at once with one token exactly one is stored, and the others leave theirs', async () => {
    const { store, count } = await newStore(['t1', 't2', 't3']);
    const results = await Promise.all([
      ...Array.from({ length: 10 }, (_unused, i) => store.addSubmission({ responses: [row(i)], tokenDigest: 't1' })),
      store.addSubmission({ responses: [row(20)], tokenDigest: 't2' }),
      store.addSubmission({ responses: [row(20)], tokenDigest: 't2' }),
    ]);
    expect(results.slice(0, 10).filter((result) => result === 'stored')).toHaveLength(1);
    expect(results.slice(0, 10).filter((result) => result === 'token-not-valid')).toHaveLength(9);
    expect(results.slice(10)).toEqual(['stored', 'repeated']);
    expect([await count('response'), await count('token')]).toEqual([2, 1]);
  });

  test('a wave that is over, or a link that was taken back, takes nothing, and no token is burnt for it', async () => {
    const { store, count } = await newStore(['t1', 't2']);
    const change = (text: string) => store.write(async (trx) => sql.raw(text).execute(trx));
    await change(`insert into link values ('l1', 'w1', null, null, 'open')`);
    const late = row(1, { day: '2027-01-01' });
    expect(await store.addSubmission({ responses: [late], tokenDigest: 't1' })).toBe('wave-closed');
    expect(await store.addSubmission({ responses: [row(1)], linkDigest: 'l1' })).toBe('stored');
    await change(`delete from link`);
    expect(await store.addSubmission({ responses: [row(2)], linkDigest: 'l1' })).toBe('link-not-valid');
    for (const [close, open] of [
      [`update wave set state = 'closed'`, `update wave set state = 'open'`],
      [`update study set state = 'closed'`, `update study set state = 'open'`],
    ] as const) {
      await change(close);
      const results = [row(2), row(3)].map((one, at) =>
        store.addSubmission({ responses: [one], tokenDigest: `t${at + 1}` }),
      );
      expect(await Promise.all(results)).toEqual(['wave-closed', 'wave-closed']);
      // what came in time is known all the same
      expect(await store.addSubmission({ responses: [row(1)], tokenDigest: 't1' })).toBe('repeated');
      await change(open);
    }
    expect([await count('response'), await count('token')]).toEqual([1, 2]);
    expect(await store.addSubmission({ responses: [row(2)], tokenDigest: 't1' })).toBe('stored');
  });

  test('a key that came with another instrument first is a conflict, and nothing of it is stored', async () => {
    const { store, count } = await newStore([]);
    const digest = { submission_digest: 's' };
    expect(await store.addSubmission({ responses: [row(2, digest)] })).toBe('stored');
    const other = { submission_digest: 'other' };
    expect(await store.addSubmission({ responses: [row(1, other), row(2, other)] })).toBe('conflict');
    expect(await count('response')).toBe(1);
  });

  test('very many answers beside the instruments at once are stored, by their keys', async () => {
    const { store, count } = await newStore([]);
    const submissions = Array.from({ length: 300 }, (_unused, n) => ({
      responses: [row(n)] as const,
      otherAnswers: Array.from({ length: 40 }, (_none, part) => ({ ...other(`${n}-${part}`), value: `“${n}”\n'` })),
    }));
    const results = await Promise.all(submissions.map((one) => store.addSubmission(one)));
    expect(new Set(results)).toEqual(new Set(['stored']));
    expect([await count('response'), await count('other_answer')]).toEqual([300, 12_000]);
    const { value } = await store.db
      .selectFrom('other_answer')
      .select('value')
      .where('key_digest', '=', '7-3')
      .executeTakeFirstOrThrow();
    expect(value).toBe(`“7”\n'`);
  });

  test('where an answer cannot be stored, its token is not burnt, and others are not touched', async () => {
    const { store, count } = await newStore(['t1', 't2']);
    const results = await Promise.allSettled([
      store.addSubmission({ responses: [row(1)], tokenDigest: 't1' }),
      store.addSubmission({ responses: [row(2), row(3, { wave_id: 'nowhere' })], tokenDigest: 't2' }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect([await count('response'), await count('token')]).toEqual([1, 1]);
    expect(await store.addSubmission({ responses: [row(2)], tokenDigest: 't2' })).toBe('stored');
  });
});
