import type { Handler } from 'hono';
import type { StaffEnv } from '../../access/protect.ts';
import { digestOf } from '../../access/secret.ts';
import { cellsOfWave } from '../../invitations/cells-of-wave.ts';
import { insertTokens } from '../../invitations/insert-tokens.ts';
import { invitationLetter } from '../../invitations/invitation-letter.ts';
import { invitationUrl } from '../../invitations/invitation-url.ts';
import { lettersSchema } from '../../model/invitation.ts';
import { problem } from '../../problem.ts';
import { fieldRefusal } from '../../refusal.ts';
import { beyondRecall } from '../../request/idempotent.ts';
import { readValid } from '../../request/read-valid.ts';
import { changeStudy } from '../../studies/change-study.ts';
import type { StudyRoom } from '../../studies/study-room.ts';
import { studyView } from '../../studies/study-view.ts';
import { waveOf, waveView } from '../../studies/wave-of.ts';
import { refuseClosed } from './links.ts';

/** As many at once as a mail server takes from one sender. */
const AT_ONCE = 4;
const NAME = 'POST /studies/:study/waves/:wave/letters';

/**
 * POST /studies/:study/waves/:wave/letters: sends each address a single-use link. Addresses are neither stored nor
 * logged: they are in this request and in the letters, and nothing says afterwards whose token is whose. Where a letter
 * could not be sent its token is gone too; `failed` has the places of those addresses in the list that was posted. An account
 * that any visitor is signed in as sends none: a demonstration with a mail server would send whatever to whomever.
 */
export function postLetters(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/letters'> {
  return async (c) => {
    const { id, organisationId } = c.var.signedIn.account;
    if (room.access.guests.has(id)) {
      const detail = { reason: 'forbidden' };
      const entry = { action: 'request-refused', subject: NAME, organisationId, accountId: id, detail } as const;
      room.access.later(() => room.access.audit.refused(entry));
      return problem(c, 'forbidden');
    }
    const body = await readValid(c, lettersSchema);
    if (body instanceof Response) return body;
    const { team, group, locale, addresses } = body.value;
    const { tokens, study, wave } = await changeStudy(room, c, async ({ trx, study: row, audit }) => {
      const found = await waveOf(trx, row.id, c.req.param('wave'));
      refuseClosed(found);
      const cells = await cellsOfWave(trx, found);
      if (!cells.has(team, group)) throw fieldRefusal(['group'], `${group} of ${team} is not asked in this wave`);
      const made = await insertTokens(trx, found.id, [{ team, group, count: addresses.length }]);
      await audit('invitations-made', `wave ${found.id}`, { study: row.id, kind: 'letter', count: made.length });
      return { tokens: made, study: studyView(row), wave: waveView(found) };
    });
    beyondRecall(c);
    const failed: number[] = [];
    const waiting = addresses.map((to, at) => ({ to, at, secret: tokens[at]!.secret }));
    const send = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const url = invitationUrl(room.access, next.secret);
        await room.mail
          .send(invitationLetter(next.to, url, locale, study, wave))
          // why it failed may hold the address, and is therefore told to nobody
          .catch(() => failed.push(next.at));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
    const lost = failed.map((at) => digestOf(tokens[at]!.secret)!);
    if (lost.length > 0) {
      await room.store.write((trx) => trx.deleteFrom('token').where('digest', 'in', lost).execute());
    }
    return c.json({ sent: addresses.length - failed.length, failed: failed.sort((a, b) => a - b) });
  };
}
