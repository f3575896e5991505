import type { Context } from 'hono';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';

/**
 * The query of a request as the schema has it; a name that the schema does not have is left out.
 *
 * @throws Refusal that names every field at fault
 */
export function readQuery<Output>(c: Context, schema: v.GenericSchema<unknown, Output>): Output {
  const parsed = v.safeParse(schema, c.req.query());
  if (parsed.success) return parsed.output;
  throw new Refusal('invalid-request', {
    errors: parsed.issues.map((issue) => ({
      path: `query.${v.getDotPath(issue) ?? ''}`,
      code: 'invalid-value',
      message: issue.message,
    })),
  });
}

const limit = v.pipe(
  v.string(),
  v.regex(/^(?:[1-9]|[1-9]\d|100)$/, 'is not a whole number from 1 to 100'),
  v.transform(Number),
);
const cursor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{0,100}$/, 'is not what an earlier answer had as `next`'));

/** Where a list goes on: `after` is the `next` of the page before. */
export const pageQuerySchema = v.object({ after: v.optional(cursor, ''), limit: v.optional(limit, '100') });
export type PageQuery = v.InferOutput<typeof pageQuerySchema>;

/** One page out of the rows that were asked for with one more than the limit, and the cursor of the next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit: size }: PageQuery,
  keyOf: (row: Row) => string,
): { readonly page: readonly Row[]; readonly next: string | null } {
  const page = rows.slice(0, size);
  return { page, next: rows.length > size ? keyOf(page.at(-1)!) : null };
}
