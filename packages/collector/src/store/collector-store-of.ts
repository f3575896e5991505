import type { RecordAnswers } from '@peerscale/core';
import type { Selectable } from 'kysely';
import { coalesce } from './coalesce.ts';
import type { CollectorStore } from './collector-store.ts';
import type { StudyRow } from './database.ts';
import { insertResponses } from './insert-responses.ts';
import { insertSubmissions } from './insert-submissions.ts';
import { responseRow } from './response-row.ts';
import type { Store } from './store.ts';
import { checkStudy, type Study } from './study.ts';

/** What the routes of open studies of one instrument need, over a store of any engine. */
export function collectorStoreOf(store: Store): CollectorStore {
  const { db, engine, write } = store;
  const add = coalesce(write, insertResponses(engine));
  const addSubmission = coalesce(write, insertSubmissions(engine));
  const openStudies = db
    .selectFrom('study')
    .select(['id', 'title', 'instrument', 'version', 'locales', 'minimum_group_size', 'simulated'])
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

    async study(id) {
      const { rows } = await db.executeQuery<OpenStudyRow>({ ...oneStudy, parameters: [id] });
      return rows[0] === undefined ? undefined : studyOfRow(rows[0]);
    },

    addResponse: (studyId, record, day) => add(responseRow(studyId, record, day)),

    addSubmission,

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
  };
}

type OpenStudyRow = Pick<Selectable<StudyRow>, 'id' | 'title' | 'locales' | 'minimum_group_size' | 'simulated'> & {
  instrument: string;
  version: string;
};

function rowOfStudy({ title, locales, minimumGroupSize, simulated, ...same }: Study): StudyRow {
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
  };
}

function studyOfRow({ title, locales, minimum_group_size, simulated, ...same }: OpenStudyRow): Study {
  return {
    ...same,
    title: JSON.parse(title) as Study['title'],
    locales: JSON.parse(locales) as string[],
    minimumGroupSize: minimum_group_size,
    simulated: simulated === 1,
  };
}
