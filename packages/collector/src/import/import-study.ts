import { randomUUID } from 'node:crypto';
import type { FormRecord } from '@peerscale/form';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { appendAudit } from '../access/audit/append-audit.ts';
import { formOfGroup } from '../answers/form-of-group.ts';
import { submissionRows } from '../answers/submission-rows.ts';
import type { Catalogue } from '../catalogue.ts';
import { newActionSchema } from '../model/action.ts';
import { type GroupContent, groupContentSchema } from '../model/group.ts';
import { newStudySchema } from '../model/study.ts';
import { type Team, teamListSchema } from '../model/team.ts';
import { type Cell, newWaveSchema } from '../model/wave.ts';
import type { AskedForm } from '../request/asked-form.ts';
import { checkForm } from '../request/check-form.ts';
import type { Database } from '../store/database.ts';
import { insertSubmissions, type Submission } from '../store/insert-submissions.ts';
import type { Store } from '../store/store.ts';
import { formKey, newLinkageKey } from '../studies/linkage-keys.ts';
import { readPlan } from '../studies/read-plan.ts';
import { startWave } from '../studies/start-wave.ts';
import type { StudyRecord } from '../studies/study-room.ts';
import type { WaveRecord } from '../studies/wave-of.ts';
import { writeTeams } from '../studies/write-teams.ts';

/** What somebody sent in a wave. */
export interface ImportedSubmission {
  readonly team: string;
  readonly group: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly record: FormRecord;
}

export interface ImportedWave {
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** who was asked, and how many people they are */
  readonly cells: readonly Cell[];
  /** `planned` is only written down; `closed` was held from its first day to its last */
  readonly state: 'planned' | 'closed';
}

/** What a team agreed to after a wave, by the waves' numbers, which begin with 1. */
export interface ImportedAction {
  readonly team: string;
  readonly wave: number;
  readonly reviewWave: number | null;
  readonly text: string;
  readonly state: 'agreed' | 'begun' | 'done' | 'dropped';
  readonly createdOn: string;
  readonly accountId: string;
}

export interface ImportedStudy {
  /** a slug; of an id that is taken nothing is imported */
  readonly id: string;
  readonly organisationId: string;
  /** as `POST /studies` takes it */
  readonly study: v.InferInput<typeof newStudySchema>;
  readonly teams: readonly (Pick<Team, 'id' | 'name'> & Partial<Team>)[];
  readonly groups: readonly (v.InferInput<typeof groupContentSchema> & { readonly id: string })[];
  readonly waves: readonly ImportedWave[];
  readonly actions?: readonly ImportedAction[];
  /**
   * What was sent, by the number of the wave.
   *
   * @param codeKey the key under which the form hashes the elements of a code
   */
  submissions(codeKey: string): Iterable<ImportedSubmission & { readonly wave: number }>;
}

/** So many are written by one statement at most. */
const AT_ONCE = 100;

/**
 * Brings a whole study with closed waves into a store, every answer checked as if it had been posted: all of it in one
 * transaction, or nothing, so that a process that ends on the way leaves nothing half done.
 *
 * @param now the moment, for the audit log
 * @returns false where a study of that id is there already, and nothing was done
 * @throws RangeError for answers that do not fit what was asked; Refusal and ValiError for a study that does not fit
 */
export async function importStudy(
  store: Store,
  catalogue: Catalogue,
  imported: ImportedStudy,
  now = Date.now(),
): Promise<boolean> {
  const { id, organisationId } = imported;
  if (await isThere(store.db, id)) return false;
  const study = studyRow(imported);
  const { teams } = v.parse(teamListSchema, { teams: imported.teams });
  const groups = imported.groups.map(({ id: group, ...content }) => {
    const checked = v.parse(groupContentSchema, content);
    return { id: group, name: checked.name, plan: readPlan(checked as GroupContent, catalogue, study.linkage) };
  });
  const waves = imported.waves.map((wave, at) => waveRow(id, wave, at + 1));
  const forms = new Map(groups.map((group) => [group.id, formOfGroup(group, study, catalogue)]));
  const submissions = checkedSubmissions(imported, study, waves, forms);
  const insert = insertSubmissions(store.engine);
  return store.write(async (trx) => {
    if (await isThere(trx, id)) return false;
    await trx.insertInto('study').values(study).execute();
    await writeTeams(trx, id, teams as Team[], ({ team }) => `team ${team}`);
    for (const { plan, ...group } of groups) {
      await trx
        .insertInto('respondent_group')
        .values({ ...group, study_id: id, plan: JSON.stringify(plan) })
        .execute();
    }
    for (const [at, wave] of waves.entries()) {
      const { cells, state } = imported.waves[at]!;
      await trx.insertInto('wave').values(wave).execute();
      const rows = cells.map(({ team, group, expected }) => ({
        wave_id: wave.id,
        team_id: team,
        group_id: group,
        expected,
      }));
      if (rows.length > 0) await trx.insertInto('wave_cell').values(rows).execute();
      if (state === 'planned') continue;
      await startWave(trx, study, wave, catalogue, wave.opens_on);
      const sent = submissions[at]!;
      for (let from = 0; from < sent.length; from += AT_ONCE) {
        const results = await insert(trx, sent.slice(from, from + AT_ONCE));
        const failed = results.find((result) => result !== 'stored');
        if (failed !== undefined) throw new RangeError(`Unexpected submission of wave ${at + 1}: ${failed}.`);
      }
      await trx.updateTable('wave').set({ state: 'closed' }).where('id', '=', wave.id).execute();
    }
    await insertActions(trx, imported, waves);
    const detail = { imported: true, waves: waves.length, submissions: submissions.flat().length };
    await appendAudit(
      trx,
      { action: 'study-created', subject: `study ${id}`, organisationId, accountId: null, detail },
      now,
    );
    return true;
  });
}

async function isThere(db: Pick<Transaction<Database>, 'selectFrom'>, id: string): Promise<boolean> {
  return (await db.selectFrom('study').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

function studyRow({ id, organisationId, study }: ImportedStudy): StudyRecord {
  const content = v.parse(newStudySchema, study);
  return {
    id,
    organisation_id: organisationId,
    title: JSON.stringify(content.title),
    state: 'open',
    instrument: null,
    version: null,
    locales: JSON.stringify(content.locales),
    minimum_group_size: content.minimumGroupSize,
    minimum_text_size: content.minimumTextSize,
    linkage: content.linkage,
    linkage_key: content.linkage === 'code' ? newLinkageKey() : null,
    show_scores: content.showScores ? 1 : 0,
    help_contacts: content.helpContacts === null ? null : JSON.stringify(content.helpContacts),
    retention_days: content.retentionDays,
    simulated: content.simulated ? 1 : 0,
    plan: null,
  };
}

function waveRow(studyId: string, { name, opensOn, closesOn }: ImportedWave, number: number): WaveRecord {
  const checked = v.parse(newWaveSchema, { name, opensOn, closesOn });
  return {
    id: randomUUID(),
    study_id: studyId,
    number,
    name: checked.name,
    opens_on: checked.opensOn,
    closes_on: checked.closesOn,
    reminders: '[]',
    state: 'planned',
    frozen: null,
  };
}

/** The rows of what was sent, wave by wave. */
function checkedSubmissions(
  imported: ImportedStudy,
  study: StudyRecord,
  waves: readonly WaveRecord[],
  forms: ReadonlyMap<string, AskedForm>,
): Submission[][] {
  const key = study.linkage_key === null ? '' : formKey(study.linkage_key);
  const byWave = waves.map((): Submission[] => []);
  for (const { wave: number, team, group, day, record } of imported.submissions(key)) {
    const form = forms.get(group);
    const wave = waves[number - 1];
    const asked = imported.waves[number - 1]?.cells.some((cell) => cell.team === team && cell.group === group);
    if (form === undefined || wave === undefined || asked !== true || day < wave.opens_on || day > wave.closes_on) {
      throw new RangeError(`Unexpected submission: ${group} of ${team} were not asked in wave ${number} on ${day}.`);
    }
    const checked = checkForm(form, record);
    if (!checked.success) {
      const [{ path, message }] = checked.issues as [(typeof checked.issues)[number]];
      throw new RangeError(`Unexpected submission of wave ${number}: ${path.join('.')} ${message}`);
    }
    const cell = { studyId: study.id, waveId: wave.id, team, group, linkageKey: study.linkage_key };
    const { responses, otherAnswers } = submissionRows(form, checked.value, cell, day);
    byWave[number - 1]!.push({ responses, otherAnswers });
  }
  return byWave;
}

async function insertActions(
  trx: Transaction<Database>,
  { id, actions = [] }: ImportedStudy,
  waves: readonly WaveRecord[],
): Promise<void> {
  for (const { team, accountId, createdOn, ...given } of actions) {
    const reviewWave = given.reviewWave === null ? null : waves[given.reviewWave - 1]?.id;
    const { wave, text, state } = v.parse(newActionSchema, {
      text: given.text,
      state: given.state,
      wave: waves[given.wave - 1]?.id,
      reviewWave,
    });
    await trx
      .insertInto('action')
      .values({
        id: randomUUID(),
        study_id: id,
        team_id: team,
        wave_id: wave,
        text,
        state,
        review_wave_id: reviewWave ?? null,
        created_by: accountId,
        created_on: createdOn,
      })
      .execute();
  }
}
