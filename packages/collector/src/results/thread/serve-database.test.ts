import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import { testEngines } from '../../test/engines.ts';
import { serveDatabase } from './serve-database.ts';
import { storeInThread } from './store-in-thread.ts';

async function open(address: string) {
  const store = await openStore(address);
  onTestFinished(() => store.close());
  const database = serveDatabase(store);
  let last = 0;
  const served = storeInThread({ engine: store.engine }, async (request) => {
    last += 1;
    const id = last;
    const reply = await database.answer(id, structuredClone(request));
    if ('failed' in reply) throw new RangeError('Unexpected reply.');
    return { ...structuredClone(reply), id };
  });
  const names = async () => (await store.db.selectFrom('organisation').select('id').orderBy('id').execute()).map(idOf);
  return { store, served, database, names };
}

const idOf = ({ id }: { readonly id: string }) => id;
const add = (id: string) => ({ id, name: id });

describe.each(testEngines())('the store of another thread in %s', (_, engine) => {
  test('reads and writes as that thread would', async () => {
    const { served, names } = await open(await engine.newAddress());
    const changed = await served.write(async (trx) => {
      await trx
        .insertInto('organisation')
        .values([add('a'), add('b')])
        .execute();
      // what is read within a transaction is what it wrote
      expect(await trx.selectFrom('organisation').select('id').orderBy('id').execute()).toEqual([
        { id: 'a' },
        { id: 'b' },
      ]);
      expect(await served.db.selectFrom('organisation').selectAll().execute()).toEqual([]);
      return trx.updateTable('organisation').set({ name: 'B' }).where('id', '=', 'b').executeTakeFirst();
    });
    expect(changed.numUpdatedRows).toBe(1n);
    expect(await served.db.selectFrom('organisation').selectAll().orderBy('id').execute()).toEqual([
      { id: 'a', name: 'a' },
      { id: 'b', name: 'B' },
    ]);
    expect(await names()).toEqual(['a', 'b']);
  });

  test('a work that throws is undone, and so is one whose thread has ended', async () => {
    const { store, served, database, names } = await open(await engine.newAddress());
    const thrown = new Error('Unexpected.');
    await expect(
      served.write(async (trx) => {
        await trx.insertInto('organisation').values(add('a')).execute();
        throw thrown;
      }),
    ).rejects.toBe(thrown);
    await database.answer(100, { do: 'begin' });
    const query = store.db.insertInto('organisation').values(add('b')).compile();
    await database.answer(101, { do: 'query', sql: query.sql, parameters: query.parameters, transaction: 100 });
    const beginning = expect(database.answer(102, { do: 'begin' })).rejects.toThrow();
    database.abandon();
    await beginning;
    // nothing is left that others would wait for
    await store.write((trx) => trx.insertInto('organisation').values(add('c')).execute());
    expect(await names()).toEqual(['c']);
  });

  test('what the database refuses is refused', async () => {
    const { served, names } = await open(await engine.newAddress());
    const twice = served.write((trx) =>
      trx
        .insertInto('organisation')
        .values([add('a'), add('a')])
        .execute(),
    );
    await expect(twice).rejects.toThrow(/unique/i);
    expect(await names()).toEqual([]);
  });
});
