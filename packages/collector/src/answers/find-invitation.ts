import type { Transaction } from 'kysely';
import type { Database } from '../store/database.ts';
import type { StudyRecord } from '../studies/study-room.ts';
import type { WaveRecord } from '../studies/wave-of.ts';

/** What a secret opens. Of an open link the team, the group or both are for the person to say. */
export interface Invitation {
  readonly kind: 'open' | 'group' | 'token';
  readonly team: string | null;
  readonly group: string | null;
  readonly wave: WaveRecord;
  readonly study: StudyRecord;
}

type Reader = Pick<Transaction<Database>, 'selectFrom'>;

/** The invitation whose secret has this digest, if there is one. */
export async function findInvitation(db: Reader, digest: string): Promise<Invitation | undefined> {
  const token = await db.selectFrom('token').selectAll().where('digest', '=', digest).executeTakeFirst();
  const link = token ?? (await db.selectFrom('link').selectAll().where('digest', '=', digest).executeTakeFirst());
  if (link === undefined) return undefined;
  const of = await waveAndStudy(db, link.wave_id);
  const kind = 'kind' in link ? link.kind : 'token';
  return of && { kind, team: link.team_id, group: link.group_id, ...of };
}

/** A wave with its study. */
export async function waveAndStudy(
  db: Reader,
  waveId: string,
): Promise<{ readonly wave: WaveRecord; readonly study: StudyRecord } | undefined> {
  const wave = await db.selectFrom('wave').selectAll().where('id', '=', waveId).executeTakeFirst();
  if (wave === undefined) return undefined;
  const study = await db.selectFrom('study').selectAll().where('id', '=', wave.study_id).executeTakeFirst();
  return study && { wave, study };
}
