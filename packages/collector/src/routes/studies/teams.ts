import type { Handler } from 'hono';
import * as v from 'valibot';
import type { StaffEnv } from '../../access/protect.ts';
import { teamIdSchema } from '../../model/account.ts';
import { type Team, teamContentSchema, teamListSchema } from '../../model/team.ts';
import { fieldRefusal, Refusal } from '../../refusal.ts';
import { jsonWithTag } from '../../request/json-with-tag.ts';
import { pageOf, pageQuerySchema, readQuery } from '../../request/read-query.ts';
import { readText } from '../../request/read-text.ts';
import { readValid } from '../../request/read-valid.ts';
import { changeStudy } from '../../studies/change-study.ts';
import { isInvited } from '../../studies/is-invited.ts';
import { readTeamsCsv } from '../../studies/read-teams-csv.ts';
import type { StudyRoom } from '../../studies/study-room.ts';
import { teamsOf, writeTeams } from '../../studies/write-teams.ts';

/** A list of 5,000 teams with long names. */
const MAX_BYTES = 1024 * 1024;

/** GET /studies/:study/teams: the teams of a study; for a lead the own one. */
export function getTeams({ store }: StudyRoom): Handler<StaffEnv, '/studies/:study/teams'> {
  return async (c) => {
    const query = readQuery(c, pageQuerySchema);
    const { reach, signedIn } = c.var;
    let asked = store.db
      .selectFrom('team')
      .select(['id', 'name', 'parent_id', 'setting'])
      .where('study_id', '=', c.req.param('study'))
      .where('id', '>', query.after);
    if (reach !== 'all') asked = asked.where('id', '=', signedIn.account.teamId ?? '');
    const rows = await asked
      .orderBy('id')
      .limit(query.limit + 1)
      .execute();
    const { page, next } = pageOf(rows, query, ({ id }) => id);
    const teams = page.map(({ parent_id, ...team }): Team => ({ ...team, parent: parent_id }));
    return jsonWithTag(c, { teams, next });
  };
}

/**
 * POST /studies/:study/teams: adds teams, or changes those whose ids are there, all or none: as JSON, or as a CSV file,
 * whose errors name line and column.
 */
export function postTeams(room: StudyRoom): Handler<StaffEnv, '/studies/:study/teams'> {
  return async (c) => {
    const isCsv = /^text\/csv\s*(?:;|$)/i.test(c.req.header('Content-Type') ?? '');
    const body = isCsv ? await readText(c) : await readValid(c, teamListSchema, MAX_BYTES);
    if (body instanceof Response) return body;
    const count = await changeStudy(room, c, async ({ trx, study, audit }) => {
      const known = new Map((await teamsOf(trx, study.id)).map((team) => [team.id, team]));
      const teams = typeof body === 'string' ? readTeamsCsv(body, known) : body.value.teams;
      const place = new Map(teams.map(({ id }, at) => [id, at]));
      await writeTeams(trx, study.id, teams, ({ team }) =>
        isCsv || !place.has(team) ? `team ${team}` : `teams[${place.get(team)}].parent`,
      );
      await audit('study-changed', `study ${study.id}`, { teams: teams.length });
      return teams.length;
    });
    return c.json({ written: count });
  };
}

/** PUT /studies/:study/teams/:team: adds a team or changes it. */
export function putTeam(room: StudyRoom): Handler<StaffEnv, '/studies/:study/teams/:team'> {
  return async (c) => {
    const body = await readValid(c, teamContentSchema);
    if (body instanceof Response) return body;
    const parsed = v.safeParse(teamIdSchema, c.req.param('team'));
    if (!parsed.success) throw fieldRefusal(['team'], parsed.issues[0].message);
    const team: Team = { id: parsed.output, ...body.value };
    await changeStudy(room, c, async ({ trx, study, audit }) => {
      await writeTeams(trx, study.id, [team], () => 'parent');
      await audit('study-changed', `study ${study.id}`, { team: team.id });
    });
    return c.json({ team });
  };
}

/** DELETE /studies/:study/teams/:team: waves that have started keep it. */
export function deleteTeam(room: StudyRoom): Handler<StaffEnv, '/studies/:study/teams/:team'> {
  return async (c) => {
    const id = c.req.param('team');
    await changeStudy(room, c, async ({ trx, study, audit }) => {
      const below = await trx
        .selectFrom('team')
        .select('id')
        .where('study_id', '=', study.id)
        .where('parent_id', '=', id)
        .limit(1)
        .executeTakeFirst();
      if (below !== undefined) throw new Refusal('in-use', { detail: `The team ${below.id} is below it.` });
      if (await isInvited(trx, study.id, { team_id: id })) {
        throw new Refusal('in-use', { detail: 'A planned wave has links to it.' });
      }
      const { numDeletedRows } = await trx
        .deleteFrom('team')
        .where('study_id', '=', study.id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new Refusal('not-found');
      await audit('study-changed', `study ${study.id}`, { 'team-removed': id });
    });
    return c.body(null, 204);
  };
}
