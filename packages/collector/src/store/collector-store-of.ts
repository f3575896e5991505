import type { RecordAnswers } from '@peerscale/core';
import type { FormPlan } from '@peerscale/form';
import type { Selectable } from 'kysely';
import { type AnswerWriter, answerWriter } from './answer-writer.ts';
import type { CollectorStore, StoredForm } from './collector-store.ts';
import type { ResponseRow, StudyRow } from './database.ts';
import { formRows } from './form-rows.ts';
import { onceATurn } from './once-a-turn.ts';
import { responseRow } from './response-row.ts';
import type { Store } from './store.ts';
import { checkStudy, type Study } from './study.ts';

/**
 * What the routes of open studies of one instrument need, over a store of any engine.
 *
 * @param answers where answers go; by default they are written within `store.write`
 */
export function collectorStoreOf(store: Store, answers: AnswerWriter = answerWriter(store)): CollectorStore {
  const { db } = store;
  const openStudies = db
    .selectFrom('study')
    .select(['id', 'title', 'instrument', 'version', 'locales', 'minimum_group_size', 'simulated', 'plan'])
    .where('instrument', 'is not', null)
    .where('version', 'is not', null)
    .$narrowType<{ instrument: string; version: string }>();
  // asked for with every post, and therefore put into SQL only once
  const oneStudy = openStudies.where('id', '=', '').compile();
  return {
    ...store,

    async createStudy(input) {
      const study = checkStudy(input);
      const { numInsertedOrUpdatedRows } = await store.write((trx) =>
        trx
          .insertInto('study')
          .values(rowOfStudy(study))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirstOrThrow(),
      );
      if (numInsertedOrUpdatedRows !== 1n) throw new RangeError(`Unexpected study: the id ${study.id} is taken.`);
    },

    async studies() {
      return (await openStudies.orderBy('id').execute()).map(studyOfRow);
    },

    study: onceATurn(async (id: string) => {
      const { rows } = await db.executeQuery<OpenStudyRow>({ ...oneStudy, parameters: [id] });
      return rows[0] === undefined ? undefined : studyOfRow(rows[0]);
    }),

    addResponse: (studyId, record, day) => answers.addResponse(responseRow(studyId, record, day)),

    addForm: (studyId, record, day) => answers.addForm(formRows(studyId, record, day)),

    addSubmission: answers.addSubmission,

    async records(studyId) {
      const rows = await db
        .selectFrom('response')
        .innerJoin('study', 'study.id', 'response.study_id')
        .select(['answers', 'coding'])
        .where('study_id', '=', studyId)
        .whereRef('response.instrument', '=', 'study.instrument')
        .orderBy('key_digest')
        .execute();
      return rows.map(recordAnswers);
    },

    async forms(studyId) {
      const submissions = await db
        .selectFrom('submission')
        .select(['key_digest', 'part_values', 'codes'])
        .where('study_id', '=', studyId)
        .orderBy('key_digest')
        .execute();
      const rows = await db
        .selectFrom('response')
        .select(['submission_digest', 'instrument', 'answers', 'coding'])
        .where('study_id', '=', studyId)
        .where('submission_digest', 'is not', null)
        .execute();
      const records = new Map(submissions.map(({ key_digest }) => [key_digest, {} as Record<string, RecordAnswers>]));
      for (const { submission_digest, instrument, ...row } of rows) {
        records.get(submission_digest!)![instrument] = recordAnswers(row);
      }
      return submissions.map(
        ({ key_digest, part_values, codes }): StoredForm => ({
          values: JSON.parse(part_values) as StoredForm['values'],
          codes: JSON.parse(codes) as StoredForm['codes'],
          records: records.get(key_digest)!,
        }),
      );
    },
  };
}

function recordAnswers({ answers, coding }: Pick<ResponseRow, 'answers' | 'coding'>): RecordAnswers {
  const record = { answers: JSON.parse(answers) as RecordAnswers['answers'] };
  return coding === null ? record : { ...record, coding: JSON.parse(coding) as NonNullable<RecordAnswers['coding']> };
}

type OpenStudyRow = Pick<
  Selectable<StudyRow>,
  'id' | 'title' | 'locales' | 'minimum_group_size' | 'simulated' | 'plan'
> & {
  instrument: string;
  version: string;
};

function rowOfStudy({ title, locales, minimumGroupSize, simulated, plan, ...same }: Study): StudyRow {
  return {
    ...same,
    organisation_id: null,
    title: JSON.stringify(title),
    state: 'open',
    locales: JSON.stringify(locales),
    minimum_group_size: minimumGroupSize,
    minimum_text_size: 10,
    linkage: 'none',
    linkage_key: null,
    show_scores: 0,
    help_contacts: null,
    retention_days: null,
    simulated: simulated ? 1 : 0,
    plan: plan === undefined ? null : JSON.stringify(plan),
  };
}

function studyOfRow({ title, locales, minimum_group_size, simulated, plan, ...same }: OpenStudyRow): Study {
  return {
    ...same,
    title: JSON.parse(title) as Study['title'],
    locales: JSON.parse(locales) as string[],
    minimumGroupSize: minimum_group_size,
    simulated: simulated === 1,
    ...(plan !== null && { plan: JSON.parse(plan) as FormPlan }),
  };
}
