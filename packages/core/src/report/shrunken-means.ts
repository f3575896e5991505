import { mixedModel } from '../multilevel/index.ts';
import { type Estimate, estimateOf } from './estimate.ts';

/**
 * Empirical Bayes means of teams: each team's own mean drawn towards that of all, the more the fewer its members, so that
 * small teams are not first and last by chance. By REML, with t intervals that allow for the variances being estimated.
 *
 * @param teams the scores of each team's members
 * @param level coverage of the intervals
 * @returns null where there is no fit, as with fewer than two teams or nobody who differs
 * @see docs/methods/multilevel.md
 * @example shrunkenMeans([['north', Float64Array.of(1, 2, 2)], ['south', Float64Array.of(4, 5, 3)]], 0.95).get('north').value // 1.918
 */
export function shrunkenMeans(
  teams: readonly (readonly [team: string, scores: Float64Array])[],
  level: number,
): ReadonlyMap<string, Estimate> | null {
  const n = teams.reduce((sum, [, scores]) => sum + scores.length, 0);
  if (teams.length < 2 || n <= teams.length) return null;
  const outcome = new Float64Array(n);
  const ids = new Int32Array(n);
  let at = 0;
  teams.forEach(([, scores], id) => {
    outcome.set(scores, at);
    ids.fill(id, at, at + scores.length);
    at += scores.length;
  });
  const model = mixedModel(
    { outcome, fixed: [], groups: [{ name: 'team', ids }] },
    { level, degreesOfFreedom: 'infinite' },
  );
  const [predicted] = model.predicted;
  if (predicted === undefined || !model.converged) return null;
  const found = new Map<string, Estimate>();
  predicted.ids.forEach((id, place) => {
    const ends = {
      lower: predicted.lower[place]!,
      upper: predicted.upper[place]!,
      level,
      method: 'student-t',
    } as const;
    const [team, scores] = teams[id]!;
    found.set(team, estimateOf(predicted.means[place]!, scores.length, 'empirical Bayes mean, REML', ends));
  });
  return [...found.values()].every(({ value }) => value !== null) ? found : null;
}
