import type { BrowserContext } from 'playwright-core';
import type { StudyResults } from '../../src/client/api/results.ts';
import { changeOfEverybody, changeReport } from '../fixtures/study-results/change-report.ts';
import { commentResults } from '../fixtures/study-results/comment-results.ts';
import { driversReport } from '../fixtures/study-results/drivers-report.ts';
import { itemResults } from '../fixtures/study-results/item-results.ts';
import { linkageReport } from '../fixtures/study-results/linkage-report.ts';
import { qualityResults } from '../fixtures/study-results/quality-results.ts';
import { studyResults } from '../fixtures/study-results/study-results.ts';

/** The id of the made-up study. */
export const MADE_UP = 'example';

/**
 * Answers for the server what pages ask about the made-up study, as an analyst who is signed in. The pages themselves, with
 * all their headers, come from the server.
 *
 * @param resultsOf the results of a request; by default what is asked of the made-up ones
 */
export async function answerResults(
  context: BrowserContext,
  resultsOf: (query: URLSearchParams) => StudyResults | 'broken' = (query) =>
    studyResults({
      wave: Number(query.get('wave') ?? 3),
      team: query.get('team'),
      group: query.get('group'),
      setting: query.get('setting'),
    }),
): Promise<void> {
  const account = { id: 'a', organisationId: 'o', email: 'a@example.org', name: 'Ada', role: 'analyst', teamId: null };
  const more: Readonly<Record<string, unknown>> = {
    '/items': itemResults,
    '/comments': commentResults,
    '/quality': qualityResults,
    '/drivers': driversReport,
    '/linkage': linkageReport,
  };
  await context.route(/^https?:\/\/[^/]+\/api\//, (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname === '/api/session') {
      return route.fulfill({
        json: { account: { ...account, locale: 'en' }, csrf: 'x', expiresAt: '2999-01-01T00:00:00Z' },
      });
    }
    const [, rest] = /^\/api\/studies\/example\/results(.*)$/.exec(pathname) ?? [];
    if (rest === '') {
      const results = resultsOf(searchParams);
      return results === 'broken' ? route.fulfill({ status: 500, json: {} }) : route.fulfill({ json: results });
    }
    const areApart = Number(searchParams.get('to')) - Number(searchParams.get('from')) !== 1;
    const change = areApart ? changeOfEverybody('waves-apart') : changeReport;
    const answer = rest === '/change' ? change : rest === undefined ? undefined : more[rest];
    return answer === undefined ? route.fulfill({ status: 404, json: {} }) : route.fulfill({ json: answer });
  });
}
