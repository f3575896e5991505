import type { Transaction } from 'kysely';
import type { Database } from '../store/database.ts';

export interface CountedLetters {
  readonly waveId: string;
  readonly team: string;
  readonly group: string;
  /** letters that the mail server took */
  readonly sent: number;
}

/**
 * Takes as many as letters went to as those who are asked, where nobody has written down how many that is: added up over
 * the lists that were sent, by the audit log. A number that is not that sum was written by somebody, or is that of links
 * that were handed out otherwise, and stays. Where all unused links were ended, the sum begins anew: the same people are
 * likely to get others. It never lowers a number.
 *
 * To be called before these letters are in the audit log.
 */
export async function countLetters(trx: Transaction<Database>, letters: CountedLetters): Promise<void> {
  if (letters.sent === 0) return;
  const { waveId, team, group } = letters;
  const before = await lettersBefore(trx, letters);
  const expected = Math.max(before.most, before.sinceEnded + letters.sent);
  await trx
    .updateTable('wave_cell')
    .set({ expected })
    .where('wave_id', '=', waveId)
    .where('team_id', '=', team)
    .where('group_id', '=', group)
    .where((is) => is.or([is('expected', 'is', null), ...(before.most > 0 ? [is('expected', '=', before.most)] : [])]))
    .execute();
}

/** What the audit log says of letters to a team and group: those since unused links were ended, and the most there were. */
async function lettersBefore(trx: Transaction<Database>, { waveId, team, group }: CountedLetters) {
  const lines = await trx
    .selectFrom('audit')
    .select(['action', 'detail'])
    .where('action', 'in', ['letters-sent', 'invitations-made'])
    .where('subject', '=', `wave ${waveId}`)
    .orderBy('sequence')
    .execute();
  let [sinceEnded, most] = [0, 0];
  for (const { action, detail } of lines) {
    const line = JSON.parse(detail) as Record<string, unknown>;
    if (action === 'letters-sent' && line.team === team && line.group === group) sinceEnded += Number(line.sent);
    else if (line.kind === 'token' && line.removed === true) sinceEnded = 0;
    most = Math.max(most, sinceEnded);
  }
  return { sinceEnded, most };
}
