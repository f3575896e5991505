import { type MissingTreatment, packedIndex } from '../moments/index.ts';
import type { StudyIssue } from './issue.ts';
import type { ItemStatistics } from './report-types.ts';
import { type ScaleMoments, smallestCount } from './scale-moments.ts';

/** Too little to say anything: items, respondents, or respondents behind a pair of items. */
export function sizeIssues(scale: ScaleMoments): StudyIssue[] {
  const { items, n, nDropped, missing } = scale;
  const issues: StudyIssue[] = [];
  if (items.length < 2) {
    issues.push({
      code: 'too-few-items',
      message: 'Internal consistency needs at least two items; this scale has one.',
    });
  }
  if (n === 0 && nDropped === 0) issues.push({ code: 'no-respondents', message: 'There are no respondents.' });
  else if (missing === 'listwise' && n < 2) {
    const found = n === 0 ? 'nobody' : 'only one respondent';
    issues.push({
      code: 'too-few-respondents',
      message: `Internal consistency needs at least two respondents who answered every item; ${found} did.`,
    });
  } else if (smallestCount(scale) < 2) {
    issues.push({
      code: 'too-few-respondents',
      message: `Internal consistency needs at least two respondents behind every pair of items; ${loneliestPair(scale)}.`,
    });
  }
  return issues;
}

/** The first item, or else the first pair of items, with fewer than two respondents. */
function loneliestPair({ items, counts }: ScaleMoments): string {
  const who = (i: number, j: number) => (counts[packedIndex(i, j)] === 0 ? 'nobody' : 'only one respondent');
  const lonely = items.findIndex((_, i) => counts[packedIndex(i, i)]! < 2);
  if (lonely !== -1) return `${who(lonely, lonely)} answered ${items[lonely]}`;
  for (let i = 1; ; i++) {
    for (let j = 0; j < i; j++) {
      if (counts[packedIndex(i, j)]! < 2) return `${who(i, j)} answered both ${items[j]} and ${items[i]}`;
    }
  }
}

export function constantItemIssue(item: string, value: number): StudyIssue {
  return {
    code: 'constant-item',
    item,
    message: `Everybody has the same keyed answer to ${item} (${Number(value.toPrecision(6))}): with it, alpha is not given.`,
  };
}

/** What the figures themselves give to think about. */
export function valueIssues(
  alpha: number | null,
  lambda6: number | null,
  itemStatistics: readonly ItemStatistics[],
  missing: MissingTreatment,
): StudyIssue[] {
  const issues: StudyIssue[] = [];
  if (alpha === null) {
    issues.push({
      code: 'constant-score',
      message:
        missing === 'listwise'
          ? 'Every respondent has the same sum score, so alpha does not exist.'
          : 'The sum score does not vary, so alpha does not exist.',
    });
  } else if (alpha < 0) {
    issues.push({
      code: 'negative-alpha',
      message: 'Alpha is negative: on average the items go against each other. Check the key of the items.',
    });
  }
  if (lambda6 === null && alpha !== null) {
    issues.push({
      code: 'singular-correlations',
      message:
        missing === 'pairwise'
          ? 'The pairwise correlations, each from other respondents, do not fit together (their matrix is not positive definite), so lambda 6 and r.cor do not exist.'
          : 'Some items are sums of others for these respondents, so lambda 6 and r.cor do not exist.',
    });
  }
  for (const { item, rDrop } of itemStatistics) {
    if (rDrop !== null && rDrop < 0) {
      issues.push({
        code: 'negative-item-rest',
        item,
        message: `${item} goes against the rest of its scale (item-rest r = ${rDrop.toFixed(2)}): check the key of ${item}.`,
      });
    }
  }
  return issues;
}
