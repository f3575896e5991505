import type { Handler } from 'hono';
import { accepts } from 'hono/accepts';
import type { StaffEnv } from '../../access/protect.ts';
import { cellsOfWave } from '../../invitations/cells-of-wave.ts';
import { countAsked } from '../../invitations/count-asked.ts';
import { insertTokens } from '../../invitations/insert-tokens.ts';
import { invitationUrl } from '../../invitations/invitation-url.ts';
import { tokensCsv } from '../../invitations/tokens-csv.ts';
import { newTokensSchema } from '../../model/invitation.ts';
import { errorsRefusal } from '../../refusal.ts';
import { readValid } from '../../request/read-valid.ts';
import { changeStudy } from '../../studies/change-study.ts';
import type { StudyRoom } from '../../studies/study-room.ts';
import { waveOf } from '../../studies/wave-of.ts';
import { teamsOf } from '../../studies/write-teams.ts';
import { refuseClosed } from './links.ts';

/**
 * POST /studies/:study/waves/:wave/tokens: single-use links, so many for each team and group, as CSV or JSON. They are in
 * this answer and nowhere else: only digests of unused ones are stored. Where nobody has said how many people are asked,
 * they are taken to be as many.
 */
export function postTokens(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/tokens'> {
  return async (c) => {
    const body = await readValid(c, newTokensSchema);
    if (body instanceof Response) return body;
    const asked = body.value.cells;
    const { tokens, teams } = await changeStudy(room, c, async ({ trx, study, audit }) => {
      const wave = await waveOf(trx, study.id, c.req.param('wave'));
      refuseClosed(wave);
      const cells = await cellsOfWave(trx, wave);
      const errors = asked.flatMap(({ team, group }, at) =>
        cells.has(team, group)
          ? []
          : [{ path: `cells[${at}]`, code: 'unknown-cell', message: `${group} of ${team} is not asked in this wave` }],
      );
      if (errors.length > 0) throw errorsRefusal(errors);
      const made = await insertTokens(trx, wave.id, asked);
      await countAsked(trx, wave.id, asked);
      await audit('invitations-made', `wave ${wave.id}`, { study: study.id, kind: 'token', count: made.length });
      return { tokens: made, teams: new Map((await teamsOf(trx, study.id)).map(({ id, name }) => [id, name])) };
    });
    const rows = tokens.map(({ team, group, secret }) => ({
      team,
      name: teams.get(team) ?? team,
      group,
      url: invitationUrl(room.access, secret),
    }));
    const type = accepts(c, {
      header: 'Accept',
      supports: ['application/json', 'text/csv'],
      default: 'application/json',
    });
    if (type !== 'text/csv') return c.json({ tokens: rows }, 201);
    return c.body(tokensCsv(rows), 201, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="links.csv"',
    });
  };
}

/** DELETE /studies/:study/waves/:wave/tokens: ends all that are not used yet, such as after a list was lost. */
export function deleteTokens(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/tokens'> {
  return async (c) => {
    await changeStudy(room, c, async ({ trx, study, audit }) => {
      const wave = await waveOf(trx, study.id, c.req.param('wave'));
      await trx.deleteFrom('token').where('wave_id', '=', wave.id).execute();
      await audit('invitations-made', `wave ${wave.id}`, { study: study.id, kind: 'token', removed: true });
    });
    return c.body(null, 204);
  };
}
