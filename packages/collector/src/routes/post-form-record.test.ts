import { buildFormRecord, type FormContent, type FormPlan, type FormRecord, newSitting } from '@peerscale/form';
import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { CollectorOptions } from '../create-collector.ts';
import { json, problemOf, teaCollector } from '../test/tea-collector.ts';
import { hash, planCatalogue, planRecord, planStudy, teaPlan } from '../test/tea-plan.ts';
import { teaRecord } from '../test/tea-study.ts';

const address = '/studies/break-2026/responses';

async function planCollector(options: Partial<CollectorOptions> = {}) {
  const { app, store, path } = await teaCollector({ catalogue: planCatalogue, ...options });
  await store.createStudy(planStudy);
  const file = new SqliteDatabase(path);
  onTestFinished(() => void file.close());
  const rowsOf = (table: 'submission' | 'response') => file.prepare(`select * from ${table}`).all() as object[];
  /** everything that is stored, in numbers of rows */
  const counts = () => [rowsOf('submission').length, rowsOf('response').length];
  return { app, store, file, rowsOf, counts };
}

/** The same in memory. */
async function planCollectorInMemory() {
  const { app, store } = await teaCollector({ catalogue: planCatalogue }, ':memory:');
  await store.createStudy(planStudy);
  const count = async (table: 'submission' | 'response') =>
    (await store.db.selectFrom(table).selectAll().execute()).length;
  return { app, counts: async () => [await count('submission'), await count('response')] };
}

test('stores a whole form: a row for each instrument, and what was answered beside them', async () => {
  const { app, store, counts } = await planCollector();
  const response = await app.request(address, json(planRecord()));
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ stored: true });
  expect(counts()).toEqual([1, 2]);
  const { records, values, codes } = planRecord();
  expect(await store.forms('break-2026')).toEqual([
    { records: { tea: { answers: records[0]!.answers }, biscuit: { answers: records[1]!.answers } }, values, codes },
  ]);
  // the study's instrument alone is what its report is about
  expect(await store.records('break-2026')).toEqual([{ answers: records[0]!.answers }]);
  expect((await app.request('/studies/break-2026/report')).status).toBe(200);
});

test('a repeated post is stored once; other content under its key is a 409 and changes nothing', async () => {
  const { app, counts, rowsOf } = await planCollector();
  await app.request(address, json(planRecord()));
  const before = JSON.stringify([rowsOf('submission'), rowsOf('response')]);
  // keys in another order and other times are the same content
  const { values, codes, ...same } = planRecord();
  const reordered = { values: Object.fromEntries(Object.entries(values).reverse()), codes, ...same };
  const repeated = await app.request(address, json(reordered));
  expect([repeated.status, await repeated.json()]).toEqual([200, { stored: true, repeated: true }]);
  const [first, second] = planRecord().records;
  const others: Partial<FormRecord>[] = [
    { values: { ...values, cups: 4 } },
    { codes: { code: { 'birth-day': hash('b'), town: hash('0') } } },
    { codes: {} },
    { records: [first!, { ...second!, answers: { ...second!.answers, 'tea-calms': 1 } }] },
    { locale: 'cs' },
  ];
  for (const other of others) {
    const conflict = await app.request(address, json(planRecord(1, other)));
    expect((await problemOf(conflict)).type).toBe('urn:peerscale:problem:idempotency-conflict');
  }
  expect(JSON.stringify([rowsOf('submission'), rowsOf('response')])).toBe(before);
  expect(counts()).toEqual([1, 2]);
  expect((await app.request(address, json(planRecord(2)))).status).toBe(201);
  expect(counts()).toEqual([2, 4]);
});

test('of thirty posts of one form at once, one stores it', async () => {
  const { app, counts } = await planCollector();
  const responses = await Promise.all(Array.from({ length: 30 }, () => app.request(address, json(planRecord()))));
  expect(responses.map(({ status }) => status).sort()).toEqual([...Array(29).fill(200), 201]);
  expect(counts()).toEqual([1, 2]);
});

test('all of a form or nothing: where one of its rows cannot be written none is, and the next post stores it', async () => {
  const errors: Error[] = [];
  const { app, counts, file } = await planCollector({ onInternalError: (error) => void errors.push(error) });
  file.exec(`create trigger full before insert on response when new.instrument = 'biscuit'
    begin select raise(abort, 'no room'); end`);
  expect((await app.request(address, json(planRecord()))).status).toBe(500);
  expect(errors.map(String)).toEqual([expect.stringContaining('no room')]);
  expect(counts()).toEqual([0, 0]);
  file.exec('drop trigger full');
  expect((await app.request(address, json(planRecord()))).status).toBe(201);
  expect(counts()).toEqual([1, 2]);
});

test('about a person the rows hold the day and the duration: no key, no time of day', async () => {
  const { app, rowsOf } = await planCollector({ now: () => new Date('2026-11-21T10:00:00Z') });
  await app.request(address, json(planRecord()));
  const text = JSON.stringify([rowsOf('submission'), rowsOf('response')]);
  for (const trace of ['08:0', '2026-11-20', '00000000-0000']) expect(text).not.toContain(trace);
  expect(rowsOf('submission')).toMatchObject([{ day: '2026-11-21', duration_seconds: 90, plan: 'tea-break' }]);
});

const { values, codes, records, ...head } = planRecord();
const withValue = (change: object) => ({ ...planRecord(), values: { ...values, ...change } });
const withCode = (change: unknown) => ({ ...planRecord(), codes: change });
const withRecord = (at: number, change: object) => ({
  ...planRecord(),
  records: records.map((one, index) => (index === at ? { ...one, ...change } : one)),
});
const without = (id: string) => ({ ...planRecord(), values: { ...values, [id]: undefined } });
const answersOf = (at: number, change: object) => withRecord(at, { answers: { ...records[at]!.answers, ...change } });

test.each<[string, unknown, string]>([
  ['a response record alone', teaRecord(), 'schema'],
  ['another plan', { ...planRecord(), plan: 'coffee-break' }, 'plan'],
  ['another version of the plan', { ...planRecord(), version: '2.0.1' }, 'version'],
  ['a locale that is not on offer', { ...planRecord(), locale: 'de' }, 'locale'],
  ['a name', { ...planRecord(), name: 'Anna' }, 'name'],
  ['no records', { ...head, values, codes }, 'records'],
  ['a record too few', { ...planRecord(), records: records.slice(0, 1) }, 'records[1]'],
  ['a record too many', { ...planRecord(), records: [...records, records[0]] }, 'records[2]'],
  ['the records the other way round', { ...planRecord(), records: [...records].reverse() }, 'records[0].instrument'],
  ['a record of another version', withRecord(1, { version: '1.0.1' }), 'records[1].version'],
  [
    'a record of another sitting',
    withRecord(1, { idempotencyKey: teaRecord(2).idempotencyKey }),
    'records[1].idempotencyKey',
  ],
  ['a record begun at another time', withRecord(0, { startedAt: '2026-11-20T07:00:00Z' }), 'records[0].startedAt'],
  ['a code out of range', answersOf(1, { 'tea-calms': 6 }), 'records[1].answers["tea-calms"]'],
  ['an answer to what is not asked', answersOf(0, { 'cups-daily': 2 }), 'records[0].answers["cups-daily"]'],
  ['the coding of other wording', withRecord(0, { coding: { agreement: 'rejection' } }), 'records[0].coding.agreement'],
  ['a record that is none', { ...planRecord(), records: [null, records[1]] }, 'records[0]'],
  ['a value of no part', withValue({ shoe: 43 }), 'values.shoe'],
  ['a value of an instrument', withValue({ first: 3 }), 'values.first'],
  ['a consent that is no yes or no', withValue({ reuse: 'yes' }), 'values.reuse'],
  ['an option that is none', withValue({ place: 'garden' }), 'values.place'],
  ['a number out of range', withValue({ cups: 21 }), 'values.cups'],
  ['a number that is not whole', withValue({ cups: 1.5 }), 'values.cups'],
  ['a number as text', withValue({ cups: '3' }), 'values.cups'],
  ['a text far too long', withValue({ word: 'x'.repeat(41) }), 'values.word'],
  ['a number for a text', withValue({ more: 4 }), 'values.more'],
  ['a list for a text', withValue({ more: ['a'] }), 'values.more'],
  ['a part left out', without('cups'), 'values.cups'],
  [
    'what was typed for a code',
    withCode({ code: { 'birth-day': 'Kladno', town: hash('0') } }),
    'codes.code["birth-day"]',
  ],
  ['a typed code as a number', withCode({ code: { 'birth-day': 23, town: hash('0') } }), 'codes.code["birth-day"]'],
  ['a typed code as one text', withCode({ code: 'Kladno' }), 'codes.code'],
  ['a typed code and nothing else', withCode('Kladno'), 'codes'],
  ['a typed code among the values', withValue({ code: 'Kladno' }), 'values.code'],
  ['a hash cut short', withCode({ code: { 'birth-day': 'ab12', town: hash('0') } }), 'codes.code["birth-day"]'],
  ['half a code', withCode({ code: { town: hash('0') } }), 'codes.code["birth-day"]'],
  ['an element that is none', withCode({ code: { ...codes.code, pet: hash('1') } }), 'codes.code.pet'],
  ['a code of no part', withCode({ ...codes, other: { town: hash('1') } }), 'codes.other'],
  ['a key that is no UUID', { ...planRecord(), idempotencyKey: 'Kladno' }, 'idempotencyKey'],
  ['a finish before the start', { ...planRecord(), finishedAt: '2026-11-20T07:59:59Z' }, 'finishedAt'],
])('%s is refused, the path is named, and nothing is stored', async (_, body, path) => {
  const { app, counts } = await planCollectorInMemory();
  const response = await app.request(address, json(body));
  expect(response.status).toBe(422);
  const problem = await problemOf(response);
  expect(problem.errors!.map((error) => error.path)).toContain(path);
  // somebody's town must not come back either, into a log on the way
  expect(JSON.stringify(problem)).not.toMatch(/Kladno|received "|\b23\b/);
  expect(await counts()).toEqual([0, 0]);
});

test.each<[string, Partial<FormRecord>]>([
  ['no code', { codes: {} }],
  [
    'every reason for missing',
    { values: { reuse: 'skipped', place: 'not-asked', cups: 'refused', word: 'dont-know', more: 'skipped' } },
  ],
  [
    'a text as long as it may be, in characters of several code units',
    { values: { ...values, word: '👩‍🌾'.repeat(20) } },
  ],
  ['the ends of a range', { values: { ...values, cups: 20 } }],
  [
    'a clock that is wrong',
    {
      startedAt: '1970-01-01T00:00:00Z',
      finishedAt: '1970-01-01T00:00:00Z',
      records: records.map((one) => ({
        ...one,
        startedAt: '1970-01-01T00:00:00Z',
        finishedAt: '1970-01-01T00:00:00Z',
      })),
    },
  ],
])('takes %s', async (_, change) => {
  const { app, counts } = await planCollectorInMemory();
  expect((await app.request(address, json(planRecord(1, change)))).status).toBe(201);
  expect(await counts()).toEqual([1, 2]);
});

test('what a form hands over is taken, whatever its plan has of these parts', async () => {
  const { app, store } = await planCollector();
  let number = 0;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.subarray([...teaPlan.parts]), fc.boolean(), async (chosen, given) => {
      const isTea = (part: FormPlan['parts'][number]) => part.kind === 'instrument' && part.instrument === 'tea';
      const parts = chosen.some(isTea) ? chosen : [...chosen, teaPlan.parts.find(isTea)!];
      const plan: FormPlan = { ...teaPlan, parts };
      const id = `plan-${++number}`;
      await store.createStudy({ ...planStudy, id, plan });
      const form = await (await app.request(`/studies/${id}/form?locale=pt-BR`)).json();
      expect(form.plan).toEqual(plan);
      const named = parts.filter((part) => part.kind === 'instrument');
      const instruments = Object.fromEntries(
        named.map((part, at) => [part.id, { instrument: form.instruments[at], textPack: form.textPacks[at] }]),
      );
      const content: FormContent = { plan: form.plan, instruments, locale: 'pt-BR' };
      const answers = given ? { place: 'desk', cups: 0, code: codes.code!, first: { 'tea-calms': 5 } } : {};
      const record = buildFormRecord(content, answers, newSitting(), new Date().toISOString());
      seen.add(record.schema);
      const response = await app.request(`/studies/${id}/responses`, json(record));
      expect([response.status, await response.json()]).toEqual([201, { stored: true }]);
    }),
    { numRuns: 60 },
  );
  expect(seen).toEqual(new Set(['peerscale/response@1', 'peerscale/form-record@1']));
});

test('a study whose plan names what the catalogue lacks is a 503', async () => {
  const { findTextPack } = planCatalogue;
  const findInstrument = (id: string, version: string) =>
    id === 'biscuit' ? undefined : planCatalogue.findInstrument(id, version);
  const { app } = await planCollector({ catalogue: { findInstrument, findTextPack } });
  expect((await app.request(address, json(planRecord()))).status).toBe(503);
  expect((await app.request('/studies/break-2026/form')).status).toBe(503);
});

test('a list of studies does not hand out plans, which hold the key of the code', async () => {
  const { app } = await planCollector();
  const text = await (await app.request('/studies')).text();
  expect(text).toContain('break-2026');
  expect(text).not.toContain('a key that tests may know');
});

/** A place in a record, and something odd to put there. */
const change = fc.tuple(
  fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>(null, [], {}, '', '__proto__', -1, 1e308, true, hash('c'), 'skipped', '\ud800'),
    fc.constant(undefined),
  ),
);

test('two thousand malformed forms never give a 5xx nor leave a row that was not acknowledged', async () => {
  const { app, counts } = await planCollector();
  const seen = new Set<number>();
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(99), fc.array(change, { maxLength: 3 }), async (number, changes) => {
      const record = structuredClone(planRecord(number)) as unknown as Record<string, unknown>;
      for (const [steps, value] of changes) {
        let target = record;
        for (const [at, step] of steps.entries()) {
          const keys = Object.keys(target);
          const key = keys[step % Math.max(keys.length, 1)];
          if (key === undefined) break;
          const inner = target[key];
          if (at < steps.length - 1 && typeof inner === 'object' && inner !== null) target = inner as typeof target;
          else {
            target[key] = value;
            break;
          }
        }
      }
      const response = await app.request(address, json(record));
      seen.add(response.status);
      if (response.status === 201) stored++;
      expect(response.status).toBeLessThan(500);
      expect(counts()).toEqual([stored, 2 * stored]);
    }),
    { numRuns: 2_000, seed: 20_261_122 },
  );
  expect([...seen].sort()).toEqual([200, 201, 400, 409, 422]);
});
