import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { testServer } from '../access/test/test-server.ts';
import { PROBLEMS } from '../problem.ts';
import { teaCollector } from '../test/tea-collector.ts';
import { type OpenapiDocument, type OpenapiOperation, openapiDocument } from './openapi-document.ts';

async function documentOf(app: { request: (path: string) => Response | Promise<Response> }): Promise<OpenapiDocument> {
  const response = await app.request('/openapi.json');
  expect(response.status).toBe(200);
  return (await response.json()) as OpenapiDocument;
}

const namesOf = ({ paths }: OpenapiDocument) =>
  Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    .sort();

test('every route that is mounted is in the document, and every route in the document is mounted', async () => {
  const { app } = await testServer(':memory:');
  const mounted = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(namesOf(await documentOf(app))).toEqual([...new Set(mounted)].sort());
  expect(mounted.length).toBeGreaterThan(60);
});

test('without accounts the document has what is there without accounts', async () => {
  const { app } = await teaCollector();
  expect(namesOf(await documentOf(app))).toEqual([
    'GET /openapi.json',
    'GET /studies',
    'GET /studies/{study}/form',
    'GET /studies/{study}/report',
    'POST /studies/{study}/responses',
  ]);
});

test('a route that nobody has described is noticed', async () => {
  const { app } = await teaCollector();
  app.get('/secrets', (c) => c.text('all of them'));
  expect(() => openapiDocument(app)).toThrow('Unexpected route: GET /secrets is not described');
});

test('it is OpenAPI 3.1, by the official schema, and every reference leads somewhere', async () => {
  const { app } = await testServer(':memory:');
  const document = await documentOf(app);
  const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, path]) => path!);
  expect(references.length).toBeGreaterThan(100);
  for (const path of new Set(references)) {
    const found = path
      .slice(1)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect([path, typeof found]).toEqual([path, 'object']);
  }
});

test('ids of operations are there once; what changes something needs a session and its token; problems are shared', async () => {
  const { app } = await testServer(':memory:');
  const { paths } = await documentOf(app);
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method} ${path}`, operation] as [string, OpenapiOperation],
    ),
  );
  expect(new Set(all.map(([, { operationId }]) => operationId)).size).toBe(all.length);
  const statuses = new Set(Object.values(PROBLEMS).map(([status]) => String(status)));
  for (const [name, { responses, security, parameters }] of all) {
    for (const [status, response] of Object.entries(responses)) {
      if (statuses.has(status)) expect([name, response]).toEqual([name, { $ref: '#/components/responses/Problem' }]);
      else expect(['200', '201', '202', '204', '304']).toContain(status);
    }
    for (const [, parameter] of name.matchAll(/\{(\w+)\}/g)) {
      expect(parameters).toContainEqual(expect.objectContaining({ name: parameter, in: 'path', required: true }));
    }
    const [needs] = security as Record<string, unknown>[];
    if (needs !== undefined) expect('csrf' in needs).toBe(!name.startsWith('get '));
  }
});
