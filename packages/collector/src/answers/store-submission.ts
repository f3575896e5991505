import type { Transaction } from 'kysely';
import { Refusal } from '../refusal.ts';
import type { Database } from '../store/database.ts';
import { insertResponses } from '../store/insert-responses.ts';
import { type StudyRoom, today } from '../studies/study-room.ts';
import { findInvitation, waveAndStudy } from './find-invitation.ts';
import { refuseUnlessOpen } from './open-wave.ts';
import type { SubmissionRows } from './submission-rows.ts';

type Reader = Pick<Transaction<Database>, 'selectFrom'>;

/** What is known of a submission: nothing, the same, or another one under its key. */
export async function earlierOf(
  db: Reader,
  { responses, others }: Pick<SubmissionRows, 'responses' | 'others'>,
): Promise<'none' | 'same' | 'other'> {
  const keys = responses.map(({ key_digest }) => key_digest);
  const known = await db
    .selectFrom('response')
    .select(['key_digest', 'content_digest', 'wave_id', 'team_id', 'group_id'])
    .where('key_digest', 'in', keys)
    .execute();
  if (known.length === 0) return 'none';
  const isSame = responses.every((row) =>
    known.some(
      (one) =>
        one.key_digest === row.key_digest &&
        one.content_digest === row.content_digest &&
        one.wave_id === row.wave_id &&
        one.team_id === row.team_id &&
        one.group_id === row.group_id,
    ),
  );
  if (!isSame || others.length === 0) return isSame ? 'same' : 'other';
  const values = await db
    .selectFrom('other_answer')
    .select(['key_digest', 'value'])
    .where(
      'key_digest',
      'in',
      others.map(({ key_digest }) => key_digest),
    )
    .execute();
  const stored = new Map(values.map(({ key_digest, value }) => [key_digest, value]));
  return others.every((row) => stored.get(row.key_digest) === row.value) ? 'same' : 'other';
}

/**
 * Stores a submission once, and burns the token it came with in the same transaction: both are on the disk, or neither.
 *
 * @param digest of the invitation's secret
 */
export function submissionStore(
  room: Pick<StudyRoom, 'store' | 'access'>,
): (digest: string, rows: SubmissionRows) => Promise<'stored' | 'same' | 'other'> {
  const { store } = room;
  const insert = insertResponses(store.engine);
  return (digest, rows) =>
    store.write(async (trx) => {
      const earlier = await earlierOf(trx, rows);
      if (earlier !== 'none') return earlier;
      const burnt = await trx.deleteFrom('token').where('digest', '=', digest).returning('wave_id').executeTakeFirst();
      const of = burnt === undefined ? await findInvitation(trx, digest) : await waveAndStudy(trx, burnt.wave_id);
      if (of === undefined) throw new Refusal('link-not-valid');
      // thrown here the token stays as it was
      refuseUnlessOpen(of, today(room));
      await insert(trx, rows.responses);
      if (rows.others.length > 0) {
        await trx
          .insertInto('other_answer')
          .values([...rows.others].sort((a, b) => (a.key_digest < b.key_digest ? -1 : 1)))
          .execute();
      }
      return 'stored';
    });
}
