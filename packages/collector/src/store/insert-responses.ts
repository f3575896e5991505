import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { AddResponseResult } from './collector-store.ts';
import type { Database, ResponseRow } from './database.ts';
import type { Store } from './store.ts';
import type { Changed, ManyRuns } from './writer/many-parameters.ts';

/** Every column and its type; the compiler sees to it that none is missing. */
const TYPES = {
  key_digest: 'text',
  study_id: 'text',
  wave_id: 'text',
  team_id: 'text',
  group_id: 'text',
  part: 'text',
  instrument: 'text',
  version: 'text',
  locale: 'text',
  coding: 'text',
  answers: 'text',
  day: 'text',
  duration_seconds: 'integer',
  content_digest: 'text',
  submission_digest: 'text',
  code: 'text',
  receipt_digest: 'text',
  reuse: 'integer',
  folded: 'integer',
} as const satisfies Record<keyof ResponseRow, 'text' | 'integer'>;
const COLUMNS = Object.keys(TYPES) as (keyof ResponseRow)[];

/**
 * Adds rows, each once per key, and says what became of each: of several with one key the first is stored. Statements
 * are made once and not for each row, which would take longer than storing it: for SQLite one for a row, for PostgreSQL,
 * where every statement is a journey, one for all rows.
 */
export function insertResponses(
  engine: Store['engine'],
): (trx: Kysely<Database>, rows: readonly ResponseRow[]) => Promise<AddResponseResult[]> {
  const insertNew = engine === 'sqlite' ? insertOneByOne() : insertTogether;
  return async (trx, rows) => {
    const first = new Map<string, ResponseRow>();
    for (const row of rows) if (!first.has(row.key_digest)) first.set(row.key_digest, row);
    const stored = await insertNew(trx, [...first.values()]);
    const earlier = await contentDigests(
      trx,
      [...first.keys()].filter((key) => !stored.has(key)),
    );
    return rows.map((row) => {
      const kept = first.get(row.key_digest)!;
      if (kept === row && stored.has(row.key_digest)) return 'stored';
      const digest = earlier.get(row.key_digest) ?? kept.content_digest;
      return digest === row.content_digest ? 'repeated' : 'conflict';
    });
  };
}

type InsertNew = (trx: Kysely<Database>, rows: readonly ResponseRow[]) => Promise<ReadonlySet<string>>;

function insertOneByOne(): InsertNew {
  let compiled: CompiledQuery<Changed> | undefined;
  return async (trx, rows) => {
    if (rows.length === 0) return new Set();
    compiled ??= trx
      .insertInto('response')
      .columns(COLUMNS)
      .expression(sql`values (${sql.join(COLUMNS.map((column) => sql.val(rows[0]![column])))})`)
      .onConflict((conflict) => conflict.column('key_digest').doNothing())
      .compile() as unknown as CompiledQuery<Changed>;
    const many = rows.map((row) => COLUMNS.map((column) => row[column]));
    const { rows: runs } = await trx.executeQuery<Changed>({ ...compiled, many } as ManyRuns<Changed>);
    return new Set(rows.filter((_, i) => runs[i]!.changed === 1).map(({ key_digest }) => key_digest));
  };
}

const insertTogether: InsertNew = async (trx, rows) => {
  const lists = COLUMNS.map((column) => sql`${rows.map((row) => row[column])}::${sql.raw(TYPES[column])}[]`);
  const { rows: stored } = await sql<{ key_digest: string }>`
    insert into response (${sql.join(COLUMNS.map((column) => sql.ref(column)))})
    select * from unnest(${sql.join(lists)})
    on conflict (key_digest) do nothing
    returning key_digest`.execute(trx);
  return new Set(stored.map(({ key_digest }) => key_digest));
};

async function contentDigests(trx: Kysely<Database>, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await trx
    .selectFrom('response')
    .select(['key_digest', 'content_digest'])
    .where('key_digest', 'in', keys)
    .execute();
  return new Map(rows.map(({ key_digest, content_digest }) => [key_digest, content_digest]));
}
