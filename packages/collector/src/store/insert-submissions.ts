import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AddResponseResult } from './collector-store.ts';
import type { Database, OtherAnswerRow, ResponseRow } from './database.ts';
import { insertResponses } from './insert-responses.ts';
import type { Store } from './store.ts';

/** What one person sends at one time, as rows. */
export interface Submission {
  /** one for each instrument; the first one's key and digests say whether the same came before */
  readonly responses: readonly [ResponseRow, ...ResponseRow[]];
  /** answers outside the instruments; none by default */
  readonly otherAnswers?: readonly OtherAnswerRow[];
  /** SHA-256 of the single-use token that is burnt; none by default */
  readonly tokenDigest?: string;
}

/** Besides what can become of a record: the token was used or never given out, and nothing was stored. */
export type AddSubmissionResult = AddResponseResult | 'token-not-valid';

/**
 * Adds submissions, each wholly or not at all, and burns their tokens: a token's row is gone when the answers are there.
 * Whether the same came before is looked at first, because its token is burnt then. Must run where nothing else writes
 * meanwhile, which is within `Store.write`.
 */
export function insertSubmissions(
  engine: Store['engine'],
): (trx: Kysely<Database>, submissions: readonly Submission[]) => Promise<AddSubmissionResult[]> {
  const insert = insertResponses(engine);
  return async (trx, submissions) => {
    const known = await digestsByKey(
      trx,
      oneOf(
        engine,
        submissions.map(({ responses: [first] }) => first.key_digest),
      ),
    );
    const asNew = submissions.filter(({ responses: [first] }) => !known.has(first.key_digest));
    const tokens = await burn(
      trx,
      oneOf(
        engine,
        asNew.flatMap(({ tokenDigest }) => tokenDigest ?? []),
      ),
    );
    const stored: Submission[] = [];
    const results = submissions.map((submission): AddSubmissionResult => {
      const { responses, tokenDigest } = submission;
      const earlier = known.get(responses[0].key_digest);
      if (earlier !== undefined) return earlier === digestOf(responses[0]) ? 'repeated' : 'conflict';
      // taken from the set, so that of two with one token the first has it
      if (tokenDigest !== undefined && !tokens.delete(tokenDigest)) return 'token-not-valid';
      known.set(responses[0].key_digest, digestOf(responses[0]));
      stored.push(submission);
      return 'stored';
    });
    const inserted = await insert(
      trx,
      stored.flatMap(({ responses }) => responses),
    );
    if (!inserted.every((result) => result === 'stored')) throw new RangeError('Unexpected keys: one came before.');
    const others = stored.flatMap(({ otherAnswers }) => otherAnswers ?? []);
    if (others.length > 0) await trx.insertInto('other_answer').values(others).execute();
    return results;
  };
}

const digestOf = ({ submission_digest, content_digest }: Pick<ResponseRow, 'submission_digest' | 'content_digest'>) =>
  submission_digest ?? content_digest;

/** A condition whose text is the same for any number of values, so that it is prepared once. */
function oneOf(engine: Store['engine'], values: readonly string[]): RawBuilder<unknown> {
  return engine === 'sqlite'
    ? sql`in (select value from json_each(${JSON.stringify(values)}))`
    : sql`= any(${values}::text[])`;
}

async function digestsByKey(trx: Kysely<Database>, condition: RawBuilder<unknown>): Promise<Map<string, string>> {
  const { rows } = await sql<Pick<ResponseRow, 'key_digest' | 'submission_digest' | 'content_digest'>>`
    select key_digest, submission_digest, content_digest from response where key_digest ${condition}`.execute(trx);
  return new Map(rows.map((row) => [row.key_digest, digestOf(row)]));
}

async function burn(trx: Kysely<Database>, condition: RawBuilder<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{ digest: string }>`delete from token where digest ${condition} returning digest`.execute(
    trx,
  );
  return new Set(rows.map(({ digest }) => digest));
}
