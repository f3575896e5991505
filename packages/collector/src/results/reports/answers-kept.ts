import type { Store } from '../../store/store.ts';

/**
 * Whether all that was answered in a wave is there, apart from what people took back: not once its deletion has begun.
 * What is worked out from a part of the answers would stay wrong for ever.
 */
export async function areAnswersKept({ db }: Store, waveId: string): Promise<boolean> {
  const erased = await db
    .selectFrom('audit')
    .select('sequence')
    .where('action', '=', 'retention-applied')
    .where('subject', '=', `wave ${waveId}`)
    .limit(1)
    .executeTakeFirst();
  if (erased !== undefined) return false;
  const answer = await db
    .selectFrom('response')
    .select('wave_id')
    .where('wave_id', '=', waveId)
    .limit(1)
    .executeTakeFirst();
  return answer !== undefined;
}
