import { studyReport, tableOfRecords } from '@peerscale/core';
import type { Handler } from 'hono';
import type { StudyEnv } from '../request/with-study.ts';
import type { CollectorStore } from '../store/collector-store.ts';

/** GET /studies/:study/report: the results, after disclosure control with the study's minimum group size. */
export function getReport(store: CollectorStore): Handler<StudyEnv> {
  return async (c) => {
    const { study, instrument } = c.var;
    const table = tableOfRecords(instrument, await store.records(study.id));
    c.header('Cache-Control', 'no-store');
    return c.json(studyReport(instrument, table, { minimumGroupSize: study.minimumGroupSize }));
  };
}
