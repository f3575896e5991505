import type { Handler } from 'hono';
import * as v from 'valibot';
import type { StaffEnv } from '../../access/protect.ts';
import { rightsOf } from '../../answers/rights.ts';
import { idSchema } from '../../model/text.ts';
import { Refusal } from '../../refusal.ts';
import { readQuery } from '../../request/read-query.ts';
import { studyView } from '../../studies/study-view.ts';
import type { RespondentRoom } from './invitation.ts';

export const rightsQuerySchema = v.object({ study: v.optional(idSchema) });

/** GET /rights?study=ID: what is stored about whom, in English and Czech; of a study with its own figures. */
export function getRights({ store }: RespondentRoom): Handler<StaffEnv> {
  return async (c) => {
    const { study } = readQuery(c, rightsQuerySchema);
    c.header('Cache-Control', 'no-cache');
    if (study === undefined) return c.json(rightsOf());
    const row = await store.db.selectFrom('study').selectAll().where('id', '=', study).executeTakeFirst();
    // a draft is nobody's business yet
    if (row === undefined || row.state === 'draft') throw new Refusal('study-not-found');
    const view = studyView(row);
    const { title, locales, minimumGroupSize, minimumTextSize, linkage, retentionDays, simulated } = view;
    const told = { id: view.id, title, locales, minimumGroupSize, minimumTextSize, linkage, retentionDays, simulated };
    return c.json({ study: told, ...rightsOf(view) });
  };
}
