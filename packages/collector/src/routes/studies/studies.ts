import type { Context, Handler } from 'hono';
import type { StaffEnv } from '../../access/protect.ts';
import { newStudySchema, studyChangesSchema } from '../../model/study.ts';
import { errorsRefusal, fieldRefusal, Refusal } from '../../refusal.ts';
import { jsonWithTag } from '../../request/json-with-tag.ts';
import { pageOf, pageQuerySchema, readQuery } from '../../request/read-query.ts';
import { readValid } from '../../request/read-valid.ts';
import { changeStudy } from '../../studies/change-study.ts';
import { closeWave } from '../../studies/close-wave.ts';
import { groupsOf } from '../../studies/groups-of.ts';
import { newLinkageKey } from '../../studies/linkage-keys.ts';
import { readinessErrors } from '../../studies/readiness.ts';
import { rowChanges } from '../../studies/row-changes.ts';
import { newStudyId } from '../../studies/study-id.ts';
import { type StudyRecord, type StudyRoom, today } from '../../studies/study-room.ts';
import { studyView } from '../../studies/study-view.ts';
import { teamsOf } from '../../studies/write-teams.ts';

/** GET /organisation/studies: the studies of the organisation, drafts included. */
export function getOwnStudies({ store }: StudyRoom): Handler<StaffEnv> {
  return async (c) => {
    const query = readQuery(c, pageQuerySchema);
    const rows = await store.db
      .selectFrom('study')
      .selectAll()
      .where('organisation_id', '=', c.var.signedIn.account.organisationId)
      .where('id', '>', query.after)
      .orderBy('id')
      .limit(query.limit + 1)
      .execute();
    const { page, next } = pageOf(rows, query, ({ id }) => id);
    return jsonWithTag(c, { studies: page.map(studyView), next });
  };
}

/** POST /studies: a new study, a draft until it is opened. */
export function postStudy({ store, access }: StudyRoom): Handler<StaffEnv> {
  return async (c) => {
    const body = await readValid(c, newStudySchema);
    if (body instanceof Response) return body;
    const { organisationId, id: accountId } = c.var.signedIn.account;
    const { title, locales, minimumGroupSize, minimumTextSize, linkage, showScores, helpContacts } = body.value;
    const row: StudyRecord = {
      id: newStudyId(title),
      organisation_id: organisationId,
      title: JSON.stringify(title),
      state: 'draft',
      instrument: null,
      version: null,
      locales: JSON.stringify(locales),
      minimum_group_size: minimumGroupSize,
      minimum_text_size: minimumTextSize,
      linkage,
      linkage_key: linkage === 'code' ? newLinkageKey() : null,
      show_scores: showScores ? 1 : 0,
      help_contacts: helpContacts === null ? null : JSON.stringify(helpContacts),
      retention_days: body.value.retentionDays,
      simulated: body.value.simulated ? 1 : 0,
      plan: null,
    };
    await store.write(async (trx) => {
      await trx.insertInto('study').values(row).execute();
      const subject = `study ${row.id}`;
      await access.audit.append(trx, { action: 'study-created', subject, organisationId, accountId });
    });
    return c.json({ study: studyView(row) }, 201, { Location: `studies/${row.id}` });
  };
}

/** What is kept of the answer to `POST /studies`. */
export function idOfStudy(body: unknown): string {
  return (body as { study: { id: string } }).study.id;
}

/** The answer to a `POST /studies` that came before: the study as it is now. */
export async function answerMadeStudy({ store }: StudyRoom, c: Context<StaffEnv>, id: unknown): Promise<Response> {
  const row = await store.db
    .selectFrom('study')
    .selectAll()
    .where('id', '=', String(id))
    .where('organisation_id', '=', c.var.signedIn.account.organisationId)
    .executeTakeFirst();
  // it was erased meanwhile
  if (row === undefined) throw new Refusal('idempotency-shown-once');
  return c.json({ study: studyView(row) }, 201, { Location: `studies/${row.id}` });
}

/** GET /studies/:study: a study with all its settings. */
export function getStudy({ store }: StudyRoom): Handler<StaffEnv, '/studies/:study'> {
  return async (c) => {
    const row = await store.db
      .selectFrom('study')
      .selectAll()
      .where('id', '=', c.req.param('study'))
      .executeTakeFirst();
    if (row === undefined) throw new Refusal('not-found');
    return jsonWithTag(c, { study: studyView(row) });
  };
}

/** PATCH /studies/:study: changes settings; of what people were told when it opened, only to their advantage. */
export function patchStudy(room: StudyRoom): Handler<StaffEnv, '/studies/:study'> {
  return async (c) => {
    const body = await readValid(c, studyChangesSchema);
    if (body instanceof Response) return body;
    const changes = body.value;
    const study = await changeStudy(room, c, async ({ trx, study: row, audit }) => {
      const before = studyView(row);
      const after = { ...before, ...changes };
      if (after.minimumTextSize < after.minimumGroupSize) {
        throw fieldRefusal(['minimumTextSize'], 'is below minimumGroupSize');
      }
      if (before.state !== 'draft') {
        for (const name of ['minimumGroupSize', 'minimumTextSize'] as const) {
          if (after[name] < before[name]) throw fieldRefusal([name], 'was told to respondents, and can only be raised');
        }
        if (after.linkage !== before.linkage) throw fieldRefusal(['linkage'], 'stays as it was when the study opened');
        if (before.locales.some((locale) => !after.locales.includes(locale))) {
          throw fieldRefusal(['locales'], 'keep the languages in which people have answered');
        }
        const told = before.retentionDays ?? Number.POSITIVE_INFINITY;
        if ((after.retentionDays ?? Number.POSITIVE_INFINITY) > told) {
          throw fieldRefusal(['retentionDays'], 'was told to respondents, and can only be lowered');
        }
        const [teams, groups] = [await teamsOf(trx, row.id), await groupsOf(trx, row.id)];
        const missing = readinessErrors(after, teams, groups, room.catalogue);
        if (missing.length > 0) throw errorsRefusal(missing);
      }
      const changed = { ...row, ...rowChanges(changes, row) };
      const { id, ...values } = changed;
      await trx.updateTable('study').set(values).where('id', '=', id).execute();
      await audit('study-changed', `study ${id}`, { fields: Object.keys(changes).sort().join(' ') });
      return studyView(changed);
    });
    return c.json({ study });
  };
}

/** POST /studies/:study/open: from now on waves can start. */
export function postOpenStudy(room: StudyRoom): Handler<StaffEnv, '/studies/:study/open'> {
  return async (c) => {
    const study = await changeStudy(room, c, async ({ trx, study: row, audit }) => {
      if (row.state === 'open') return studyView(row);
      const [teams, groups] = [await teamsOf(trx, row.id), await groupsOf(trx, row.id)];
      const missing = readinessErrors(studyView(row), teams, groups, room.catalogue);
      if (missing.length > 0) throw errorsRefusal(missing, 'study-not-ready');
      await trx.updateTable('study').set({ state: 'open' }).where('id', '=', row.id).execute();
      await audit('study-changed', `study ${row.id}`, { state: 'open' });
      return studyView({ ...row, state: 'open' });
    });
    return c.json({ study });
  };
}

/** POST /studies/:study/close: closes the study and every wave of it that is open. */
export function postCloseStudy(room: StudyRoom): Handler<StaffEnv, '/studies/:study/close'> {
  return async (c) => {
    const study = await changeStudy(room, c, async ({ trx, study: row, audit }) => {
      if (row.state === 'draft') throw new Refusal('study-state', { detail: 'The study was never open.' });
      if (row.state === 'closed') return studyView(row);
      const open = await trx
        .selectFrom('wave')
        .selectAll()
        .where('study_id', '=', row.id)
        .where('state', '=', 'open')
        .orderBy('number')
        .execute();
      for (const wave of open) await closeWave(trx, wave, today(room));
      await trx.updateTable('study').set({ state: 'closed' }).where('id', '=', row.id).execute();
      for (const { id } of open) await audit('wave-closed', `wave ${id}`, { study: row.id });
      await audit('study-changed', `study ${row.id}`, { state: 'closed' });
      return studyView({ ...row, state: 'closed' });
    });
    return c.json({ study });
  };
}

/** DELETE /studies/:study: erases a study with everything in it: teams, waves, invitations, answers. */
export function deleteStudy(room: StudyRoom): Handler<StaffEnv, '/studies/:study'> {
  return async (c) => {
    await changeStudy(room, c, async ({ trx, study: { id }, audit }) => {
      // those above first let go of those below, which one statement cannot do in every engine
      await trx.updateTable('team').set({ parent_id: null }).where('study_id', '=', id).execute();
      await trx.deleteFrom('study').where('id', '=', id).execute();
      await audit('study-erased', `study ${id}`);
    });
    return c.body(null, 204);
  };
}
