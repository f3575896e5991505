import { expect, onTestFinished, test } from 'vitest';
import { rowsOf } from '../test/rows-of.ts';
import { teaPlan } from '../test/tea-plan.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import type { Study } from './study.ts';

async function newStore() {
  const path = temporaryFile();
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  return { store, path };
}

test('studies come back as they were created, by id', async () => {
  const { store } = await newStore();
  const other: Study = { ...teaStudy, id: 'another', simulated: true, locales: ['cs'], plan: teaPlan };
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
  ['plan.parts', { plan: { ...teaPlan, parts: [] } }],
  ['plan.parts[0].kind', { plan: { ...teaPlan, parts: [{ kind: 'signature', id: 'sign' }] } }],
  ['plan.parts', { plan: teaPlan, version: '1.2.1' }],
])('a study with a wrong %s is refused by name: %j', async (field, changes) => {
  const { store } = await newStore();
  const error: unknown = await store.createStudy({ ...teaStudy, ...changes } as Study).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(RangeError);
  expect(String(error)).toContain(`${field}: `);
  expect(await store.studies()).toEqual([]);
});

test('a record is stored once per study and key, and another content under its key is a conflict', async () => {
  const { store, path } = await newStore();
  await store.createStudy(teaStudy);
  await store.createStudy({ ...teaStudy, id: 'tea-2027' });
  expect(await store.addResponse('tea-2026', teaRecord(1), '2026-11-21')).toBe('stored');
  expect(await store.addResponse('tea-2026', teaRecord(1), '2026-11-22')).toBe('repeated');
  const other = teaRecord(1, { answers: { ...teaRecord().answers, 'tea-calms': 5 } });
  expect(await store.addResponse('tea-2026', other, '2026-11-21')).toBe('conflict');
  expect(await store.addResponse('tea-2027', other, '2026-11-21')).toBe('stored');
  expect(rowsOf(path)).toHaveLength(2);
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
