import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Bundle, recordOf, staffAnswers, wardStudy } from '../studies/test/ward-study.ts';
import { testEngines } from '../test/engines.ts';

/** What every row about a place shares, and what answers of different people may share. */
const PLACES = new Set(['study_id', 'wave_id', 'team_id', 'group_id', 'id', 'parent_id', 'number']);

type Row = Readonly<Record<string, unknown>>;

describe.each(testEngines())('nothing joins invitations and answers in %s', (_, engine) => {
  test('in a full dump after a study answered by tokens: no shared value, no order, no time', async () => {
    const address = await engine.storeAddress();
    const ward = await wardStudy(address);
    const wave = await ward.startWave();
    // letters, so that addresses have been about as well
    const addresses = Array.from({ length: 12 }, (_unused, n) => `person${n}@ward3.example`);
    const letters = { team: 'red', group: 'staff', locale: 'en', addresses };
    expect(await ward.ask('POST', `/studies/${ward.study}/waves/${wave}/letters`, letters)).toEqual({
      sent: 12,
      failed: [],
      unsure: [],
    });
    const secretOf = new Map(ward.letters.map(({ to, text }) => [to, /#(\S+)/.exec(text)![1]!]));
    const browser = ward.server.browser('198.51.100.7');
    const keys: string[] = [];
    const receipts: string[] = [];
    const answered = addresses.slice(0, 8);
    for (const [n, to] of answered.entries()) {
      // people come at different times of the day
      ward.server.pass(600_000);
      const path = `/invitations/${secretOf.get(to)}`;
      const bundle = (await (await browser.send('GET', `${path}/form`)).json()) as Bundle;
      const record = await recordOf(
        bundle,
        { ...staffAnswers, years: n, remarks: `remark ${n}` },
        { person: 'abcdefgh'[n]! },
      );
      const sent = await browser.send('POST', `${path}/responses`, record);
      expect(sent.status).toBe(201);
      keys.push(record.idempotencyKey as string);
      receipts.push(((await sent.json()) as { receipt: string }).receipt);
    }

    const dump = await dumpOf(address, engine.query);
    const text = JSON.stringify(dump);
    const digest = (secret: string) => createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('hex');
    expect(dump.response).toHaveLength(8);
    expect(dump.other_answer).toHaveLength(32);
    expect(dump.token).toHaveLength(4);

    // nothing of a person, of a token that was used, of a receipt or of a key stands anywhere
    for (const one of [...addresses, ...secretOf.values(), ...keys, ...receipts, '198.51.100.7'])
      expect(text).not.toContain(one);
    for (const to of answered) expect(text).not.toContain(digest(secretOf.get(to)!));
    for (const to of addresses.slice(8)) expect(text).toContain(digest(secretOf.get(to)!));

    // answers share no value with anything else but where they belong: not with tokens, links, letters or the log
    const answers = ['response', 'other_answer'];
    const elsewhere = valuesOf(dump, (table) => !answers.includes(table));
    const ofAnswers = valuesOf(dump, (table) => table === 'response');
    const ofOthers = valuesOf(dump, (table) => table === 'other_answer');
    const unique = (values: ReadonlySet<string>) => [...values].filter((value) => value.length >= 16);
    expect(unique(ofAnswers).length).toBeGreaterThan(30);
    expect(unique(ofAnswers).filter((value) => elsewhere.has(value))).toEqual([]);
    expect(unique(ofOthers).filter((value) => elsewhere.has(value) || ofAnswers.has(value))).toEqual([]);
    // and no two answers beside the instruments say that they are of one person
    expect(new Set(dump.other_answer!.map(({ key_digest }) => key_digest)).size).toBe(32);

    // no time: only days, nothing that counts up, and of the log no line for each who answered
    for (const table of [...answers, 'token', 'link']) {
      for (const row of dump[table]!) {
        expect(JSON.stringify(row)).not.toMatch(/\d\d:\d\d|"\d{13}"|:1[67]\d{11}\b/);
        for (const [column, value] of Object.entries(row)) {
          if (typeof value === 'number') expect(['duration_seconds', 'reuse', 'folded']).toContain(column);
        }
      }
    }
    const [log] = [dump.audit!.map(({ action }) => action)];
    expect(log.filter((action) => /response|answer|token/.test(String(action)))).toEqual([]);
    const entries = log.length;
    await browser.send('POST', '/withdrawals', { receipt: receipts[0] });
    expect((await dumpOf(address, engine.query)).audit).toHaveLength(entries);
  });
});

test('in an SQLite file rows lie by keys that are as good as random, and not in the order of their arrival', async () => {
  const [, engine] = testEngines()[0]!;
  const address = await engine.storeAddress();
  const ward = await wardStudy(address, { linkage: 'none' });
  const secrets = await ward.tokens(await ward.startWave(), 40);
  const browser = ward.server.browser();
  for (const [n, secret] of secrets.entries()) {
    const bundle = (await (await browser.send('GET', `/invitations/${secret}/form`)).json()) as Bundle;
    const answers = { ...staffAnswers, years: n, tea: { ...staffAnswers.tea, 'tea-calms': n < 20 ? 1 : 5 } };
    expect(
      (await browser.send('POST', `/invitations/${secret}/responses`, await recordOf(bundle, answers))).status,
    ).toBe(201);
  }
  const dump = await dumpOf(address, engine.query);
  const keys = dump.response!.map(({ key_digest }) => String(key_digest));
  expect(keys).toEqual([...keys].sort());
  const years = dump.other_answer!.filter(({ part }) => part === 'years').map(({ value }) => Number(value));
  // forty in the order of their arrival, or nearly so, would have a rank correlation near 1
  expect(Math.abs(rankCorrelation(years))).toBeLessThan(0.6);
});

function rankCorrelation(ranks: readonly number[]): number {
  const n = ranks.length;
  const squares = ranks.reduce((sum, rank, at) => sum + (rank - at) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/** Every table with every row, in the order in which the engine keeps them. */
async function dumpOf(
  address: string,
  query: (address: string, text: string) => Promise<Record<string, unknown>[]>,
): Promise<Record<string, Row[]>> {
  const names = address.startsWith('postgres')
    ? `select table_name as name from information_schema.tables where table_schema = 'public'`
    : `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`;
  const tables = (await query(address, names)).map(({ name }) => String(name));
  expect(tables.length).toBeGreaterThan(15);
  const dump: Record<string, Row[]> = {};
  for (const table of tables) dump[table] = await query(address, `select * from "${table}"`);
  return dump;
}

/** Every value, and every value within a JSON text, of the tables chosen, but for those that say where something belongs. */
function valuesOf(dump: Readonly<Record<string, Row[]>>, chosen: (table: string) => boolean): ReadonlySet<string> {
  const values = new Set<string>();
  const add = (value: unknown): void => {
    if (value === null || value === undefined) return;
    if (typeof value === 'object') {
      for (const inner of Object.values(value)) add(inner);
      return;
    }
    values.add(String(value));
    if (typeof value === 'string' && /^[[{]/.test(value)) add(JSON.parse(value));
  };
  for (const [table, rows] of Object.entries(dump)) {
    if (!chosen(table)) continue;
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) if (!PLACES.has(column)) add(value);
    }
  }
  return values;
}
