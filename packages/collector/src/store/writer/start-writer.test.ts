import { expect, onTestFinished, test } from 'vitest';
import { testEngines } from '../../test/engines.ts';
import { teaRecord, teaStudy } from '../../test/tea-study.ts';
import { temporaryFile } from '../../test/temporary-file.ts';
import { openSqliteStore } from '../open-sqlite-store.ts';
import { openStore } from '../open-store.ts';
import { responseRow } from '../response-row.ts';
import { StoreUnavailableError } from '../store-unavailable-error.ts';
import { startWriter } from './start-writer.ts';

const DAY = '2026-11-21';
const rowOf = (number: number) => responseRow(teaStudy.id, teaRecord(number), DAY);

test.each(testEngines())(
  '%s: answers that come together share commits, beside the works of others',
  async (_, engine) => {
    const store = await openStore(await engine.newAddress());
    onTestFinished(() => store.close());
    await store.createStudy(teaStudy);
    const before = store.statistics().commits;
    const adding = Array.from({ length: 200 }, (_unused, n) => store.addResponse(teaStudy.id, teaRecord(n), DAY));
    expect(store.statistics().waiting).toBe(200);
    const works = Array.from({ length: 20 }, (_unused, n) =>
      store.write(async (trx) => {
        await trx
          .insertInto('organisation')
          .values({ id: `o${n}`, name: '-' })
          .execute();
        // whole works of answers come between works, never parts of one
        const first = await trx.selectFrom('response').select('key_digest').execute();
        const second = await trx.selectFrom('response').select('key_digest').execute();
        expect(second).toHaveLength(first.length);
      }),
    );
    await Promise.all(works);
    expect(new Set(await Promise.all(adding))).toEqual(new Set(['stored']));
    const { commits, waiting } = store.statistics();
    expect(commits - before).toBeGreaterThan(1);
    expect(commits - before).toBeLessThan(150);
    expect(waiting).toBe(0);
    expect(await store.records(teaStudy.id)).toHaveLength(200);
    expect(await store.addResponse(teaStudy.id, teaRecord(7), DAY)).toBe('repeated');
  },
);

test.each(testEngines())(
  '%s: those that wait when the store closes are stored, later ones refused',
  async (_, engine) => {
    const address = await engine.newAddress();
    const store = await openStore(address);
    await store.createStudy(teaStudy);
    const adding = Array.from({ length: 30 }, (_unused, n) => store.addResponse(teaStudy.id, teaRecord(n), DAY));
    const closing = store.close();
    const late = store.addResponse(teaStudy.id, teaRecord(99), DAY);
    await Promise.all([closing, expect(late).rejects.toBeInstanceOf(StoreUnavailableError)]);
    expect(new Set(await Promise.all(adding))).toEqual(new Set(['stored']));
    expect(await engine.query(address, 'select key_digest from response')).toHaveLength(30);
  },
);

test('more than may wait are refused at once', async () => {
  const store = await openSqliteStore(temporaryFile(), { maxWaiting: 5 });
  onTestFinished(() => store.close());
  await store.createStudy(teaStudy);
  const adding = [1, 2, 3, 4, 5, 6].map((n) => store.addResponse(teaStudy.id, teaRecord(n), DAY));
  await expect(adding[5]).rejects.toMatchObject({ name: 'StoreUnavailableError', retryAfterSeconds: 1 });
  expect(await Promise.all(adding.slice(0, 5))).toEqual(['stored', 'stored', 'stored', 'stored', 'stored']);
});

test('a thread that cannot open its file refuses everything with the reason, and closes', async () => {
  const writer = startWriter({ engine: 'sqlite', address: `${temporaryFile()}-missing`, busyTimeout: 0 });
  const refused = (await writer.answers.addResponse(rowOf(1)).catch((error: unknown) => error)) as Error;
  expect(refused).toBeInstanceOf(StoreUnavailableError);
  expect(((refused.cause as Error).cause as Error).message).toMatch(/unable to open|does not exist|missing/i);
  await expect(writer.connection.begin({ readOnly: false })).rejects.toThrow('has failed');
  await writer.close();
});
