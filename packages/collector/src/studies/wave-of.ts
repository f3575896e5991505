import type { Selectable, Transaction } from 'kysely';
import type { WaveView } from '../model/wave.ts';
import { Refusal } from '../refusal.ts';
import type { Database, WaveRow } from '../store/database.ts';

export type WaveRecord = Selectable<WaveRow>;

/** A wave of that very study. @throws Refusal where it is none, another study's included */
export async function waveOf(
  db: Pick<Transaction<Database>, 'selectFrom'>,
  studyId: string,
  id: string,
): Promise<WaveRecord> {
  // PostgreSQL refuses some characters that no id has
  const wave = /^[0-9a-f-]{36}$/.test(id)
    ? await db.selectFrom('wave').selectAll().where('study_id', '=', studyId).where('id', '=', id).executeTakeFirst()
    : undefined;
  if (wave === undefined) throw new Refusal('not-found');
  return wave;
}

/** A wave as staff read it. */
export function waveView({ id, number, name, opens_on, closes_on, reminders, state }: WaveRecord): WaveView {
  return {
    id,
    number,
    name,
    opensOn: opens_on,
    closesOn: closes_on,
    reminders: JSON.parse(reminders) as string[],
    state,
  };
}
