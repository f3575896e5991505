import type { OneFactorModel } from '../factor/index.ts';
import type { ReportIssue } from './issue.ts';
import type { ReliabilityScale } from './report-types.ts';
import { type ScaleMoments, smallestCount } from './scale-moments.ts';

/** Alpha has to rise by more than this for an item to be named: less is chance in nearly every sample. */
const NOTABLE_RISE = 0.01;

/** Respondents an item below which a sample is called inadequate for a factor analysis (COSMIN: Mokkink et al. 2018). */
const RESPONDENTS_AN_ITEM = 5;

/**
 * What to bear in mind with figures that exist: an item without which alpha is higher (unless its key is in doubt, which is
 * said already), a scale of two items, a small sample for the number of items, and a one-factor model at its limits.
 */
export function reliabilityCautions(
  report: ReliabilityScale,
  scale: ScaleMoments,
  model: OneFactorModel,
): ReportIssue[] {
  const issues: ReportIssue[] = [];
  const { k, alpha, issues: known } = report;
  const n = smallestCount(scale);
  if (alpha.value === null) return issues;
  if (k === 2) {
    issues.push({
      code: 'few-items',
      message: 'The scale has two items: alpha rests on one correlation, and omega cannot be estimated.',
    });
  }
  if (n < RESPONDENTS_AN_ITEM * k) {
    issues.push({
      code: 'few-respondents-for-items',
      message: `${n} respondents are few for ${k} items: fewer than ${RESPONDENTS_AN_ITEM} an item, which COSMIN calls inadequate for a factor analysis. Read omega and the item table with care.`,
    });
  }
  if (!scale.converged) {
    issues.push({
      code: 'no-convergence',
      message: 'The maximum-likelihood moments of the answers were not reached: too much is missing for them.',
    });
  }
  issues.push(...risingAlpha(report));
  for (const i of model.heywood) {
    issues.push({
      code: 'heywood-case',
      item: scale.items[i]!,
      message: `In the one-factor model ${scale.items[i]} has no variance of its own left (a Heywood case): one factor may not fit, or the sample is too small.`,
    });
  }
  const isExplained = k < 3 || known.some(({ code }) => code === 'singular-correlations');
  if (!model.converged && !isExplained) {
    issues.push({ code: 'no-convergence', message: 'The one-factor model has no solution, so omega is not given.' });
  }
  return issues;
}

function risingAlpha({ alpha, itemStatistics }: ReliabilityScale): ReportIssue[] {
  return itemStatistics.flatMap(({ item, rDrop, ifDropped }): ReportIssue[] => {
    if (alpha.value === null || ifDropped.alpha === null || (rDrop !== null && rDrop < 0)) return [];
    const rise = ifDropped.alpha - alpha.value;
    if (!(rise > NOTABLE_RISE)) return [];
    return [
      {
        code: 'alpha-rises-when-dropped',
        item,
        message: `Without ${item} alpha would be ${ifDropped.alpha.toFixed(2)} instead of ${alpha.value.toFixed(2)}: ${item} goes less with the others than they go with each other.`,
      },
    ];
  });
}
