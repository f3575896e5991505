import type { Handler } from 'hono';
import type { StaffEnv } from '../../access/protect.ts';
import { readReceipt, withdraw } from '../../answers/withdraw.ts';
import { withdrawalSchema } from '../../model/submission.ts';
import { Refusal } from '../../refusal.ts';
import { readValid } from '../../request/read-valid.ts';
import type { RespondentRoom } from './invitation.ts';

/**
 * POST /withdrawals: deletes the answers of a receipt. A code that was mistyped is a 422, by its own check characters.
 * Every other one is answered with 204, whether there was something to delete or not: whoever finds a receipt, or presses
 * somebody to show it, does not learn whether that person had answered. Nothing of it is written down, because the log
 * has times.
 */
export function postWithdrawal(room: RespondentRoom): Handler<StaffEnv> {
  return async (c) => {
    c.header('Cache-Control', 'no-store');
    const body = await readValid(c, withdrawalSchema);
    if (body instanceof Response) return body;
    const read = readReceipt(body.value.receipt);
    if (read === undefined) {
      room.missed(c);
      throw new Refusal('invalid-receipt', {
        errors: [{ path: 'receipt', pointer: '#/receipt', code: 'invalid-receipt', message: 'is not a receipt code' }],
      });
    }
    await withdraw(room.store, read.digest, read.receipt);
    return c.body(null, 204);
  };
}
