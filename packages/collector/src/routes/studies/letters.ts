import type { Handler } from 'hono';
import type { StaffEnv } from '../../access/protect.ts';
import { digestOf } from '../../access/secret.ts';
import { cellsOfWave } from '../../invitations/cells-of-wave.ts';
import { countLetters } from '../../invitations/count-letters.ts';
import { insertTokens } from '../../invitations/insert-tokens.ts';
import { invitationLetter } from '../../invitations/invitation-letter.ts';
import { invitationUrl } from '../../invitations/invitation-url.ts';
import { letterPlaces } from '../../invitations/letter-places.ts';
import { lettersSchema } from '../../model/invitation.ts';
import { problem } from '../../problem.ts';
import { fieldRefusal } from '../../refusal.ts';
import { readValid } from '../../request/read-valid.ts';
import { progressOf } from '../../request/repeat/progress.ts';
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
 *
 * Where the server ends in the middle and the request is sent again with its idempotency key, it goes on with those that
 * were not begun. Of those that were being sent nobody knows whether they arrived: they are `unsure`, and not sent again.
 * The tokens that were made for the others stay, and nobody has their links.
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
    const progress = progressOf(c);
    const places = letterPlaces(addresses.length, progress.earlier() as string | undefined);
    if (places.areCounted) return c.json(places.result());
    const { left } = places;
    const { tokens, study, wave } = await changeStudy(room, c, async ({ trx, study: row, audit }) => {
      const found = await waveOf(trx, row.id, c.req.param('wave'));
      // of an earlier run nothing but its end is left
      if (left.length > 0) refuseClosed(found);
      const cells = await cellsOfWave(trx, found);
      if (!cells.has(team, group)) throw fieldRefusal(['group'], `${group} of ${team} is not asked in this wave`);
      const made = await insertTokens(trx, found.id, [{ team, group, count: left.length }]);
      if (left.length > 0) {
        await audit('invitations-made', `wave ${found.id}`, { study: row.id, kind: 'letter', count: made.length });
      }
      return { tokens: made, study: studyView(row), wave: waveView(found) };
    });
    const lost: string[] = [];
    const waiting = left.map((place, at) => ({ place, secret: tokens[at]!.secret }));
    const send = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { place, secret } = next;
        places.set(place, '?');
        await progress.reached(places.text).catch((error: unknown) => {
          places.set(place, '.');
          throw error;
        });
        const letter = invitationLetter(addresses[place]!, invitationUrl(room.access, secret), locale, study, wave);
        // why it failed may hold the address, and is therefore told to nobody
        const isSent = await room.mail.send(letter).then(
          () => true,
          () => false,
        );
        places.set(place, isSent ? '+' : '-');
        if (!isSent) lost.push(digestOf(secret)!);
      }
    };
    const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, send));
    const broken = results.find(({ status }) => status === 'rejected');
    if (broken !== undefined) throw (broken as PromiseRejectedResult).reason;
    const result = places.result();
    // with the mark that it was done: whoever asks again has none of them counted twice
    await progress.together(places.countedText, (mark) =>
      changeStudy(room, c, async ({ trx, study: { id: studyId }, audit }) => {
        await mark(trx);
        if (lost.length > 0) await trx.deleteFrom('token').where('digest', 'in', lost).execute();
        await countLetters(trx, { waveId: wave.id, team, group, sent: result.sent });
        const detail = { study: studyId, team, group, sent: result.sent, failed: result.failed.length };
        await audit('letters-sent', `wave ${wave.id}`, detail);
      }),
    );
    return c.json(result);
  };
}
