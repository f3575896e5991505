import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import { testEngines } from '../../test/engines.ts';
import { appendAudit } from './append-audit.ts';
import { createAudit } from './audit.ts';
import { type AuditEntry, hashOfEntry, NO_HASH } from './audit-entry.ts';
import { verifyAudit } from './verify-audit.ts';

const entry: AuditEntry = {
  action: 'exported',
  subject: 'study tea-2026',
  organisationId: 'ward',
  accountId: 'hana',
  detail: { rows: 12, format: 'csv', 'with "quotes"': 'ř' },
};

test('the hash is SHA-256 over the entry as canonical JSON, so that anybody can check it', () => {
  const row = {
    sequence: 2,
    at: 1_700_000_000_000,
    organisation_id: null,
    account_id: 'hana',
    action: 'exported',
    subject: 'study tea-2026',
    detail: '{"format":"csv"}',
    previous_hash: NO_HASH,
  };
  const canonical =
    '{"account_id":"hana","action":"exported","at":1700000000000,"detail":"{\\"format\\":\\"csv\\"}",' +
    `"organisation_id":null,"previous_hash":"${NO_HASH}","sequence":2,"subject":"study tea-2026"}`;
  expect(hashOfEntry(row)).toBe(createHash('sha256').update(canonical).digest('hex'));
});

describe.each(testEngines())('the audit log in %s', (name, engine) => {
  async function newStore() {
    const address = await engine.storeAddress();
    const store = await openStore(address);
    onTestFinished(() => store.close());
    const append = (changes: Partial<AuditEntry> = {}) =>
      store.write((trx) => appendAudit(trx, { ...entry, ...changes }, 1_700_000_000_000));
    return { store, address, append };
  }

  /** What somebody does who holds the database itself. */
  async function pastTheGuards(address: string, ...statements: string[]) {
    const triggers = name === 'SQLite' ? ['update', 'delete', 'insert'].map((event) => `audit_no_${event}`) : [];
    for (const trigger of triggers) await engine.query(address, `drop trigger ${trigger}`);
    if (name === 'PostgreSQL') await engine.query(address, 'alter table audit disable trigger all');
    for (const statement of statements) await engine.query(address, statement);
  }

  test('an empty log is whole, and every entry follows the one before', async () => {
    const { store, append } = await newStore();
    expect(await verifyAudit(store.db)).toEqual({ intact: true, head: { sequence: 0, hash: NO_HASH } });
    await append();
    await append({ organisationId: null, accountId: null, detail: {} });
    const rows = await store.db.selectFrom('audit').selectAll().orderBy('sequence').execute();
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(rows[0]).toMatchObject({
      previous_hash: NO_HASH,
      detail: '{"format":"csv","rows":12,"with \\"quotes\\"":"ř"}',
    });
    expect(rows[1]!.previous_hash).toBe(rows[0]!.hash);
    expect(await verifyAudit(store.db)).toEqual({ intact: true, head: { sequence: 2, hash: rows[1]!.hash } });
  });

  test('the database refuses to change, remove or replace an entry', async () => {
    const { store, append } = await newStore();
    await append();
    await append();
    const { db } = store;
    const row = await db.selectFrom('audit').selectAll().where('sequence', '=', 1).executeTakeFirstOrThrow();
    await expect(db.updateTable('audit').set({ subject: 'x' }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('audit').where('sequence', '=', 2).execute()).rejects.toThrow('append-only');
    const replaced = { ...row, subject: 'x' };
    const replacing =
      name === 'SQLite'
        ? db.replaceInto('audit').values(replaced)
        : db
            .insertInto('audit')
            .values(replaced)
            .onConflict((conflict) => conflict.column('sequence').doUpdateSet({ subject: 'x' }));
    await expect(replacing.execute()).rejects.toThrow('append-only');
    expect(await verifyAudit(db)).toMatchObject({ intact: true, head: { sequence: 2 } });
  });

  test('many at once make one chain, and what is undone leaves no gap', async () => {
    const { store, append } = await newStore();
    const results = await Promise.allSettled(
      Array.from({ length: 120 }, (_, number) =>
        store.write(async (trx) => {
          await appendAudit(trx, { ...entry, subject: `study ${number}` }, number);
          if (number % 3 === 0) throw new Error('undone');
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(40);
    await append();
    const verified = await verifyAudit(store.db);
    expect(verified).toMatchObject({ intact: true, head: { sequence: 81 } });
  });

  test('more entries than are read at once', async () => {
    const { store, append } = await newStore();
    await Promise.all(Array.from({ length: 2001 }, () => append()));
    expect(await verifyAudit(store.db)).toMatchObject({ intact: true, head: { sequence: 2001 } });
  });

  test.each([
    ['the subject of one', "update audit set subject = 'study other' where sequence = 3", 3, 'altered'],
    ['who did it', 'update audit set account_id = null where sequence = 1', 1, 'altered'],
    ['when', 'update audit set at = at + 1 where sequence = 5', 5, 'altered'],
    ['a detail', "update audit set detail = '{}' where sequence = 2", 2, 'altered'],
    ['one removed', 'delete from audit where sequence = 3', 4, 'broken'],
    ['the first removed', 'delete from audit where sequence = 1', 2, 'broken'],
  ])('it is found where the chain breaks: %s', async (_, statement, at, reason) => {
    const { store, address, append } = await newStore();
    for (let count = 0; count < 5; count++) await append();
    await store.close();
    await pastTheGuards(address, statement);
    const again = await openStore(address);
    onTestFinished(() => again.close());
    expect(await verifyAudit(again.db)).toEqual({ intact: false, entry: at, reason });
  });

  test('an entry that was altered together with its hash shows at the next, and a number left out shows itself', async () => {
    const { store, address, append } = await newStore();
    for (let count = 0; count < 3; count++) await append();
    const [first, second] = await store.db.selectFrom('audit').selectAll().orderBy('sequence').execute();
    const { hash } = first!;
    // whoever can write may add, and leave out a number when adding
    const skipping = { ...second!, sequence: 5, previous_hash: '', subject: 'study x' };
    const last = await store.db.selectFrom('audit').select('hash').where('sequence', '=', 3).executeTakeFirstOrThrow();
    skipping.previous_hash = last.hash;
    const { hash: _, ...unhashed } = skipping;
    await store.write((trx) =>
      trx
        .insertInto('audit')
        .values({ ...unhashed, hash: hashOfEntry(unhashed) })
        .execute(),
    );
    expect(await verifyAudit(store.db)).toEqual({ intact: false, entry: 5, reason: 'broken' });
    await store.close();
    const { hash: __, ...altered } = { ...first!, subject: 'study y' };
    await pastTheGuards(
      address,
      `update audit set subject = 'study y', hash = '${hashOfEntry(altered)}' where hash = '${hash}'`,
    );
    const again = await openStore(address);
    onTestFinished(() => again.close());
    expect(await verifyAudit(again.db)).toEqual({ intact: false, entry: 2, reason: 'broken' });
  });

  test('a removed end and a chain made anew show against a head that was noted down', async () => {
    const { store, address, append } = await newStore();
    for (let count = 0; count < 5; count++) await append();
    const verified = await verifyAudit(store.db);
    if (!verified.intact) throw new Error('not intact');
    await append();
    expect(await verifyAudit(store.db, verified.head)).toMatchObject({ intact: true, head: { sequence: 6 } });
    await store.close();
    await pastTheGuards(address, 'delete from audit where sequence >= 5');
    const again = await openStore(address);
    onTestFinished(() => again.close());
    expect(await verifyAudit(again.db)).toMatchObject({ intact: true, head: { sequence: 4 } });
    expect(await verifyAudit(again.db, verified.head)).toEqual({ intact: false, entry: 5, reason: 'cut-off' });
    await again.write((trx) => appendAudit(trx, { ...entry, subject: 'something else' }, 1));
    expect(await verifyAudit(again.db, verified.head)).toEqual({ intact: false, entry: 5, reason: 'cut-off' });
  });

  test('a flood of refusals is counted and not written', async () => {
    const { store } = await newStore();
    let time = 0;
    const audit = createAudit(store, () => time);
    const refusal: AuditEntry = { ...entry, action: 'request-refused', detail: { reason: 'forbidden' } };
    await Promise.all(Array.from({ length: 500 }, () => audit.refused(refusal)));
    await audit.refused({ ...refusal, accountId: 'somebody else' });
    time = 60_000;
    await audit.refused(refusal);
    const rows = await store.db.selectFrom('audit').select(['account_id', 'detail']).orderBy('sequence').execute();
    expect(rows).toHaveLength(62);
    expect(rows[60]!.account_id).toBe('somebody else');
    expect(rows[61]!.detail).toBe('{"reason":"forbidden","unwritten":440}');
  });
});

test('no change of any field leaves the hash as it was', () => {
  const row = {
    sequence: 1,
    at: 1,
    organisation_id: 'a',
    account_id: 'b',
    action: 'exported',
    subject: 'c',
    detail: '{}',
    previous_hash: NO_HASH,
  };
  const field = fc.constantFrom(...(Object.keys(row) as (keyof typeof row)[]));
  fc.assert(
    fc.property(field, fc.oneof(fc.string(), fc.integer(), fc.constant(null)), (name, value) => {
      fc.pre(row[name] !== value);
      expect(hashOfEntry({ ...row, [name]: value } as typeof row)).not.toBe(hashOfEntry(row));
    }),
  );
});
