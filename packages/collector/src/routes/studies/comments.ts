import type { Handler } from 'hono';
import * as v from 'valibot';
import type { StaffEnv } from '../../access/protect.ts';
import { commentsOfWave } from '../../comments/comments-of-wave.ts';
import { Refusal } from '../../refusal.ts';
import { jsonWithTag } from '../../request/json-with-tag.ts';
import { readQuery } from '../../request/read-query.ts';
import { changeStudy } from '../../studies/change-study.ts';
import type { StudyRoom } from '../../studies/study-room.ts';

export const commentsQuerySchema = v.object({
  /** number of a wave; the last closed one where none is given */
  wave: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, 'is not the number of a wave'), v.transform(Number))),
});

/**
 * GET /studies/:study/results/comments: what people have written in a closed wave, over all teams. Who read texts of which
 * wave stands in the audit log, also where the browser has them already.
 */
export function getComments(room: StudyRoom): Handler<StaffEnv, '/studies/:study/results/comments'> {
  const { store } = room;
  return async (c) => {
    const { wave: number } = readQuery(c, commentsQuerySchema);
    const id = c.req.param('study');
    const study = await store.db
      .selectFrom('study')
      .select('minimum_text_size')
      .where('id', '=', id)
      .executeTakeFirst();
    if (study === undefined) throw new Refusal('not-found');
    let query = store.db.selectFrom('wave').selectAll().where('study_id', '=', id);
    query = number === undefined ? query.where('state', '=', 'closed') : query.where('number', '=', number);
    const wave = await query.orderBy('number', 'desc').limit(1).executeTakeFirst();
    if (wave === undefined && number !== undefined) {
      const message = 'is no wave of the study';
      throw new Refusal('invalid-request', { errors: [{ path: 'query.wave', code: 'invalid-value', message }] });
    }
    if (wave?.state !== 'closed' || wave.frozen === null) {
      // while people write, one text more would be the one of whoever has just answered
      throw new Refusal('wave-state', { detail: 'What people write can be read when the wave is closed.' });
    }
    const results = await commentsOfWave(store, wave, study.minimum_text_size, c.var.reach === 'all');
    if (results.parts.some(({ comments }) => comments.status === 'shown')) {
      await changeStudy(room, c, ({ audit }) =>
        audit('comments-read', `wave ${wave.id}`, { study: id, wave: wave.number }),
      );
    }
    return jsonWithTag(c, results);
  };
}
