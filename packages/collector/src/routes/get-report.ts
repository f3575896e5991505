import type { Handler } from 'hono';
import { jsonWithTag } from '../request/json-with-tag.ts';
import type { StudyEnv } from '../request/with-study.ts';
import type { CollectorStore } from '../store/collector-store.ts';
import { releasedReport } from './released-report.ts';

/**
 * GET /studies/:study/report: the results, after disclosure control with the study's minimum group size, in steps of as many
 * answers; `release` says of how many the figures are and when they are made anew. Between two steps it has the same tag.
 */
export function getReport(store: CollectorStore): Handler<StudyEnv> {
  return async (c) => {
    const { study, instrument } = c.var;
    return jsonWithTag(c, await releasedReport(store, study, instrument));
  };
}
