import { expect, test } from 'vitest';
import { rowsOf } from '../test/rows-of.ts';
import { json, problemOf, teaCollector } from '../test/tea-collector.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';

const address = '/studies/tea-2026/responses';
const { answers } = teaRecord();

test('stores a record', async () => {
  const { app, path, store } = await teaCollector();
  const response = await app.request(address, json(teaRecord()));
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ stored: true });
  expect(rowsOf(path)).toHaveLength(1);
  expect(await store.records('tea-2026')).toEqual([{ answers }]);
});

test('stores a repeated post once', async () => {
  const { app, path } = await teaCollector();
  await app.request(address, json(teaRecord()));
  const response = await app.request(address, json(teaRecord()));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ stored: true, repeated: true });
  expect(rowsOf(path)).toHaveLength(1);
});

test('of fifty posts of one record at once, one stores it', async () => {
  const { app, path } = await teaCollector();
  const responses = await Promise.all(Array.from({ length: 50 }, () => app.request(address, json(teaRecord()))));
  expect(responses.map(({ status }) => status).sort()).toEqual([...Array(49).fill(200), 201]);
  expect(rowsOf(path)).toHaveLength(1);
});

test('of fifty different records at once under one key, one is stored and the others are conflicts', async () => {
  const { app, path } = await teaCollector();
  const responses = await Promise.all(
    Array.from({ length: 50 }, (_, n) => {
      const other = {
        'tea-calms': 1 + (n % 5),
        'tea-spoils': 1 + (Math.floor(n / 5) % 5),
        'cups-daily': Math.floor(n / 25),
      };
      return app.request(address, json(teaRecord(1, { answers: other })));
    }),
  );
  expect(responses.map(({ status }) => status).sort()).toEqual([201, ...Array(49).fill(409)]);
  expect(rowsOf(path)).toHaveLength(1);
});

test('other content under a known key is a 409 and changes nothing', async () => {
  const { app, store } = await teaCollector();
  await app.request(address, json(teaRecord()));
  const response = await app.request(address, json(teaRecord(1, { answers: { ...answers, 'tea-calms': 5 } })));
  expect(response.status).toBe(409);
  expect(await problemOf(response)).toMatchObject({
    type: 'urn:peerscale:problem:idempotency-conflict',
    errors: [{ path: 'idempotencyKey', pointer: '#/idempotencyKey' }],
  });
  expect(await store.records('tea-2026')).toEqual([{ answers }]);
});

test('a key means something within one study only', async () => {
  const { app, store } = await teaCollector();
  await store.createStudy({ ...teaStudy, id: 'tea-2027' });
  expect((await app.request(address, json(teaRecord()))).status).toBe(201);
  expect((await app.request('/studies/tea-2027/responses', json(teaRecord()))).status).toBe(201);
});

test('the day is that of the server, in UTC; a wrong clock of the respondent loses no answers', async () => {
  const { app, path } = await teaCollector({ now: () => new Date('2026-11-21T23:30:00-05:00') });
  const record = teaRecord(1, { startedAt: '1970-01-01T00:00:00Z', finishedAt: '1970-01-01T00:02:00Z' });
  expect((await app.request(address, json(record))).status).toBe(201);
  expect(rowsOf(path)[0]).toMatchObject({ day: '2026-11-22', duration_seconds: 120 });
});

test('nothing of the request but the record is stored', async () => {
  const { app, path } = await teaCollector();
  const init = json(teaRecord());
  const headers = { ...init.headers, 'User-Agent': 'trace-agent', Cookie: 'trace=1', 'X-Forwarded-For': '192.0.2.77' };
  await app.request(`${address}?trace=1`, { ...init, headers });
  expect(JSON.stringify(rowsOf(path))).not.toMatch(/trace|192\.0\.2\.77/);
});

const text = (body: string, type = 'application/json') => ({ method: 'POST', headers: { 'Content-Type': type }, body });
const changed = (changes: Record<string, unknown>) => text(JSON.stringify({ ...teaRecord(), ...changes }));
const answered = (changes: Record<string, unknown>) => changed({ answers: { ...answers, ...changes } });
const without = (field: string) => changed({ [field]: undefined });
const withRaw = (raw: string) => text(JSON.stringify(teaRecord()).replace('"answers":{', `"answers":{${raw},`));

test.each<[string, RequestInit, number, string | undefined]>([
  ['malformed JSON', text('{"schema":'), 400, '(root)'],
  ['two JSON texts', text('{}{}'), 400, '(root)'],
  ['an empty body', text(''), 400, '(root)'],
  ['no body', { method: 'POST', headers: { 'Content-Type': 'application/json' } }, 400, '(root)'],
  ['bytes that are not UTF-8', { ...text(''), body: Uint8Array.of(0x22, 0xff, 0x22) }, 400, '(root)'],
  ['UTF-16', { ...text(''), body: Buffer.from(JSON.stringify(teaRecord()), 'utf16le') }, 400, '(root)'],
  ['very deep nesting', text('['.repeat(30_000) + ']'.repeat(30_000)), 400, '[0][0]'],
  [
    'deep nesting in an answer',
    answered({ 'tea-calms': JSON.parse('['.repeat(99) + ']'.repeat(99)) }),
    400,
    'answers["tea-calms"]',
  ],
  ['a prototype as an item', withRaw('"__proto__":{"tea-calms":1}'), 400, 'answers.__proto__'],
  ['a constructor as an item', withRaw('"constructor":1'), 400, 'answers.constructor'],
  ['a prototype of the record', text(`{"__proto__":${JSON.stringify(teaRecord())}}`), 400, '__proto__'],
  ['null', text('null'), 422, '(root)'],
  ['an array', text('[]'), 422, 'schema'],
  ['a string', text('"record"'), 422, '(root)'],
  ['another schema', changed({ schema: 'peerscale/response@2' }), 422, 'schema'],
  ['another instrument', changed({ instrument: 'coffee' }), 422, 'instrument'],
  ['another version', changed({ version: '1.2.1' }), 422, 'version'],
  ['no version', without('version'), 422, 'version'],
  ['an item that does not exist', answered({ 'tea-cools': 3 }), 422, 'answers["tea-cools"]'],
  ['an item named by an inherited property', answered({ toString: 3 }), 422, 'answers.toString'],
  ['a code above the range', answered({ 'tea-calms': 6 }), 422, 'answers["tea-calms"]'],
  ['a code below the range', answered({ 'tea-calms': 0 }), 422, 'answers["tea-calms"]'],
  ['a code of another response scale', answered({ 'cups-daily': 4 }), 422, 'answers["cups-daily"]'],
  ['a code that is no whole number', answered({ 'tea-calms': 2.5 }), 422, 'answers["tea-calms"]'],
  [
    'a huge code',
    text(JSON.stringify(teaRecord()).replace('"tea-calms":4', '"tea-calms":1e400')),
    422,
    'answers["tea-calms"]',
  ],
  ['a code as text', answered({ 'tea-calms': '4' }), 422, 'answers["tea-calms"]'],
  ['a reason that does not exist', answered({ 'tea-calms': 'bored' }), 422, 'answers["tea-calms"]'],
  ['null as an answer', answered({ 'tea-calms': null }), 422, 'answers["tea-calms"]'],
  [
    'an item without answer or reason',
    changed({ answers: { 'tea-calms': 4, 'tea-spoils': 2 } }),
    422,
    'answers["cups-daily"]',
  ],
  ['no answers', without('answers'), 422, 'answers'],
  ['answers as a list', changed({ answers: [4, 2, 1] }), 422, 'answers["0"]'],
  ['a name', changed({ name: 'Anna Nováková' }), 422, 'name'],
  ['a locale that is not on offer', changed({ locale: 'de' }), 422, 'locale'],
  ['a locale that is none', changed({ locale: '../../etc' }), 422, 'locale'],
  ['the coding of other wording', changed({ coding: { agreement: 'rejection' } }), 422, 'coding.agreement'],
  ['no coding where the wording has its own', changed({ locale: 'pt-BR' }), 422, 'coding'],
  ['a coding of no response scale', changed({ coding: { colour: 'rejection' } }), 422, 'coding.colour'],
  ['a key that is no UUID', changed({ idempotencyKey: "1'; drop table response;--" }), 422, 'idempotencyKey'],
  ['a finish before the start', changed({ finishedAt: '2026-11-20T07:59:59.999Z' }), 422, 'finishedAt'],
  ['a start that is no time', changed({ startedAt: 'yesterday' }), 422, 'startedAt'],
  ['a start at an offset that no clock has', changed({ startedAt: '2026-11-20T08:00:00+01' }), 422, 'startedAt'],
  ['a form', text('a=1', 'application/x-www-form-urlencoded'), 415, undefined],
  ['plain text', text(JSON.stringify(teaRecord()), 'text/plain'), 415, undefined],
  ['a type that only begins like JSON', text(JSON.stringify(teaRecord()), 'application/jsonp'), 415, undefined],
  ['another charset', text(JSON.stringify(teaRecord()), 'application/json; charset=latin1'), 415, undefined],
  ['no type', { method: 'POST', body: new TextEncoder().encode(JSON.stringify(teaRecord())) }, 415, undefined],
  [
    'a compressed body',
    { ...text('x'), headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' } },
    415,
    undefined,
  ],
  ['10 MB', text(JSON.stringify({ ...teaRecord(), padding: 'x'.repeat(10_000_000) })), 413, '(root)'],
  ['one byte over the limit', text(JSON.stringify(teaRecord()).padEnd(65_537)), 413, '(root)'],
])('%s is refused, the field is named, and nothing is stored', async (_, init, status, field) => {
  const { app, store } = await teaCollector({}, ':memory:');
  const response = await app.request(address, init);
  expect(response.status).toBe(status);
  const { errors = [], status: told } = await problemOf(response);
  expect(told).toBe(status);
  if (field !== undefined) expect(errors.map((error) => error.path)).toContain(field);
  expect(await store.db.selectFrom('response').selectAll().execute()).toEqual([]);
});

test.each([
  'application/json',
  'Application/JSON',
  'application/json;charset=utf-8',
  'application/json; charset="UTF-8"',
])('takes %s', async (type) => {
  const { app } = await teaCollector({}, ':memory:');
  expect((await app.request(address, text(JSON.stringify(teaRecord()), type))).status).toBe(201);
});

test('every error is named at once, with a pointer into the body', async () => {
  const { app } = await teaCollector();
  const response = await app.request(address, answered({ 'tea-calms': 9, 'tea-cools': 1, 'cups-daily': -1 }));
  expect((await problemOf(response)).errors).toEqual([
    {
      path: 'answers["tea-calms"]',
      pointer: '#/answers/tea-calms',
      code: 'code-out-of-range',
      message: '9 is not one of 1, 2, 3, 4, 5',
    },
    {
      path: 'answers["cups-daily"]',
      pointer: '#/answers/cups-daily',
      code: 'code-out-of-range',
      message: '-1 is not one of 0, 1, 2, 3',
    },
    {
      path: 'answers["tea-cools"]',
      pointer: '#/answers/tea-cools',
      code: 'unknown-item',
      message: 'the instrument has no item tea-cools',
    },
  ]);
});

test('a pointer escapes what a pointer and an address cannot hold', async () => {
  const { app } = await teaCollector();
  const response = await app.request(address, answered({ 'a/b~c č\ud800': 1 }));
  expect((await problemOf(response)).errors).toMatchObject([{ pointer: '#/answers/a~1b~0c%20%C4%8D%EF%BF%BD' }]);
});

test('a body with thousands of errors gets the first fifty', async () => {
  const { app } = await teaCollector();
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`item-${n}`, 1]));
  const { errors, detail } = await problemOf(await app.request(address, answered(many)));
  expect(errors).toHaveLength(50);
  expect(detail).toBe('The first 50 errors are shown; there are 950 more.');
});

/** A body in pieces without a content-length, as `Transfer-Encoding: chunked` arrives. */
function chunked(pieces: Iterable<string>): RequestInit {
  const iterator = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
  });
  return { ...text(''), body, duplex: 'half' } as RequestInit;
}

test('a chunked body is taken up to the limit and read no further', async () => {
  const { app, path } = await teaCollector();
  let read = 0;
  function* endless() {
    for (;;) {
      read += 1024;
      yield ' '.repeat(1024);
    }
  }
  const response = await app.request(address, chunked(endless()));
  expect(response.status).toBe(413);
  expect((await problemOf(response)).type).toBe('urn:peerscale:problem:body-too-large');
  expect(read).toBeLessThan(80 * 1024);
  expect(rowsOf(path)).toEqual([]);
  const whole = JSON.stringify(teaRecord());
  expect((await app.request(address, chunked([whole.slice(0, 50), whole.slice(50)]))).status).toBe(201);
});

test.each(['10', '-1', 'many'])(
  'a content-length of %s that is not true opens no way around the limit',
  async (length) => {
    const { app, path } = await teaCollector();
    const init = text(JSON.stringify(teaRecord()).padEnd(100_000));
    const headers = { ...init.headers, 'Content-Length': length };
    expect((await app.request(address, { ...init, headers })).status).toBe(413);
    expect(rowsOf(path)).toEqual([]);
  },
);

test('a body that breaks off is a 400', async () => {
  const { app, path } = await teaCollector();
  function* broken() {
    yield '{"schema":';
    throw new Error('connection reset');
  }
  const response = await app.request(address, chunked(broken()));
  expect(response.status).toBe(400);
  expect((await problemOf(response)).detail).toBe('The body broke off.');
  expect(rowsOf(path)).toEqual([]);
});
