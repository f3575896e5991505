import type { Handler } from 'hono';
import type { StudyEnv } from '../request/with-study.ts';
import type { CollectorStore } from '../store/collector-store.ts';
import { releasedReport } from './released-report.ts';

/**
 * GET /studies/:study/report: the results, after disclosure control with the study's minimum group size, in steps of as many
 * answers; `release` says of how many the figures are and when they are made anew.
 */
export function getReport(store: CollectorStore): Handler<StudyEnv> {
  return async (c) => {
    const { study, instrument } = c.var;
    c.header('Cache-Control', 'no-store');
    return c.json(await releasedReport(store, study, instrument));
  };
}
