import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { CollectorStore } from './store/collector-store.ts';
import { type Bundle, recordOf, wardStudy } from './studies/test/ward-study.ts';
import { problemOf, teaCollector } from './test/tea-collector.ts';
import { teaRecord, teaStudy } from './test/tea-study.ts';

/** Values that break what trusts them, beside any JSON value. */
const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(null, true, '', '4', 0, -1, 6, 2.5, 1e308, -1e308, 2 ** 53, 2 ** 31, [], {}, [[[]]]),
  fc.constantFrom(
    'skipped',
    'Skipped',
    'refused\u0000',
    '__proto__',
    "'; drop table response; --",
    '\ud800',
    '🫖'.repeat(99),
  ),
  fc.constantFrom('9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '2026-02-31T08:00:00Z', '2026-11-20 08:00:00+14:00'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.maxSafeInteger(),
);
const oddKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'then',
    '',
    '0',
    'tea-calms',
    'answers',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

type Loose = Record<string, unknown>;
const set = (target: Loose, key: string, value: unknown) =>
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });

/** One change to a record or to its answers: a field replaced, added or taken away. */
const change = fc.record({
  inside: fc.boolean(),
  key: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(teaRecord()), 'coding') },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(teaRecord().answers)) },
    { weight: 1, arbitrary: oddKey },
  ),
  value: fc.option(oddValue, { nil: undefined, freq: 6 }),
});
const record = (key: number): Loose => structuredClone(teaRecord(key)) as unknown as Loose;
const mutated = fc.tuple(fc.nat(99), fc.array(change, { maxLength: 4 })).map(([key, changes]) => {
  const out = record(key);
  for (const { inside, key: field, value } of changes) {
    const target = inside && typeof out.answers === 'object' && out.answers !== null ? (out.answers as Loose) : out;
    if (value === undefined) delete target[field];
    else set(target, field, value);
  }
  return JSON.stringify(out);
});

/** The text of a record with a piece of it replaced. */
const cut = fc
  .tuple(fc.nat(99), fc.nat(), fc.nat(20), fc.oneof(fc.string({ unit: 'binary' }), fc.json()))
  .map(([key, at, length, insert]) => {
    const text = JSON.stringify(record(key));
    const from = at % text.length;
    return text.slice(0, from) + insert + text.slice(from + length);
  });

const nested = fc
  .tuple(fc.nat(12_000), fc.constantFrom('[', '{"a":', '{"answers":', '{"__proto__":'), fc.boolean())
  .map(([depth, open, closed]) => open.repeat(depth) + (closed ? `1${(open === '[' ? ']' : '}').repeat(depth)}` : ''))
  .map((text) => text.slice(0, 70_000));

const rawNumber = fc
  .constantFrom(
    '1e400',
    '-1e400',
    '-0',
    '00',
    '0x4',
    '4.0',
    '4e0',
    '1'.repeat(400),
    'NaN',
    '+4',
    '4.',
    '.4',
    'Infinity',
  )
  .map((number) => JSON.stringify(record(1)).replace('"tea-calms":4', `"tea-calms":${number}`));

const body = fc.oneof(
  { weight: 50, arbitrary: mutated },
  { weight: 20, arbitrary: cut },
  { weight: 10, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 10, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 10, arbitrary: rawNumber },
  { weight: 3, arbitrary: nested },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 65_000, max: 66_000 }).map((length) => JSON.stringify(record(1)).padEnd(length)),
  },
);

test('ten thousand malformed records never give a 5xx nor leave a row that was not acknowledged', async () => {
  const { app, path } = await teaCollector();
  const file = new SqliteDatabase(path, { readonly: true });
  onTestFinished(() => void file.close());
  const rows = file.prepare('select count(*) from response').pluck();
  const seen = new Map<number, number>();
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(body, async (content) => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await app.request('/studies/tea-2026/responses', {
        method: 'POST',
        headers,
        body: content as string | Uint8Array<ArrayBuffer>,
      });
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      if (response.status === 201) stored += 1;
      expect(rows.get()).toBe(stored);
      if (response.ok) return;
      expect(response.status).toBeLessThan(500);
      const problem = await problemOf(response);
      expect(problem.status).toBe(response.status);
      expect(problem.errors!.length).toBeGreaterThan(0);
    }),
    { numRuns: 10_000, seed: 20_261_121 },
  );
  // the generators reach every answer that this address can give
  expect([...seen.keys()].sort()).toEqual([200, 201, 400, 409, 413, 422]);
  expect(seen.get(422)).toBeGreaterThan(2000);
  expect((await app.request('/studies/tea-2026/report')).status).toBe(200);
});

test('no address, method or header gives a 5xx', async () => {
  const { app } = await teaCollector();
  const segment = fc.oneof(
    fc.constantFrom(
      'studies',
      'tea-2026',
      'form',
      'responses',
      'report',
      '..',
      '%2e%2e',
      '%00',
      '__proto__',
      '*',
      ':study',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))),
    fc.string({ maxLength: 12 }),
  );
  const header = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
      fc.array(segment, { maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.record(
        { 'Accept-Language': header, 'Content-Type': header, Accept: header, 'Content-Encoding': header },
        { requiredKeys: [] },
      ),
      async (method, segments, query, headers) => {
        const { pathname } = new URL(`http://localhost/${segments.join('/')}`);
        const search = encodeURIComponent(query.replace(/\p{Surrogate}/gu, ''));
        const response = await app.request(`${pathname}?locale=${search}`, { method, headers });
        expect(response.status).toBeLessThan(500);
        if (response.status >= 400 && method !== 'HEAD') await problemOf(response);
      },
    ),
    { numRuns: 2000, seed: 7 },
  );
});

test('at a door where people answer, what no form sends leaves one line an hour, and a wrong answer none', async () => {
  const { server } = await wardStudy(':memory:');
  const { access, app } = server;
  await (access.store as CollectorStore).createStudy(teaStudy);
  const lines = async () => {
    await access.settled();
    const rows = await access.store.db
      .selectFrom('audit')
      .select(['action', 'subject', 'account_id', 'detail'])
      .where('action', 'in', ['input-refused', 'request-refused', 'limit-reached'])
      .orderBy('sequence')
      .execute();
    return rows.map(({ action, subject, account_id, detail }) => `${action} ${subject} ${account_id} ${detail}`);
  };
  const post = async (content: string, type = 'application/json') =>
    (
      await app.request('/studies/tea-2026/responses', {
        method: 'POST',
        headers: { 'Content-Type': type },
        body: content,
      })
    ).status;
  const wrong = (changes: object) => JSON.stringify({ ...record(1), ...changes });
  // what a person, an old form or a bad line can bring about
  for (const [content, status] of [
    [wrong({ answers: { 'tea-calms': 6 } }), 422],
    [wrong({ answers: {} }), 422],
    [wrong({ unknown: 1 }), 422],
    [wrong({ locale: 'xx' }), 422],
    [JSON.stringify(record(1)).slice(0, 80), 400],
    ['', 400],
  ] as const) {
    expect([content, await post(content)]).toEqual([content, status]);
  }
  expect(await lines()).toEqual([]);

  const line = (status: number, reason: string, more = '') =>
    `input-refused POST /studies/:study/responses null {"reason":"${reason}","status":${status}${more}}`;
  const attacks = [
    ['{"__proto__":{"polluted":true}}', 400, 'malformed-body'],
    ['{"answers":{"constructor":{"prototype":1}}}', 400, 'malformed-body'],
    ['['.repeat(9000) + ']'.repeat(9000), 400, 'malformed-body'],
    [wrong({ more: 'x'.repeat(70_000) }), 413, 'body-too-large'],
    ['a=1', 415, 'unsupported-media-type'],
  ] as const;
  const attack = async () => {
    for (const [content, status] of attacks) {
      const type = status === 415 ? 'application/x-www-form-urlencoded' : 'application/json';
      expect([content.slice(0, 40), await post(content, type)]).toEqual([content.slice(0, 40), status]);
    }
  };
  for (let count = 0; count < 50; count++) await attack();
  const first = [line(400, 'malformed-body'), line(413, 'body-too-large'), line(415, 'unsupported-media-type')];
  expect(await lines()).toEqual(first);
  server.pass(3_600_000);
  await attack();
  expect(await lines()).toEqual([
    ...first,
    line(400, 'malformed-body', ',"unwritten":149'),
    line(413, 'body-too-large', ',"unwritten":49'),
    line(415, 'unsupported-media-type', ',"unwritten":49'),
  ]);
});

test('at the door of an invitation a wrong answer leaves no line either', async () => {
  const ward = await wardStudy(':memory:');
  const wave = await ward.startWave();
  const [secret = ''] = await ward.tokens(wave, 1);
  const { access } = ward.server;
  await access.settled();
  const { length } = await access.store.db.selectFrom('audit').select('sequence').execute();
  const person = ward.server.browser();
  const bundle = (await (await person.send('GET', `/invitations/${secret}/form`)).json()) as Bundle;
  const sent = await recordOf(bundle);
  for (const changes of [{ locale: 'xx' }, { values: {} }, { records: [] }, { unknown: 1 }]) {
    const body = { ...sent, ...changes };
    expect((await person.send('POST', `/invitations/${secret}/responses`, body)).status).toBe(422);
  }
  expect((await person.send('POST', `/invitations/${secret}/responses`, JSON.stringify(sent).slice(9))).status).toBe(
    400,
  );
  expect((await person.send('POST', '/withdrawals', { receipt: 'misread' })).status).toBe(422);
  expect((await person.send('POST', `/invitations/${secret}/responses`, sent)).status).toBe(201);
  await access.settled();
  expect(await access.store.db.selectFrom('audit').select('sequence').execute()).toHaveLength(length);
});
