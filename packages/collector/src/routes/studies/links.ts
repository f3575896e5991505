import type { Handler } from 'hono';
import type { StaffEnv } from '../../access/protect.ts';
import { digestOf, newSecret } from '../../access/secret.ts';
import { cellsOfWave } from '../../invitations/cells-of-wave.ts';
import { invitationUrl } from '../../invitations/invitation-url.ts';
import { qrSvg } from '../../invitations/qr-svg.ts';
import { newLinkSchema } from '../../model/invitation.ts';
import { fieldRefusal, Refusal } from '../../refusal.ts';
import { jsonWithTag } from '../../request/json-with-tag.ts';
import { pageOf, pageQuerySchema, readQuery } from '../../request/read-query.ts';
import { readValid } from '../../request/read-valid.ts';
import type { LinkRow } from '../../store/database.ts';
import { changeStudy } from '../../studies/change-study.ts';
import type { StudyRoom } from '../../studies/study-room.ts';
import { type WaveRecord, waveOf } from '../../studies/wave-of.ts';

/** GET /studies/:study/waves/:wave/links: the links for many people, without what opens them. */
export function getLinks({ store }: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/links'> {
  return async (c) => {
    const query = readQuery(c, pageQuerySchema);
    const wave = await waveOf(store.db, c.req.param('study'), c.req.param('wave'));
    const rows = await store.db
      .selectFrom('link')
      .selectAll()
      .where('wave_id', '=', wave.id)
      .where('digest', '>', query.after)
      .orderBy('digest')
      .limit(query.limit + 1)
      .execute();
    const { page, next } = pageOf(rows, query, ({ digest }) => digest);
    return jsonWithTag(c, { links: page.map(linkView), next });
  };
}

/**
 * POST /studies/:study/waves/:wave/links: a link for many people, of one team and group or of any. Its address and the QR
 * code for a poster are in this answer and nowhere else: only a digest is stored.
 */
export function postLink(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/links'> {
  return async (c) => {
    const body = await readValid(c, newLinkSchema);
    if (body instanceof Response) return body;
    const { team, group } = body.value;
    const secret = newSecret();
    const row = await changeStudy(room, c, async ({ trx, study, audit }): Promise<LinkRow> => {
      const wave = await waveOf(trx, study.id, c.req.param('wave'));
      refuseClosed(wave);
      const cells = await cellsOfWave(trx, wave);
      if (team !== null && !cells.hasTeam(team)) throw fieldRefusal(['team'], 'is not asked in this wave');
      if (group !== null && !cells.hasGroup(group)) throw fieldRefusal(['group'], 'is not asked in this wave');
      if (team !== null && group !== null && !cells.has(team, group)) {
        throw fieldRefusal(['group'], 'is not asked in this team');
      }
      const kind = team !== null && group !== null ? 'group' : 'open';
      const link: LinkRow = { digest: digestOf(secret)!, wave_id: wave.id, team_id: team, group_id: group, kind };
      await trx.insertInto('link').values(link).execute();
      await audit('invitations-made', `wave ${wave.id}`, { study: study.id, kind, team, group });
      return link;
    });
    const url = invitationUrl(room.access, secret);
    return c.json({ link: linkView(row), url, qr: qrSvg(url) }, 201);
  };
}

/** DELETE /studies/:study/waves/:wave/links/:link: ends a link; answers that came by it stay. */
export function deleteLink(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/links/:link'> {
  return async (c) => {
    await changeStudy(room, c, async ({ trx, study, audit }) => {
      const wave = await waveOf(trx, study.id, c.req.param('wave'));
      const id = c.req.param('link');
      const removed = /^[0-9a-f]{64}$/.test(id)
        ? await trx
            .deleteFrom('link')
            .where('digest', '=', id)
            .where('wave_id', '=', wave.id)
            .returning('kind')
            .executeTakeFirst()
        : undefined;
      if (removed === undefined) throw new Refusal('not-found');
      await audit('invitations-made', `wave ${wave.id}`, { study: study.id, kind: removed.kind, removed: true });
    });
    return c.body(null, 204);
  };
}

/** Nobody is invited to what is over. */
export function refuseClosed({ state }: WaveRecord): void {
  if (state === 'closed') throw new Refusal('wave-state', { detail: 'The wave is closed.' });
}

function linkView({ digest, kind, team_id, group_id }: LinkRow) {
  return { id: digest, kind, team: team_id, group: group_id };
}
