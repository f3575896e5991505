import type { Context } from 'hono';
import * as v from 'valibot';
import { bodyError, problem } from '../problem.ts';
import { readJson } from './read-json.ts';

/** The request's JSON object as the schema has it, or the answer that names every field at fault. */
export async function readValid<Output>(
  c: Context,
  schema: v.GenericSchema<unknown, Output>,
  maxBytes?: number,
): Promise<{ readonly value: Output } | Response> {
  const body = await readJson(c, maxBytes);
  if (body instanceof Response) return body;
  // a schema of an object takes an array for one without names
  const value = Array.isArray(body.value) ? null : body.value;
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { value: parsed.output };
  return problem(c, 'invalid-request', {
    errors: parsed.issues.slice(0, 50).map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
      return bodyError({ code: 'invalid-value', path, message: issue.message });
    }),
  });
}
