import { randomUUID } from 'node:crypto';
import type { Handler } from 'hono';
import type { Selectable } from 'kysely';
import type { StaffEnv } from '../../access/protect.ts';
import { actionChangesSchema, newActionSchema } from '../../model/action.ts';
import { fieldRefusal, Refusal } from '../../refusal.ts';
import { jsonWithTag } from '../../request/json-with-tag.ts';
import { pageOf, pageQuerySchema, readQuery } from '../../request/read-query.ts';
import { readValid } from '../../request/read-valid.ts';
import type { ActionRow } from '../../store/database.ts';
import { type Changing, changeStudy } from '../../studies/change-study.ts';
import { type StudyRoom, today } from '../../studies/study-room.ts';

/** GET /studies/:study/teams/:team/actions: what a team agreed to do. */
export function getActions({ store }: StudyRoom): Handler<StaffEnv, '/studies/:study/teams/:team/actions'> {
  return async (c) => {
    const query = readQuery(c, pageQuerySchema);
    const rows = await store.db
      .selectFrom('action')
      .selectAll()
      .where('study_id', '=', c.req.param('study'))
      .where('team_id', '=', wellFormed(c.req.param('team')))
      .where('id', '>', query.after)
      .orderBy('id')
      .limit(query.limit + 1)
      .execute();
    const { page, next } = pageOf(rows, query, ({ id }) => id);
    return jsonWithTag(c, { actions: page.map(actionView), next });
  };
}

/** POST /studies/:study/teams/:team/actions: writes down what a team agreed to do after a wave. */
export function postAction(room: StudyRoom): Handler<StaffEnv, '/studies/:study/teams/:team/actions'> {
  return async (c) => {
    const body = await readValid(c, newActionSchema);
    if (body instanceof Response) return body;
    const { wave, text, state, reviewWave } = body.value;
    const action = await changeStudy(room, c, async (changing) => {
      const { trx, study, audit } = changing;
      const team = wellFormed(c.req.param('team'));
      const known = await trx
        .selectFrom('team')
        .select('id')
        .where('study_id', '=', study.id)
        .where('id', '=', team)
        .executeTakeFirst();
      if (known === undefined) throw new Refusal('not-found');
      await checkWaves(changing, { wave, reviewWave });
      const row: Selectable<ActionRow> = {
        id: randomUUID(),
        study_id: study.id,
        team_id: team,
        wave_id: wave,
        text,
        state,
        review_wave_id: reviewWave,
        created_by: c.var.signedIn.account.id,
        created_on: today(room),
      };
      await trx.insertInto('action').values(row).execute();
      await audit('action-written', `action ${row.id}`, { study: study.id, team, state });
      return actionView(row);
    });
    return c.json({ action }, 201);
  };
}

/** PATCH /studies/:study/teams/:team/actions/:action: how far it has come. */
export function patchAction(room: StudyRoom): Handler<StaffEnv, '/studies/:study/teams/:team/actions/:action'> {
  return async (c) => {
    const body = await readValid(c, actionChangesSchema);
    if (body instanceof Response) return body;
    const { text, state, reviewWave } = body.value;
    const action = await changeStudy(room, c, async (changing) => {
      const { trx, study, audit } = changing;
      const row = await actionOf(changing, c.req.param('team'), c.req.param('action'));
      await checkWaves(changing, { reviewWave });
      const changed = {
        text: text ?? row.text,
        state: state ?? row.state,
        review_wave_id: reviewWave === undefined ? row.review_wave_id : reviewWave,
      };
      await trx.updateTable('action').set(changed).where('id', '=', row.id).execute();
      await audit('action-written', `action ${row.id}`, { study: study.id, team: row.team_id, state: changed.state });
      return actionView({ ...row, ...changed });
    });
    return c.json({ action });
  };
}

/** DELETE /studies/:study/teams/:team/actions/:action */
export function deleteAction(room: StudyRoom): Handler<StaffEnv, '/studies/:study/teams/:team/actions/:action'> {
  return async (c) => {
    await changeStudy(room, c, async (changing) => {
      const row = await actionOf(changing, c.req.param('team'), c.req.param('action'));
      await changing.trx.deleteFrom('action').where('id', '=', row.id).execute();
      const detail = { study: row.study_id, team: row.team_id, removed: true };
      await changing.audit('action-written', `action ${row.id}`, detail);
    });
    return c.body(null, 204);
  };
}

async function actionOf({ trx, study }: Changing, team: string, id: string): Promise<Selectable<ActionRow>> {
  const row = await trx
    .selectFrom('action')
    .selectAll()
    .where('id', '=', wellFormed(id))
    .where('study_id', '=', study.id)
    .where('team_id', '=', wellFormed(team))
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('not-found');
  return row;
}

/** Both waves are of this very study. */
async function checkWaves(
  { trx, study }: Changing,
  named: { readonly wave?: string; readonly reviewWave?: string | null | undefined },
): Promise<void> {
  for (const [field, id] of Object.entries(named)) {
    if (id === null || id === undefined) continue;
    const found = await trx
      .selectFrom('wave')
      .select('id')
      .where('study_id', '=', study.id)
      .where('id', '=', id)
      .executeTakeFirst();
    if (found === undefined) throw fieldRefusal([field], 'is no wave of the study');
  }
}

/** What cannot be an id names nothing; PostgreSQL would refuse some of it. */
const wellFormed = (id: string) => (/^[a-z0-9-]{1,64}$/.test(id) ? id : '');

function actionView(row: Selectable<ActionRow>) {
  const { id, wave_id, text, state, review_wave_id, created_on } = row;
  return { id, wave: wave_id, text, state, reviewWave: review_wave_id, createdOn: created_on };
}
