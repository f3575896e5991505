import type { Handler } from 'hono';
import * as v from 'valibot';
import type { StaffEnv } from '../../access/protect.ts';
import { groupContentSchema } from '../../model/group.ts';
import { idSchema } from '../../model/text.ts';
import { fieldRefusal, Refusal } from '../../refusal.ts';
import { jsonWithTag } from '../../request/json-with-tag.ts';
import { readValid } from '../../request/read-valid.ts';
import { changeStudy } from '../../studies/change-study.ts';
import { groupsOf } from '../../studies/groups-of.ts';
import { isInvited } from '../../studies/is-invited.ts';
import { readPlan } from '../../studies/read-plan.ts';
import type { StudyRoom } from '../../studies/study-room.ts';

const MOST_GROUPS = 20;
/** A plan with many texts in many languages. */
const MAX_BYTES = 256 * 1024;

/** GET /studies/:study/groups: the groups of respondents with their plans. A study has at most twenty. */
export function getGroups({ store }: StudyRoom): Handler<StaffEnv, '/studies/:study/groups'> {
  return async (c) => jsonWithTag(c, { groups: await groupsOf(store.db, c.req.param('study')) });
}

/** PUT /studies/:study/groups/:group: adds a group or changes it. Waves that have started keep the plan they have. */
export function putGroup(room: StudyRoom): Handler<StaffEnv, '/studies/:study/groups/:group'> {
  return async (c) => {
    const body = await readValid(c, groupContentSchema, MAX_BYTES);
    if (body instanceof Response) return body;
    const parsed = v.safeParse(idSchema, c.req.param('group'));
    if (!parsed.success) throw fieldRefusal(['group'], parsed.issues[0].message);
    const id = parsed.output;
    const { name } = body.value;
    const plan = await changeStudy(room, c, async ({ trx, study, audit }) => {
      const read = readPlan(body.value, room.catalogue, study.linkage);
      const others = (await groupsOf(trx, study.id)).filter((group) => group.id !== id);
      if (others.length >= MOST_GROUPS) throw fieldRefusal(['group'], `would be one of more than ${MOST_GROUPS}`);
      await trx
        .insertInto('respondent_group')
        .values({ id, study_id: study.id, name, plan: JSON.stringify(read) })
        .onConflict((conflict) =>
          conflict
            .columns(['study_id', 'id'])
            .doUpdateSet((row) => ({ name: row.ref('excluded.name'), plan: row.ref('excluded.plan') })),
        )
        .execute();
      await audit('study-changed', `study ${study.id}`, { group: id, plan: `${read.id}@${read.version}` });
      return read;
    });
    return c.json({ group: { id, name, plan } });
  };
}

/** DELETE /studies/:study/groups/:group: waves that have started keep it. */
export function deleteGroup(room: StudyRoom): Handler<StaffEnv, '/studies/:study/groups/:group'> {
  return async (c) => {
    const id = c.req.param('group');
    await changeStudy(room, c, async ({ trx, study, audit }) => {
      if (await isInvited(trx, study.id, { group_id: id })) {
        throw new Refusal('in-use', { detail: 'A planned wave has links to it.' });
      }
      const { numDeletedRows } = await trx
        .deleteFrom('respondent_group')
        .where('study_id', '=', study.id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new Refusal('not-found');
      await audit('study-changed', `study ${study.id}`, { 'group-removed': id });
    });
    return c.body(null, 204);
  };
}
