import type { TeamReport } from '../api/report.ts';
import { besideWhole, sinceLast } from './compare.ts';

type Scale = TeamReport['scales'][number];

export interface ToTalkAbout {
  /** worse than everybody, or worse than last time, by more than chance; what the server puts first comes first */
  readonly worse: readonly Scale[];
  /** where nothing is: the scale furthest from its good end that is not called strong */
  readonly lowest: Scale | null;
}

/** What stands out for the worse, and a topic to offer where nothing does. */
export function toTalkAbout({
  scales,
  strong,
  toTalkAbout: first,
}: Pick<TeamReport, 'scales' | 'strong' | 'toTalkAbout'>) {
  const keyOf = ({ instrument, id }: Scale) => `${instrument}/${id}`;
  const rank = (scale: Scale) => (first.includes(keyOf(scale)) ? first.indexOf(keyOf(scale)) : first.length);
  const candidates = scales
    .filter((scale) => scale.team.status === 'shown' && !strong.includes(keyOf(scale)))
    .toSorted((a, b) => rank(a) - rank(b));
  const worse = candidates.filter(isWorse);
  const lowest = candidates.reduce<Scale | null>((found, scale) => {
    const level = levelOf(scale);
    return level !== null && (found === null || level < levelOf(found)!) ? scale : found;
  }, null);
  return { worse, lowest: worse.length === 0 ? lowest : null } satisfies ToTalkAbout;
}

function isWorse(scale: Scale): boolean {
  const { team, whole, favourable } = scale;
  if (team.status !== 'shown') return false;
  const behind = whole.status === 'shown' && besideWhole(team.value, whole.value, favourable) === 'worse';
  return behind || sinceLast(scale) === 'worse';
}

/** 0 to 1, towards the good end; null where no end is. */
function levelOf({ team, possible: { minimum, maximum }, favourable }: Scale): number | null {
  if (team.status !== 'shown' || favourable === null) return null;
  const share = (team.value.mean - minimum) / (maximum - minimum);
  return favourable === 'high' ? share : 1 - share;
}
