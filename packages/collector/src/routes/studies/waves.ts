import { randomUUID } from 'node:crypto';
import type { Handler } from 'hono';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { StaffEnv } from '../../access/protect.ts';
import { waveCalendar } from '../../invitations/wave-calendar.ts';
import { type Cell, newWaveSchema, waveChangesSchema, waveDaysIssue } from '../../model/wave.ts';
import { errorsRefusal, fieldRefusal, Refusal } from '../../refusal.ts';
import { jsonWithTag } from '../../request/json-with-tag.ts';
import { pageOf, pageQuerySchema, readQuery } from '../../request/read-query.ts';
import { readValid } from '../../request/read-valid.ts';
import type { Database } from '../../store/database.ts';
import { changeStudy } from '../../studies/change-study.ts';
import { closeWave } from '../../studies/close-wave.ts';
import { startWave } from '../../studies/start-wave.ts';
import { type StudyRoom, today } from '../../studies/study-room.ts';
import { type WaveRecord, waveOf, waveView } from '../../studies/wave-of.ts';

const MAX_BYTES = 1024 * 1024;

/** GET /studies/:study/waves: the waves by number. */
export function getWaves({ store }: StudyRoom): Handler<StaffEnv, '/studies/:study/waves'> {
  return async (c) => {
    const query = readQuery(c, pageQuerySchema);
    const after = /^\d{1,9}$/.test(query.after) ? Number(query.after) : 0;
    const rows = await store.db
      .selectFrom('wave')
      .selectAll()
      .where('study_id', '=', c.req.param('study'))
      .where('number', '>', after)
      .orderBy('number')
      .limit(query.limit + 1)
      .execute();
    const { page, next } = pageOf(rows, query, ({ number }) => String(number));
    return jsonWithTag(c, { waves: page.map(waveView), next });
  };
}

/** POST /studies/:study/waves: plans the next wave. */
export function postWave(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves'> {
  return async (c) => {
    const body = await readValid(c, newWaveSchema, MAX_BYTES);
    if (body instanceof Response) return body;
    const { name, opensOn, closesOn, reminders, cells } = body.value;
    const issue = waveDaysIssue(body.value);
    if (issue !== undefined) throw fieldRefusal([issue.path], issue.message);
    const wave = await changeStudy(room, c, async ({ trx, study, audit }) => {
      const { last } = await trx
        .selectFrom('wave')
        .select((is) => is.fn.max('number').as('last'))
        .where('study_id', '=', study.id)
        .executeTakeFirstOrThrow();
      const row: WaveRecord = {
        id: randomUUID(),
        study_id: study.id,
        number: Number(last ?? 0) + 1,
        name,
        opens_on: opensOn,
        closes_on: closesOn,
        reminders: JSON.stringify(reminders),
        state: 'planned',
        frozen: null,
      };
      await trx.insertInto('wave').values(row).execute();
      if (cells !== undefined) await writeCells(trx, row, cells);
      await audit('wave-planned', `wave ${row.id}`, { study: study.id, opens: opensOn, closes: closesOn });
      return waveView(row);
    });
    return c.json({ wave }, 201);
  };
}

/** GET /studies/:study/waves/:wave: a wave, and who is asked in it where that is fixed. */
export function getWave({ store }: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave'> {
  return async (c) => {
    const query = readQuery(c, v.object({ ...pageQuerySchema.entries, after: v.optional(v.string(), '') }));
    const wave = await waveOf(store.db, c.req.param('study'), c.req.param('wave'));
    const [team = '', group = ''] = /^[a-z0-9-]*\.[a-z0-9-]*$/.test(query.after) ? query.after.split('.') : [];
    const rows = await store.db
      .selectFrom('wave_cell')
      .select(['team_id', 'group_id', 'expected'])
      .where('wave_id', '=', wave.id)
      .where((is) => is.or([is('team_id', '>', team), is.and([is('team_id', '=', team), is('group_id', '>', group)])]))
      .orderBy('team_id')
      .orderBy('group_id')
      .limit(query.limit + 1)
      .execute();
    const { page, next } = pageOf(rows, query, (row) => `${row.team_id}.${row.group_id}`);
    const cells = page.map((row): Cell => ({ team: row.team_id, group: row.group_id, expected: row.expected }));
    return jsonWithTag(c, { wave: waveView(wave), cells, next });
  };
}

/** PATCH /studies/:study/waves/:wave: of a wave that has started only the name, the last day and the reminders. */
export function patchWave(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave'> {
  return async (c) => {
    const body = await readValid(c, waveChangesSchema, MAX_BYTES);
    if (body instanceof Response) return body;
    const { cells, ...changes } = body.value;
    const wave = await changeStudy(room, c, async ({ trx, study, audit }) => {
      const row = await waveOf(trx, study.id, c.req.param('wave'));
      if (row.state === 'closed') throw new Refusal('wave-state', { detail: 'The wave is closed.' });
      if (row.state === 'open' && (cells !== undefined || changes.opensOn !== undefined)) {
        throw new Refusal('wave-state', { detail: 'The wave has started: its first day and its teams are fixed.' });
      }
      const after = { ...waveView(row), ...changes };
      const issue = waveDaysIssue(after);
      if (issue !== undefined) throw fieldRefusal([issue.path], issue.message);
      const changed = {
        name: after.name,
        opens_on: after.opensOn,
        closes_on: after.closesOn,
        reminders: JSON.stringify(after.reminders),
      };
      await trx.updateTable('wave').set(changed).where('id', '=', row.id).execute();
      if (cells !== undefined) await writeCells(trx, row, cells);
      await audit('wave-changed', `wave ${row.id}`, { study: study.id, opens: after.opensOn, closes: after.closesOn });
      return waveView({ ...row, ...changed });
    });
    return c.json({ wave });
  };
}

/** POST /studies/:study/waves/:wave/start: freezes teams, groups and plans; answers are taken from now on. */
export function postStartWave(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/start'> {
  return async (c) => {
    const wave = await changeStudy(room, c, async ({ trx, study, audit }) => {
      const row = await waveOf(trx, study.id, c.req.param('wave'));
      await startWave(trx, study, row, room.catalogue, today(room));
      await audit('wave-started', `wave ${row.id}`, { study: study.id });
      return waveView(await waveOf(trx, study.id, row.id));
    });
    return c.json({ wave });
  };
}

/** POST /studies/:study/waves/:wave/close: no more answers are taken. */
export function postCloseWave(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/close'> {
  return async (c) => {
    const wave = await changeStudy(room, c, async ({ trx, study, audit }) => {
      const row = await waveOf(trx, study.id, c.req.param('wave'));
      if (row.state === 'planned') throw new Refusal('wave-state', { detail: 'The wave has not started.' });
      if (row.state === 'closed') return waveView(row);
      const closed = await closeWave(trx, row, today(room));
      await audit('wave-closed', `wave ${row.id}`, { study: study.id });
      return waveView(closed);
    });
    return c.json({ wave });
  };
}

/** DELETE /studies/:study/waves/:wave: takes a planned wave back, with its links. */
export function deleteWave(room: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave'> {
  return async (c) => {
    await changeStudy(room, c, async ({ trx, study, audit }) => {
      const row = await waveOf(trx, study.id, c.req.param('wave'));
      if (row.state !== 'planned') throw new Refusal('wave-state', { detail: 'People may have answered in it.' });
      await trx.deleteFrom('wave').where('id', '=', row.id).execute();
      await audit('wave-changed', `wave ${row.id}`, { study: study.id, removed: true });
    });
    return c.body(null, 204);
  };
}

/** GET /studies/:study/waves/:wave/calendar: the wave with its reminders, for a calendar (RFC 5545). */
export function getCalendar({ store, access }: StudyRoom): Handler<StaffEnv, '/studies/:study/waves/:wave/calendar'> {
  return async (c) => {
    const { locale } = readQuery(c, v.object({ locale: v.optional(v.string(), '') }));
    const wave = await waveOf(store.db, c.req.param('study'), c.req.param('wave'));
    const study = await store.db
      .selectFrom('study')
      .select('title')
      .where('id', '=', wave.study_id)
      .executeTakeFirstOrThrow();
    const file = waveCalendar(JSON.parse(study.title) as Record<string, string>, waveView(wave), locale, access.now());
    return c.body(file, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="wave-${wave.number}.ics"`,
    });
  };
}

/** Replaces the list of those who are asked. */
async function writeCells(trx: Transaction<Database>, wave: WaveRecord, cells: readonly Cell[]): Promise<void> {
  const idsOf = async (table: 'team' | 'respondent_group') =>
    new Set(
      (await trx.selectFrom(table).select('id').where('study_id', '=', wave.study_id).execute()).map(({ id }) => id),
    );
  const [teams, groups] = [await idsOf('team'), await idsOf('respondent_group')];
  const errors = cells.flatMap(({ team, group }, at) => [
    ...(teams.has(team)
      ? []
      : [{ path: `cells[${at}].team`, code: 'unknown-team', message: 'is no team of the study' }]),
    ...(groups.has(group)
      ? []
      : [{ path: `cells[${at}].group`, code: 'unknown-group', message: 'is no group of the study' }]),
  ]);
  if (errors.length > 0) throw errorsRefusal(errors);
  await trx.deleteFrom('wave_cell').where('wave_id', '=', wave.id).execute();
  for (let from = 0; from < cells.length; from += 1000) {
    await trx
      .insertInto('wave_cell')
      .values(
        cells
          .slice(from, from + 1000)
          .map(({ team, group, expected }) => ({ wave_id: wave.id, team_id: team, group_id: group, expected })),
      )
      .execute();
  }
}
