import type { JsonSchema } from '@valibot/to-json-schema';
import type { Hono } from 'hono';
import { type Permission, permissions, type RouteName } from '../access/permissions.ts';
import { PROBLEMS, type ProblemCode } from '../problem.ts';
import { IDEMPOTENCY_KEY } from '../request/idempotent.ts';
import { jsonSchema, namedSchemas } from './json-schema.ts';
import type { AnswerContent, Operation, Schema } from './operation.ts';
import { operations } from './operations/index.ts';

/** As much of OpenAPI 3.1 as is written here. */
export interface OpenapiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenapiOperation>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

export interface OpenapiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required: boolean;
    readonly description?: string;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security: readonly unknown[];
}

/**
 * The OpenAPI 3.1 document of the routes that an application has, made from the schemas by which requests are checked.
 *
 * @throws RangeError for a route that is not described
 */
export function openapiDocument(app: Hono): OpenapiDocument {
  const paths: Record<string, Record<string, OpenapiOperation>> = {};
  const names = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  for (const name of new Set([...names, 'GET /openapi.json'])) {
    if (!Object.hasOwn(operations, name)) throw new RangeError(`Unexpected route: ${name} is not described`);
    const [method = '', pattern = ''] = name.split(' ');
    const path = pattern.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name as RouteName) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Peerscale collector',
      version: '1',
      description:
        'Questionnaires, the answers to them and reports. Errors are problem details (RFC 9457). A page of a list has `next`, which goes into `after` for the page that follows.',
    },
    servers: [{ url: '.' }],
    tags: [...new Set(Object.values(operations).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...namedSchemas(), Problem: problemSchema },
      responses: {
        Problem: {
          description: 'What went wrong, with every field at fault',
          headers: {
            'Retry-After': {
              description: 'Seconds after which asking again is worth it, where it is',
              schema: { type: 'integer' },
            },
          },
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-peerscale' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
      },
    },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { enum: Object.keys(PROBLEMS).map((code) => `urn:peerscale:problem:${code}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'string' },
          pointer: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
} as const;

/** Beyond what the pattern says: one key for each thing that is asked for, of so many random bits. */
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Asked again within 24 hours with this key, the server does nothing twice. It repeats its answer, or says with 409 that what it made was shown once, that it is still under way (come again after `Retry-After` seconds), or that it ended in the middle and nobody knows. A random text, such as a UUID in quotes; a new one for each new request.',
  schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
} as const;

function operationOf(name: RouteName): OpenapiOperation {
  const operation = operations[name];
  const permission: Permission = permissions[name];
  const [method = '', pattern = ''] = name.split(' ');
  const staff = typeof permission === 'object';
  const pathNames = [...pattern.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter!);
  const content = operation.body && {
    'application/json': { schema: jsonSchema(operation.body) },
    ...(operation.takesCsv === true ? { 'text/csv': { schema: { type: 'string' as const } } } : {}),
  };
  const statuses = [...new Set(problemsOf(name, operation, permission).map((code) => PROBLEMS[code][0]))].sort();
  return {
    operationId: `${method.toLowerCase()}${pattern.replace(/[/:.-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [operation.tag],
    summary: operation.summary,
    parameters: [
      ...pathNames.map((parameter) => ({
        name: parameter,
        in: 'path' as const,
        required: true,
        schema: { type: 'string' as const },
      })),
      ...Object.entries(operation.query?.entries ?? {}).map(([parameter, schema]) => ({
        name: parameter,
        in: 'query' as const,
        required: false,
        schema: jsonSchema(schema as Schema),
      })),
      ...(operation.idempotent === true ? [idempotencyKey] : []),
    ],
    ...(content === undefined ? {} : { requestBody: { required: true as const, content } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, answer]) => [status, responseOf(Number(status), answer)]),
      ),
      ...Object.fromEntries(statuses.map((status) => [status, { $ref: '#/components/responses/Problem' }])),
    },
    security: staff ? [method === 'GET' ? { session: [] } : { session: [], csrf: [] }] : [],
  };
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken over',
  204: 'Done; nothing to say',
  304: 'As the client has it',
};

function responseOf(status: number, answer: AnswerContent | readonly AnswerContent[]) {
  const contents = (Array.isArray(answer) ? answer : [answer]) as readonly AnswerContent[];
  const content: Record<string, { readonly schema: JsonSchema }> = {};
  for (const one of contents) {
    if (one === 'csv') content['text/csv'] = { schema: { type: 'string' } };
    else if (one === 'calendar') content['text/calendar'] = { schema: { type: 'string' } };
    else if (one === 'text') content['text/plain'] = { schema: { type: 'string' } };
    else if (one === 'spss') content['application/x-spss-sav'] = { schema: { type: 'string', format: 'binary' } };
    else if (one !== 'nothing') content['application/json'] = { schema: jsonSchema(one as Schema) };
  }
  return { description: DESCRIPTIONS[status], ...(Object.keys(content).length === 0 ? {} : { content }) };
}

/** What can go wrong: what can anywhere, what the guard and a body add, and what only this route knows. */
function problemsOf(
  name: RouteName,
  { query, body, idempotent, problems = [] }: Operation,
  permission: Permission,
): ProblemCode[] {
  const changes = !name.startsWith('GET ');
  const guarded: ProblemCode[] =
    permission === 'anyone'
      ? []
      : permission === 'visitor'
        ? changes
          ? ['cross-site-request', 'too-many-requests']
          : []
        : ['not-signed-in', 'forbidden', 'too-many-requests', ...(name.includes(':') ? (['not-found'] as const) : [])];
  return [
    ...guarded,
    ...(query === undefined ? [] : (['invalid-request'] as const)),
    ...(body === undefined
      ? []
      : (['malformed-body', 'body-too-large', 'unsupported-media-type', 'invalid-request'] as const)),
    ...(idempotent === true
      ? (['idempotency-unfinished', 'idempotency-unknown', 'idempotency-shown-once', 'idempotency-key-reused'] as const)
      : []),
    ...problems,
    'internal-error',
    'storage-unavailable',
  ];
}
