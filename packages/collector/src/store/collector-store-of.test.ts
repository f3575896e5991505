import { describe, expect, onTestFinished, test } from 'vitest';
import { testEngines } from '../test/engines.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import { openStore } from './open-store.ts';
import type { Study } from './study.ts';

describe.each(testEngines())('%s', (_, engine) => {
  async function newStore() {
    const address = await engine.newAddress();
    const store = await openStore(address);
    onTestFinished(() => store.close());
    return { store, rows: (text: string) => engine.query(address, text) };
  }

  test('studies come back as they were created, by id', async () => {
    const { store } = await newStore();
    const other: Study = { ...teaStudy, id: 'another', simulated: true, locales: ['cs'] };
    await store.createStudy(teaStudy);
    await store.createStudy(other);
    expect(await store.studies()).toEqual([other, teaStudy]);
    expect(await store.study('another')).toEqual(other);
    expect(await store.study('none')).toBeUndefined();
  });

  test('an id is given once', async () => {
    const { store } = await newStore();
    await store.createStudy(teaStudy);
    await expect(store.createStudy({ ...teaStudy, simulated: true })).rejects.toThrow(
      new RangeError('Unexpected study: the id tea-2026 is taken.'),
    );
    expect(await store.studies()).toEqual([teaStudy]);
  });

  test.each<[string, Partial<Record<keyof Study, unknown>>]>([
    ['id', { id: '../etc/passwd' }],
    ['id', { id: 'a'.repeat(65) }],
    ['title.en', { title: { cs: 'Čaj' } }],
    ['instrument', { instrument: 'Tea; drop table study' }],
    ['version', { version: '1' }],
    ['locales', { locales: [] }],
    ['locales', { locales: ['en', 'en'] }],
    ['minimumGroupSize', { minimumGroupSize: 2 }],
    ['minimumGroupSize', { minimumGroupSize: 5.5 }],
    ['simulated', { simulated: 'no' }],
  ])('a study with a wrong %s is refused by name: %j', async (field, changes) => {
    const { store } = await newStore();
    const error: unknown = await store.createStudy({ ...teaStudy, ...changes } as Study).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(RangeError);
    expect(String(error)).toContain(`${field}: `);
    expect(await store.studies()).toEqual([]);
  });

  test('a record is stored once per study and key, and another content under its key is a conflict', async () => {
    const { store, rows } = await newStore();
    await store.createStudy(teaStudy);
    await store.createStudy({ ...teaStudy, id: 'tea-2027' });
    expect(await store.addResponse('tea-2026', teaRecord(1), '2026-11-21')).toBe('stored');
    expect(await store.addResponse('tea-2026', teaRecord(1), '2026-11-22')).toBe('repeated');
    const other = teaRecord(1, { answers: { ...teaRecord().answers, 'tea-calms': 5 } });
    expect(await store.addResponse('tea-2026', other, '2026-11-21')).toBe('conflict');
    expect(await store.addResponse('tea-2027', other, '2026-11-21')).toBe('stored');
    expect(await rows('select * from response')).toHaveLength(2);
    expect(await store.records('tea-2026')).toEqual([{ answers: teaRecord().answers }]);
  });

  test('records give back answers and coding', async () => {
    const { store } = await newStore();
    await store.createStudy(teaStudy);
    const coding = { agreement: 'rejection' } as const;
    await store.addResponse('tea-2026', teaRecord(1, { coding, locale: 'pt-BR' }), '2026-11-21');
    expect(await store.records('tea-2026')).toEqual([{ answers: teaRecord().answers, coding }]);
    expect(await store.records('tea-2027')).toEqual([]);
  });

  test('of many posts at once with one key exactly one is stored', async () => {
    const { store, rows } = await newStore();
    await store.createStudy(teaStudy);
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, i) => store.addResponse('tea-2026', teaRecord(i % 4), '2026-11-21')),
    );
    expect(results.filter((result) => result === 'stored')).toHaveLength(4);
    expect(results.filter((result) => result === 'repeated')).toHaveLength(36);
    expect(await rows('select * from response')).toHaveLength(4);
  });

  test('an answer to a study that does not exist is refused, and those beside it are stored', async () => {
    const { store, rows } = await newStore();
    await store.createStudy(teaStudy);
    const results = await Promise.allSettled(
      ['tea-2026', 'nowhere', 'tea-2026'].map((study, i) => store.addResponse(study, teaRecord(i), '2026-11-21')),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(String((results[1] as PromiseRejectedResult).reason)).toMatch(/foreign key/i);
    expect(await rows('select * from response')).toHaveLength(2);
  });

  test('a study with groups and plans is not among the open studies', async () => {
    const { store, rows } = await newStore();
    await store.createStudy(teaStudy);
    await rows("insert into study (id, title, state, locales) values ('waves', '{}', 'draft', '[]')");
    expect(await store.studies()).toEqual([teaStudy]);
    expect(await store.study('waves')).toBeUndefined();
  });
});
