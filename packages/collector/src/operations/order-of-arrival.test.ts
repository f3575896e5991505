import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { testEngines } from '../test/engines.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';

const security = readFileSync(new URL('../../../../docs/security.md', import.meta.url), 'utf8');
/** What the page about security tells people with PostgreSQL to run. */
const [, statements = ''] = /```sql\n([\s\S]*?)```/.exec(security) ?? [];

describe('the order in which answers arrived', () => {
  const [, postgres] = testEngines().find(([name]) => name === 'PostgreSQL')!;

  test('stands in the rows of PostgreSQL until the documented statements have run', async () => {
    const address = await postgres.storeAddress();
    const store = await openStore(address);
    await store.createStudy(teaStudy);
    for (let number = 1; number <= 20; number++) {
      await store.addResponse(teaStudy.id, teaRecord(number), '2026-11-20');
    }
    await store.close();
    const look = async () => {
      const rows = await postgres.query(address, 'select key_digest, xmin::text as by from response order by ctid');
      const keys = rows.map(({ key_digest }) => key_digest as string);
      return { byKey: keys.join() === keys.toSorted().join(), transactions: new Set(rows.map(({ by }) => by)).size };
    };
    expect(await look()).toEqual({ byKey: false, transactions: 20 });
    expect(statements).not.toBe('');
    for (const statement of statements.split(';')) {
      if (statement.trim() !== '') await postgres.query(address, statement);
    }
    expect(await look()).toEqual({ byKey: true, transactions: 1 });
  });
});
