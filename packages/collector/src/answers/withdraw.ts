import type { Store } from '../store/store.ts';
import { frozenOf } from './open-wave.ts';
import { otherAnswerKey, receiptDigest } from './receipt.ts';

/**
 * Deletes everything that was sent with a receipt: the response records and what was answered beside them. Sums that they
 * are in are thrown away, and made anew from the rows that stay.
 *
 * @param digest of the receipt
 * @param receipt as `receiptOf` writes it
 */
export function withdraw(store: Store, digest: string, receipt: string): Promise<void> {
  return store.write(async (trx) => {
    const rows = await trx
      .deleteFrom('response')
      .where('receipt_digest', '=', digest)
      .returning(['study_id', 'wave_id', 'team_id', 'group_id', 'folded'])
      .execute();
    const [first] = rows;
    if (first?.wave_id == null) return;
    if (rows.some(({ folded }) => folded === 1)) {
      await trx
        .updateTable('response')
        .set({ folded: 0 })
        .where('study_id', '=', first.study_id)
        .where('wave_id', '=', first.wave_id)
        .where('team_id', '=', first.team_id)
        .where('group_id', '=', first.group_id)
        .execute();
      await trx
        .deleteFrom('cell_tally')
        .where('study_id', '=', first.study_id)
        .where('wave_id', '=', first.wave_id)
        .where('team_id', '=', first.team_id ?? '')
        .where('group_id', '=', first.group_id ?? '')
        .execute();
    }
    const wave = await trx.selectFrom('wave').select('frozen').where('id', '=', first.wave_id).executeTakeFirst();
    const plan =
      wave?.frozen == null ? undefined : frozenOf(wave.frozen).groups.find(({ id }) => id === first.group_id)?.plan;
    // the receipt alone finds them: what the parts are called stands in the plan
    const keys = (plan?.parts ?? []).map(({ id }) => otherAnswerKey(receipt, id));
    if (keys.length > 0) await trx.deleteFrom('other_answer').where('key_digest', 'in', keys).execute();
  });
}

/** A receipt that somebody typed, as `receiptOf` writes it, with its digest; undefined for what is none. */
export function readReceipt(typed: string): { readonly receipt: string; readonly digest: string } | undefined {
  const digest = receiptDigest(typed);
  if (digest === undefined) return undefined;
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return { digest, receipt: code.replace(/(.{4})(?=.)/g, '$1-') };
}
