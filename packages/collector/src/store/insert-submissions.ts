import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AddResponseResult } from './collector-store.ts';
import type { Database, OtherAnswerRow, ResponseRow } from './database.ts';
import { insertResponses } from './insert-responses.ts';
import type { Store } from './store.ts';

/** What one person sends at one time, as rows. */
export interface Submission {
  /** one for each instrument, with the same digest; their keys say whether the same came before */
  readonly responses: readonly [ResponseRow, ...ResponseRow[]];
  /** answers outside the instruments; none by default */
  readonly otherAnswers?: readonly OtherAnswerRow[];
  /** SHA-256 of the single-use token that is burnt; none by default */
  readonly tokenDigest?: string;
  /** SHA-256 of the link for many that it came by, which must still be there; none by default */
  readonly linkDigest?: string;
}

/**
 * Besides what can become of a record: the token was used or never given out, the link was taken back, or the wave takes no
 * answers any more; nothing was stored, and the token stays as it was.
 */
export type AddSubmissionResult = AddResponseResult | 'token-not-valid' | 'link-not-valid' | 'wave-closed';

/**
 * Adds submissions, each wholly or not at all, and burns their tokens: a token's row is gone when the answers are there.
 * Whether the same came before is looked at first, because its token is burnt then. Must run where nothing else writes
 * meanwhile, which is within `Store.write`. So many statements for all of them together, however many they are.
 */
export function insertSubmissions(
  engine: Store['engine'],
): (trx: Kysely<Database>, submissions: readonly Submission[]) => Promise<AddSubmissionResult[]> {
  const insert = insertResponses(engine);
  const among = (values: readonly string[]) => oneOf(engine, values);
  return async (trx, submissions) => {
    const keys = submissions.flatMap(({ responses }) => responses.map(({ key_digest }) => key_digest));
    const known = await digestsByKey(trx, among(keys));
    const earlierOf = ({ responses }: Submission) =>
      responses.map(({ key_digest }) => known.get(key_digest)).find((digest) => digest !== undefined);
    const asNew = submissions.filter((submission) => earlierOf(submission) === undefined);
    const waves = await openWaves(
      trx,
      asNew.map(({ responses: [first] }) => first),
      among,
    );
    const isOpen = ({ responses: [{ wave_id, day }] }: Submission) =>
      wave_id === null || (waves.get(wave_id) ?? '') >= day;
    const inOpen = asNew.filter(isOpen);
    const tokens = await burn(
      trx,
      inOpen.flatMap(({ tokenDigest }) => tokenDigest ?? []),
      among,
    );
    const links = await linksOf(
      trx,
      inOpen.flatMap(({ linkDigest }) => linkDigest ?? []),
      among,
    );
    const stored: Submission[] = [];
    const results = submissions.map((submission): AddSubmissionResult => {
      const { responses, tokenDigest, linkDigest } = submission;
      const earlier = earlierOf(submission);
      if (earlier !== undefined) return earlier === digestOf(responses[0]) ? 'repeated' : 'conflict';
      if (!isOpen(submission)) return 'wave-closed';
      if (linkDigest !== undefined && !links.has(linkDigest)) return 'link-not-valid';
      // taken from the set, so that of two with one token the first has it
      if (tokenDigest !== undefined && !tokens.delete(tokenDigest)) return 'token-not-valid';
      for (const row of responses) known.set(row.key_digest, digestOf(row));
      stored.push(submission);
      return 'stored';
    });
    const inserted = await insert(
      trx,
      stored.flatMap(({ responses }) => responses),
    );
    if (!inserted.every((result) => result === 'stored')) throw new RangeError('Unexpected keys: one came before.');
    await insertOthers(
      trx,
      engine,
      stored.flatMap(({ otherAnswers }) => otherAnswers ?? []),
    );
    return results;
  };
}

/** What tells a repeated submission from another one under its key. */
export function digestOf({
  submission_digest,
  content_digest,
}: Pick<ResponseRow, 'submission_digest' | 'content_digest'>): string {
  return submission_digest ?? content_digest;
}

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

type Among = (values: readonly string[]) => RawBuilder<unknown>;

/** The last days of the waves that take answers, by id. */
async function openWaves(
  trx: Kysely<Database>,
  rows: readonly Pick<ResponseRow, 'wave_id'>[],
  among: Among,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(rows.flatMap(({ wave_id }) => wave_id ?? []));
  if (ids.size === 0) return new Map();
  const { rows: waves } = await sql<{ id: string; closes_on: string }>`
    select wave.id, closes_on from wave join study on study.id = study_id
    where wave.state = 'open' and study.state = 'open' and wave.id ${among([...ids])}`.execute(trx);
  return new Map(waves.map(({ id, closes_on }) => [id, closes_on]));
}

async function burn(trx: Kysely<Database>, digests: readonly string[], among: Among): Promise<Set<string>> {
  if (digests.length === 0) return new Set();
  const { rows } = await sql<{ digest: string }>`
    delete from token where digest ${among(digests)} returning digest`.execute(trx);
  return new Set(rows.map(({ digest }) => digest));
}

async function linksOf(trx: Kysely<Database>, digests: readonly string[], among: Among): Promise<ReadonlySet<string>> {
  if (digests.length === 0) return new Set();
  const { rows } = await sql<{ digest: string }>`
    select digest from link where digest ${among([...new Set(digests)])}`.execute(trx);
  return new Set(rows.map(({ digest }) => digest));
}

const OTHER_COLUMNS = ['key_digest', 'study_id', 'wave_id', 'team_id', 'group_id', 'part', 'kind', 'value'] as const;

/** In the order of their keys, so that those of one person do not lie together; one statement for any number of rows. */
async function insertOthers(
  trx: Kysely<Database>,
  engine: Store['engine'],
  others: readonly OtherAnswerRow[],
): Promise<void> {
  if (others.length === 0) return;
  const rows = [...others].sort((a, b) => (a.key_digest < b.key_digest ? -1 : 1));
  const into = sql`insert into other_answer (${sql.join(OTHER_COLUMNS.map((column) => sql.ref(column)))})`;
  if (engine === 'sqlite') {
    const values = JSON.stringify(rows.map((row) => OTHER_COLUMNS.map((column) => row[column])));
    const columns = OTHER_COLUMNS.map((_, at) => sql.raw(`json_extract(value, '$[${at}]')`));
    await sql`${into} select ${sql.join(columns)} from json_each(${values})`.execute(trx);
  } else {
    const lists = OTHER_COLUMNS.map((column) => sql`${rows.map((row) => row[column])}::text[]`);
    await sql`${into} select * from unnest(${sql.join(lists)})`.execute(trx);
  }
}
