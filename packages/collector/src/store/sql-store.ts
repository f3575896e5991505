import type { RecordAnswers } from '@peerscale/core';
import type { Kysely } from 'kysely';
import type { AddResponseResult, CollectorStore } from './collector-store.ts';
import type { Database, StudyRow } from './database.ts';
import { responseRow } from './response-row.ts';
import { checkStudy, type Study } from './study.ts';

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

    async records(studyId) {
      const rows = await db
        .selectFrom('response')
        .select(['answers', 'coding'])
        .where('study_id', '=', studyId)
        .orderBy('key_digest')
        .execute();
      return rows.map(({ answers, coding }): RecordAnswers => {
        const record = { answers: JSON.parse(answers) as RecordAnswers['answers'] };
        return coding === null
          ? record
          : { ...record, coding: JSON.parse(coding) as NonNullable<RecordAnswers['coding']> };
      });
    },

    close: () => db.destroy(),
  };
}

function rowOfStudy({ title, locales, minimumGroupSize, simulated, ...same }: Study): StudyRow {
  return {
    ...same,
    title: JSON.stringify(title),
    locales: JSON.stringify(locales),
    minimum_group_size: minimumGroupSize,
    simulated: simulated ? 1 : 0,
  };
}

function studyOfRow({ title, locales, minimum_group_size, simulated, ...same }: StudyRow): Study {
  return {
    ...same,
    title: JSON.parse(title) as Study['title'],
    locales: JSON.parse(locales) as string[],
    minimumGroupSize: minimum_group_size,
    simulated: simulated === 1,
  };
}
