import type { Instrument } from '../instrument/instrument.ts';
import { itemOf } from '../instrument/scale-key.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import type { ReportIssue } from './issue.ts';
import type { QualityIssueCode, QualityReport } from './quality-report-types.ts';

/** Below so many items a run or a spread within one person says little. */
const FEW_ITEMS = 10;
/** Distances and pairs of items are found in the sample itself: below so many respondents they are mostly noise. */
const FEW_RESPONDENTS = 100;
/** Above this share of respondents, ask about the form or the cuts first. */
const MANY = 0.2;
/** A difference in alpha that changes how a scale would be judged. */
const ALPHA_DIFFERENCE = 0.05;

/** What to bear in mind with the figures of a quality report. */
export function qualityIssues(
  report: QualityReport,
  instrument: Instrument,
  table: ResponseTable,
): ReportIssue<QualityIssueCode>[] {
  const { respondents, items, measures, flagged, least, scales } = report;
  if (respondents === 0) return [{ code: 'no-respondents', message: 'There are no respondents.' }];
  const issues: ReportIssue<QualityIssueCode>[] = [];
  const add = (code: QualityIssueCode, message: string): void => void issues.push({ code, message });
  const kinds = new Set([...table.columns.keys()].map((item) => itemOf(instrument, item).responseScale));
  if (kinds.size > 1) {
    add(
      'several-response-scales',
      `The items have ${kinds.size} response scales: runs and variability compare codes across them, which is coarse.`,
    );
  }
  if (items < FEW_ITEMS) {
    add('few-items', `With ${items} items a run of one answer or a small spread is common among careful people too.`);
  }
  if (respondents < FEW_RESPONDENTS) {
    add(
      'few-respondents',
      `With ${respondents} respondents the distances, and the pairs of like items, are found in few answers: read them with caution.`,
    );
  }
  if (measures.some(({ index, n }) => index === 'mahalanobis' && n === 0)) {
    add(
      'distances-not-estimable',
      'There are no Mahalanobis distances: too few complete respondents, or items that add up.',
    );
  }
  if (flagged > MANY * respondents) {
    add(
      'many-flagged',
      `${flagged} of ${respondents} respondents are flagged by ${least} or more indices: look at the form and at the cuts before you doubt so many people.`,
    );
  }
  for (const { id, all, without } of scales) {
    const difference = (without.alpha.value ?? NaN) - (all.alpha.value ?? NaN);
    if (Math.abs(difference) < ALPHA_DIFFERENCE || Number.isNaN(difference)) continue;
    add(
      'alpha-differs',
      `Alpha of ${id} is ${all.alpha.value!.toFixed(2)} with and ${without.alpha.value!.toFixed(2)} without those flagged: report both.`,
    );
  }
  return issues;
}
