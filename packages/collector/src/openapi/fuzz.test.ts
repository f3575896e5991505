import process from 'node:process';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { RouteName } from '../access/permissions.ts';
import type { Browser } from '../access/test/test-server.ts';
import { exportFormats } from '../exports/export-file.ts';
import { answerWave, closeWaveOf } from '../studies/test/answer-wave.ts';
import { wardStudy } from '../studies/test/ward-study.ts';
import type { OpenapiDocument, OpenapiOperation } from './openapi-document.ts';
import { operations } from './operations/index.ts';
import { drawValue } from './test/draw-value.ts';

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2000);

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

test(`${REQUESTS} requests drawn from the document are answered as it says, and never with a 5xx`, async () => {
  const ward = await wardStudy(':memory:');
  const { server, study } = ward;
  const { app } = server;
  const document = (await (await app.request('/openapi.json')).json()) as OpenapiDocument;
  for (let number = 1; number <= 2; number++) {
    const closed = await ward.startWave();
    // every group of every team that is asked, so that it is told how many took part
    for (const team of ['red', 'blue', 'house']) {
      for (const group of ['staff', 'managers']) {
        const answers = group === 'staff' ? {} : { answers: () => ({ tea: { 'tea-calms': 4, 'tea-spoils': 2 } }) };
        await answerWave(ward, closed, { team, group, count: 6, ...answers });
      }
    }
    await closeWaveOf(ward, closed);
  }
  const wave = await ward.startWave();
  const waves = `/studies/${study}/waves`;
  const planned = await ward.ask<{ wave: { id: string } }>(
    'POST',
    waves,
    { name: 'Next', opensOn: '2027-01-01', closesOn: '2027-01-09' },
    201,
  );
  const { url } = await ward.ask<{ url: string }>('POST', `${waves}/${wave}/links`, {}, 201);
  const { url: group } = await ward.ask<{ url: string }>(
    'POST',
    `${waves}/${wave}/links`,
    { team: 'red', group: 'managers' },
    201,
  );
  const { action } = await ward.ask<{ action: { id: string } }>(
    'POST',
    `/studies/${study}/teams/red/actions`,
    { wave, text: 'Talk' },
    201,
  );
  const ids: Readonly<Record<string, readonly string[]>> = {
    study: [study, study, study, 'tea-2026', 'no-study'],
    team: ['red', 'blue', 'house', 'new-team', 'Ünknown'],
    group: ['staff', 'managers', 'others'],
    wave: [wave, planned.wave.id, '00000000-0000-4000-8000-000000000000'],
    action: [action.id, '00000000-0000-4000-8000-000000000000'],
    link: ['0'.repeat(64)],
    format: exportFormats,
    secret: [url.split('#')[1]!, group.split('#')[1]!, ...(await ward.tokens(wave, 1)), 'A'.repeat(43), 'nonsense'],
    account: ['00000000-0000-4000-8000-000000000000'],
    passkey: ['AAAA'],
  };
  const drawn = Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    )
    // what would sign out, or erase what the others are tried on; each is tried by tests of its own
    .filter(({ path, method }) => !(method === 'DELETE' && /^\/(?:sessions?|studies\/\{study\})$/.test(path)))
    .filter(({ path }) => !/\/close$/.test(path));

  const request = fc.constantFrom(...drawn).chain(({ path, method, operation }) =>
    fc.record({
      name: fc.constant(`${method} ${path}`),
      method: fc.constant(method),
      operation: fc.constant(operation),
      path: fc.tuple(...[...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => idOf(key!, ids))).map((values) => {
        const left = [...(values as string[])];
        return path.replace(/\{\w+\}/g, () => encodeURIComponent(left.shift()!));
      }),
      query: queryOf(operation, document),
      body: bodyOf(operation, document),
      signedIn: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    }),
  );

  const seen = new Map<string, number>();
  const answered = new Set<string>();
  const ask = async ({ name, method, operation, path, query, body, signedIn }: Asked) => {
    server.pass(5000);
    const browser: Browser = signedIn ? ward.owner : server.browser();
    const address = `${path}${query === '' ? '' : `?${query}`}`;
    const response = await browser.send(method, address, method === 'GET' ? undefined : body?.value, {
      ...(body === undefined ? {} : { 'Content-Type': body.type }),
    });
    const text = await response.text();
    const answer = `${name} ${address} ${String(body?.value)} -> ${response.status} ${text.slice(0, 500)}`;
    expect(response.status, answer).toBeLessThan(500);
    // 401, 403 and 404 come from the guard before the route is looked at
    expect(Object.keys(operation.responses), answer).toContain(String(response.status));
    if (response.ok) answered.add(name);
    seen.set(`${response.status}`, (seen.get(`${response.status}`) ?? 0) + 1);
    const type = response.headers.get('Content-Type') ?? '';
    if (response.status >= 400) {
      expect(type, answer).toBe('application/problem+json');
      expect(JSON.parse(text).status).toBe(response.status);
    } else if (type.startsWith('application/json')) {
      const described = operations[name.replace(/\{(\w+)\}/g, ':$1') as RouteName].answers[response.status as 200];
      const schema = Array.isArray(described) ? described[0] : described;
      if (typeof schema !== 'object') throw new Error(`${answer}: not described`);
      const parsed = v.safeParse(schema as v.GenericSchema, JSON.parse(text));
      expect(parsed.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) ?? [], answer).toEqual([]);
    }
  };
  // once each as it should be: whatever can be read is read
  for (const { path, method, operation } of drawn.filter((one) => one.method === 'GET')) {
    const names = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    const queries = ['', names.flatMap((name) => (known[name] ? `${name}=${known[name][0]}` : [])).join('&')];
    for (const query of new Set(queries)) {
      const name = `${method} ${path}`;
      const address = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(ids[key]![0]!));
      await ask({ name, method, operation, path: address, query, body: undefined, signedIn: true });
    }
  }
  await fc.assert(fc.asyncProperty(request, ask), {
    numRuns: REQUESTS,
    ...(process.env.FUZZ_REQUESTS === undefined ? { seed: 20_261_122 } : {}),
    endOnFailure: true,
  });
  // the requests reach what lies behind the guard and behind the schemas, and every kind of refusal
  for (const status of ['200', '201', '204', '400', '401', '404', '409', '410', '422']) {
    expect([status, seen.get(status) ?? 0]).not.toEqual([status, 0]);
  }
  // whatever can be read is read at least once; there is no open study of one instrument, and drivers need a second one
  const readable = drawn.filter(({ method }) => method === 'GET').map(({ path }) => `GET ${path}`);
  const unread = readable.filter((name) => !answered.has(name));
  expect(unread.sort()).toEqual([
    'GET /studies/{study}/form',
    'GET /studies/{study}/report',
    'GET /studies/{study}/results/drivers',
  ]);
  expect((seen.get('200') ?? 0) + (seen.get('201') ?? 0) + (seen.get('204') ?? 0)).toBeGreaterThan(REQUESTS / 10);
}, 3_600_000);

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
  readonly signedIn: boolean;
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
