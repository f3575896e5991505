import type { MeanFigure, TeamReport } from '../api/report.ts';
import type { Comparison } from '../words/report.ts';

type Scale = TeamReport['scales'][number];

/** How one value stands to another in words, where an interval says whether chance alone would explain it. */
function comparison(difference: number, couldBeChance: boolean, favourable: Scale['favourable']): Comparison {
  if (couldBeChance || difference === 0) return 'same';
  const higher = difference > 0;
  if (favourable === null) return higher ? 'higher' : 'lower';
  return higher === (favourable === 'high') ? 'better' : 'worse';
}

/** A team's mean beside that of everybody: different where everybody's lies outside of the team's interval. */
export function besideWhole(team: MeanFigure, whole: MeanFigure, favourable: Scale['favourable']): Comparison {
  const { interval } = team;
  const within = interval === null || (interval.lower <= whole.mean && whole.mean <= interval.upper);
  return comparison(team.mean - whole.mean, within, favourable);
}

/** The change since the wave before: a change where nought lies outside of its interval. */
export function sinceLast({ change, favourable }: Pick<Scale, 'change' | 'favourable'>): Comparison | undefined {
  if (change === null) return undefined;
  const { interval, difference } = change;
  const within = interval === null || (interval.lower <= 0 && 0 <= interval.upper);
  return comparison(difference, within, favourable);
}
