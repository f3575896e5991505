import process from 'node:process';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type Permission, permissions, type RouteName } from '../access/permissions.ts';
import { testEngines } from '../test/engines.ts';
import type { OpenapiDocument, OpenapiOperation } from './openapi-document.ts';
import { operations } from './operations/index.ts';
import { drawValue } from './test/draw-value.ts';
import { type Asker, askers, fuzzWard } from './test/fuzz-ward.ts';

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2000);
/** With a number of requests of one's own they are others each time; where one fails its seed is told. */
const SEED = process.env.FUZZ_REQUESTS === undefined ? 20_261_122 : Date.now() % 2 ** 31;

/** How a request is spoilt, so that it is not only what the document allows. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    '\u0000',
    '\ud800',
    "'; drop table study; --",
    '=cmd()',
    -1,
    1e308,
    [],
    {},
    '__proto__',
  ),
);

/** What ends a study, a wave or a session: tried on those that may end. */
const ENDS = /^(?:DELETE \/studies\/\{study\}|POST \/studies\/\{study\}(?:\/waves\/\{wave\})?\/close)$/;
const SIGNS_OUT = /^DELETE \/sessions?$/;
const SPARE = 'spare';

const engines = [
  ['SQLite', REQUESTS],
  ['PostgreSQL', Math.ceil(REQUESTS / 8)],
] as const;
const [, postgres] = testEngines().find(([name]) => name === 'PostgreSQL')!;

test.each(engines)(
  'in %s, %i requests drawn from the document are answered as it says, and never with a 5xx',
  async (engine, requests) => {
    const ward = await fuzzWard(engine === 'SQLite' ? ':memory:' : await postgres.storeAddress());
    const { server, study, ids, browsers } = ward;
    const document = (await (await server.app.request('/openapi.json')).json()) as OpenapiDocument;
    const drawn = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        path,
        method: method.toUpperCase(),
        operation,
      })),
    );

    const request = fc.constantFrom(...drawn).chain(({ name, path, method, operation }) => {
      const known = ENDS.test(name)
        ? { ...ids, study: [SPARE, SPARE, SPARE, 'no-study'], wave: [SPARE, SPARE, 'none'] }
        : ids;
      return fc.record({
        name: fc.constant(name),
        method: fc.constant(method),
        operation: fc.constant(operation),
        path: fc.tuple(...[...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => idOf(key!, known))).map((values) => {
          const left = [...(values as string[])];
          return path.replace(/\{\w+\}/g, () => encodeURIComponent(left.shift()!));
        }),
        query: queryOf(operation, document),
        body: bodyOf(operation, document),
        key: operation.parameters.some((parameter) => parameter.in === 'header')
          ? fc.oneof(fc.constantFrom(undefined, undefined, '"one key all the time"', '"no key'), fc.uuid())
          : fc.constant(undefined),
        // most often somebody who gets past the guard
        asker: fc.oneof(
          { weight: 5, arbitrary: fc.constant<Asker>('owner') },
          { weight: 5, arbitrary: fc.constantFrom<Asker>(...askers) },
        ),
      });
    });

    const seen = new Map<string, number>();
    const answered = new Set<string>();
    const ask = async ({ name, method, operation, path: drawnPath, query, body, key, asker }: Asked) => {
      server.pass(5000);
      const spare = ENDS.test(name) ? await ward.spare() : undefined;
      const path =
        spare === undefined
          ? drawnPath
          : drawnPath
              .replace(`/studies/${SPARE}`, `/studies/${spare.study}`)
              .replace(`/waves/${SPARE}`, `/waves/${spare.wave}`);
      const address = `${path}${query === '' ? '' : `?${query}`}`;
      const response = await browsers[asker].send(method, address, method === 'GET' ? undefined : body?.value, {
        ...(body === undefined ? {} : { 'Content-Type': body.type }),
        'Idempotency-Key': key,
      });
      const text = await response.text();
      const answer = `${asker}: ${name} ${address} ${String(body?.value)} -> ${response.status} ${text.slice(0, 500)}`;
      expect(response.status, answer).toBeLessThan(500);
      // 401, 403 and 404 come from the guard before the route is looked at
      expect(Object.keys(operation.responses), answer).toContain(String(response.status));
      const row = name.replace(/\{(\w+)\}/g, ':$1') as RouteName;
      const permission: Permission = permissions[row];
      if (typeof permission === 'object') {
        if (asker === 'nobody') expect(response.status, answer).toBe(401);
        else if (asker !== 'foreigner' && permission[asker] === undefined) expect(response.status, answer).toBe(403);
        else if (asker === 'foreigner' && /:(?:study|account)\b/.test(row)) expect(response.status, answer).toBe(404);
      }
      if (response.ok) {
        answered.add(name);
        if (ENDS.test(name)) ward.usedUp();
        if (SIGNS_OUT.test(name)) await ward.signInAgain(asker);
      }
      for (const key of [`${response.status}`, `${asker} ${response.ok ? 'let in' : 'refused'}`]) {
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
      const type = response.headers.get('Content-Type') ?? '';
      if (response.status >= 400) {
        expect(type, answer).toBe('application/problem+json');
        expect(JSON.parse(text).status).toBe(response.status);
      } else if (type.startsWith('application/json')) {
        const described = operations[row].answers[response.status as 200];
        const schema = Array.isArray(described) ? described[0] : described;
        if (typeof schema !== 'object') throw new Error(`${answer}: not described`);
        const parsed = v.safeParse(schema as v.GenericSchema, JSON.parse(text));
        expect(parsed.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) ?? [], answer).toEqual([]);
      }
    };
    // once each as it should be: whatever can be read is read, and whatever can be ended is ended
    for (const { name, path, method, operation } of drawn.filter((one) => one.method === 'GET')) {
      const names = operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => parameter.name);
      const queries = ['', names.flatMap((one) => (known[one] ? `${one}=${known[one][0]}` : [])).join('&')];
      for (const query of new Set(queries)) {
        const address = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(ids[key]![0]!));
        await ask({ name, method, operation, path: address, query, body: undefined, asker: 'owner' });
      }
    }
    for (const one of drawn.filter(({ name }) => ENDS.test(name) || SIGNS_OUT.test(name))) {
      const path = one.path.replace(/\{\w+\}/g, SPARE);
      const body = one.method === 'POST' ? { type: 'application/json', value: '{}' } : undefined;
      for (const asker of [...askers].reverse()) await ask({ ...one, path, query: '', body, asker });
      expect([...answered]).toContain(one.name);
    }
    await fc.assert(fc.asyncProperty(request, ask), {
      numRuns: requests,
      seed: SEED,
      endOnFailure: true,
    });
    // the requests reach what lies behind the guard and behind the schemas, and every kind of refusal
    const expected = ['200', '201', '204', '400', '401', '403', '404', '409', '410', '422'];
    for (const status of requests < 1000 ? [] : expected) {
      expect([status, seen.get(status) ?? 0]).not.toEqual([status, 0]);
    }
    for (const asker of askers) {
      for (const way of ['let in', 'refused']) expect([`${asker} ${way}`, seen.has(`${asker} ${way}`)]).toContain(true);
    }
    // what all were tried on is still there
    expect(await ward.ask('GET', `/studies/${study}`)).toMatchObject({ study: { state: 'open' } });
    // whatever can be read is read at least once; there is no open study of one instrument, and drivers need a second one
    const readable = drawn.filter(({ method }) => method === 'GET').map(({ name }) => name);
    expect(readable.filter((name) => !answered.has(name)).sort()).toEqual([
      'GET /studies/{study}/form',
      'GET /studies/{study}/report',
      'GET /studies/{study}/results/drivers',
    ]);
    expect((seen.get('200') ?? 0) + (seen.get('201') ?? 0) + (seen.get('204') ?? 0)).toBeGreaterThan(requests / 10);
  },
  3_600_000,
);

function idOf(key: string, ids: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(ids[key] ?? ['x'])) },
    {
      weight: 1,
      arbitrary: fc
        .string({ unit: 'binary', minLength: 1, maxLength: 30 })
        .map((text) => text.replace(/\p{Surrogate}|[./\\]/gu, '') || 'x'),
    },
  );
}

/** What fits a query that is about something. */
const known: Readonly<Record<string, readonly string[]>> = {
  wave: ['1', '2'],
  from: ['1', '2'],
  to: ['2', '1'],
  instrument: ['tea', 'tea@1.2.0'],
  outcome: ['tea/liking', 'tea/habit'],
  locale: ['en', 'cs'],
  team: ['red', 'blue'],
  group: ['staff', 'managers'],
};

interface Asked {
  readonly name: string;
  readonly method: string;
  readonly operation: OpenapiOperation;
  readonly path: string;
  readonly query: string;
  readonly body: { readonly type: string; readonly value: string } | undefined;
  readonly key?: string | undefined;
  readonly asker: Asker;
}

function queryOf({ parameters }: OpenapiOperation, document: OpenapiDocument): fc.Arbitrary<string> {
  const entries = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => {
      const value = fc.oneof(
        drawValue(schema, document),
        fc.string({ unit: 'binary', maxLength: 10 }),
        fc.constantFrom(...(known[name] ?? ['red', 'staff'])),
      );
      return fc.option(
        value.map((one) => `${name}=${encodeURIComponent(String(one).replace(/\p{Surrogate}/gu, ''))}`),
        { nil: '' },
      );
    });
  return fc.tuple(...entries).map((parts) => parts.filter((part) => part !== '').join('&'));
}

function bodyOf(
  { requestBody }: OpenapiOperation,
  document: OpenapiDocument,
): fc.Arbitrary<{ readonly type: string; readonly value: string } | undefined> {
  if (requestBody === undefined) return fc.constant(undefined);
  const json = requestBody.content['application/json']!;
  const good = drawValue(json.schema, document);
  const spoilt = fc.tuple(good, fc.nat(), odd).map(([value, at, other]) => {
    if (typeof value !== 'object' || value === null) return other;
    const keys = Object.keys(value);
    const key = keys[at % Math.max(1, keys.length)] ?? 'x';
    return { ...value, [key]: other };
  });
  const text = (value: fc.Arbitrary<unknown>) =>
    value.map((one) => ({ type: 'application/json', value: JSON.stringify(one) ?? 'null' }));
  return fc.oneof(
    { weight: 6, arbitrary: text(good) },
    { weight: 3, arbitrary: text(spoilt) },
    { weight: 1, arbitrary: text(odd) },
    {
      weight: 1,
      arbitrary: fc.string({ maxLength: 30 }).map((value) => ({ type: 'application/json', value: `{${value}` })),
    },
    ...(requestBody.content['text/csv'] === undefined
      ? []
      : [
          {
            weight: 4,
            arbitrary: fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 })).map((rows) => ({
              type: 'text/csv',
              value: ['name,parent', ...rows.map((row) => row.join(','))].join('\n'),
            })),
          },
        ]),
  );
}
