import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../../store/store.ts';

/** "in (…)" for any number of texts, as one parameter. */
export const oneOf = (engine: Store['engine'], values: readonly string[]): RawBuilder<unknown> =>
  engine === 'sqlite'
    ? sql`in (select value from json_each(${JSON.stringify(values)}))`
    : sql`= any(${values}::text[])`;
