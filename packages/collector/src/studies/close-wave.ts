import type { Transaction } from 'kysely';
import type { Database } from '../store/database.ts';
import type { WaveRecord } from './wave-of.ts';

/**
 * Closes an open wave. Closed before its last day, that day becomes the last: how long answers are kept is counted from it.
 *
 * @param day YYYY-MM-DD by the server's clock
 */
export async function closeWave(trx: Transaction<Database>, wave: WaveRecord, day: string): Promise<WaveRecord> {
  // a clock that was set back must not make a wave end before it began
  const today = day < wave.opens_on ? wave.opens_on : day;
  const isEarly = today < wave.closes_on;
  const changed = { state: 'closed', closes_on: isEarly ? today : wave.closes_on } as const;
  await trx.updateTable('wave').set(changed).where('id', '=', wave.id).execute();
  return { ...wave, ...changed };
}
