import type { RecordAnswers } from '@peerscale/core';
import type { FormPlan } from '@peerscale/form';
import type { Kysely } from 'kysely';
import type { AddResponseResult, CollectorStore, StoredSubmission } from './collector-store.ts';
import type { Database, ResponseRow, StudyRow } from './database.ts';
import { responseRow } from './response-row.ts';
import { checkStudy, type Study } from './study.ts';
import { submissionRows } from './submission-rows.ts';

/** A store over any SQL engine that Kysely speaks and that knows `on conflict do nothing`; the tables must be there. */
export function createSqlStore(db: Kysely<Database>): CollectorStore {
  return {
    async createStudy(input) {
      const study = checkStudy(input);
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('study')
        .values(rowOfStudy(study))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) throw new RangeError(`Unexpected study: the id ${study.id} is taken.`);
    },

    async studies() {
      return (await db.selectFrom('study').selectAll().orderBy('id').execute()).map(studyOfRow);
    },

    async study(id) {
      const row = await db.selectFrom('study').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : studyOfRow(row);
    },

    async addResponse(studyId, record, day): Promise<AddResponseResult> {
      const row = responseRow(studyId, record, day);
      // one statement, so that of many posts with one key exactly one is stored, whatever else writes at the moment
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('response')
        .values(row)
        .onConflict((conflict) => conflict.column('key_digest').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return 'stored';
      const earlier = await db
        .selectFrom('response')
        .select('content_digest')
        .where('key_digest', '=', row.key_digest)
        .executeTakeFirstOrThrow();
      return earlier.content_digest === row.content_digest ? 'repeated' : 'conflict';
    },

    async addSubmission(studyId, record, day): Promise<AddResponseResult> {
      const { submission, responses } = submissionRows(studyId, record, day);
      return db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('submission')
          .values(submission)
          .onConflict((conflict) => conflict.column('key_digest').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) {
          if (responses.length > 0)
            await transaction
              .insertInto('response')
              .values([...responses])
              .execute();
          return 'stored';
        }
        const earlier = await transaction
          .selectFrom('submission')
          .select('content_digest')
          .where('key_digest', '=', submission.key_digest)
          .executeTakeFirstOrThrow();
        return earlier.content_digest === submission.content_digest ? 'repeated' : 'conflict';
      });
    },

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

    async submissions(studyId) {
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
        ({ key_digest, part_values, codes }): StoredSubmission => ({
          values: JSON.parse(part_values) as StoredSubmission['values'],
          codes: JSON.parse(codes) as StoredSubmission['codes'],
          records: records.get(key_digest)!,
        }),
      );
    },

    close: () => db.destroy(),
  };
}

function recordAnswers({ answers, coding }: Pick<ResponseRow, 'answers' | 'coding'>): RecordAnswers {
  const record = { answers: JSON.parse(answers) as RecordAnswers['answers'] };
  return coding === null ? record : { ...record, coding: JSON.parse(coding) as NonNullable<RecordAnswers['coding']> };
}

function rowOfStudy({ title, locales, minimumGroupSize, simulated, plan, ...same }: Study): StudyRow {
  return {
    ...same,
    title: JSON.stringify(title),
    locales: JSON.stringify(locales),
    minimum_group_size: minimumGroupSize,
    simulated: simulated ? 1 : 0,
    plan: plan === undefined ? null : JSON.stringify(plan),
  };
}

function studyOfRow({ title, locales, minimum_group_size, simulated, plan, ...same }: StudyRow): Study {
  return {
    ...same,
    title: JSON.parse(title) as Study['title'],
    locales: JSON.parse(locales) as string[],
    minimumGroupSize: minimum_group_size,
    simulated: simulated === 1,
    ...(plan !== null && { plan: JSON.parse(plan) as FormPlan }),
  };
}
