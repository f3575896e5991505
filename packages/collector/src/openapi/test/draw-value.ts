import fc from 'fast-check';
import type { OpenapiDocument } from '../openapi-document.ts';

type Json = Readonly<Record<string, unknown>>;

/** Values that a JSON Schema of the document allows, as far as it can say; enough of the vocabulary for our own. */
export function drawValue(schema: unknown, document: OpenapiDocument, depth = 0): fc.Arbitrary<unknown> {
  const one = schema as Json;
  if (typeof one.$ref === 'string') {
    const path = one.$ref.slice(2).split('/');
    const found = path.reduce<unknown>((at, key) => (at as Json)[key], document);
    return drawValue(found, document, depth);
  }
  if ('const' in one) return fc.constant(one.const);
  if (Array.isArray(one.enum)) return fc.constantFrom(...(one.enum as unknown[]));
  const several = (one.anyOf ?? one.oneOf) as unknown[] | undefined;
  if (several !== undefined) return fc.oneof(...several.map((choice) => drawValue(choice, document, depth)));
  switch (Array.isArray(one.type) ? one.type[0] : one.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number': {
      const [min, max] = [Number(one.minimum ?? -10), Number(one.maximum ?? 100)];
      return fc.integer({ min, max: Math.max(min, Math.min(max, min + 50)) });
    }
    case 'string':
      return textOf(one);
    case 'array': {
      const minLength = Number(one.minItems ?? 0);
      const items = drawValue(one.items ?? {}, document, depth + 1);
      return fc.array(items, { minLength, maxLength: Math.max(minLength, depth > 3 ? 1 : 3) });
    }
    case 'object':
      return objectOf(one, document, depth);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function textOf({ pattern, format, maxLength, minLength }: Json): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.nat(99_999).map((n) => `person${n}@ward3.example`);
  if (format === 'date-time') return fc.constantFrom('2026-11-20T08:00:00.000Z', '2026-11-20T08:03:00+01:00');
  if (typeof pattern === 'string' && pattern.startsWith('^2\\d{3}-')) {
    return fc.constantFrom('2026-11-20', '2026-11-25', '2026-12-31', '2027-02-31');
  }
  if (typeof pattern === 'string')
    return fc.stringMatching(new RegExp(pattern.replace(/^\^\(\?![^)]*\)\$\)/, '^'), 'u'));
  const most = Math.min(Number(maxLength ?? 30), 30);
  return fc.oneof(
    fc.string({ minLength: Math.min(Number(minLength ?? 0), most), maxLength: most }),
    fc.constantFrom('Red team', 'Žlutý tým', 'red', 'staff', 'en', 'cs'),
  );
}

function objectOf(schema: Json, document: OpenapiDocument, depth: number): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, unknown>>;
  const required = new Set((schema.required ?? []) as string[]);
  const named = fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, drawValue(value, document, depth + 1)])),
    { requiredKeys: Object.keys(properties).filter((key) => required.has(key)) },
  );
  const more = schema.additionalProperties;
  if (typeof more !== 'object' || more === null) return named;
  const keys =
    schema.propertyNames === undefined
      ? fc.constantFrom('en', 'cs', 'tea-calms', 'code')
      : drawValue(schema.propertyNames, document);
  const others = fc.dictionary(keys as fc.Arbitrary<string>, drawValue(more, document, depth + 1), { maxKeys: 3 });
  return fc.tuple(named, others).map(([a, b]) => ({ ...b, ...(a as object) }));
}
