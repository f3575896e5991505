import type { TeamReport } from '../api/report.ts';

type Scale = TeamReport['scales'][number];

export const MARKS_WIDTH = 200;
export const MARKS_HEIGHT = 22;
const MIDDLE = 11;
/** room at the ends for the mark of the better one, and for half a dot */
const EDGE = 14;

/** A shape of a picture: what it is, what it stands for, and where it is. */
export interface Mark {
  readonly shape: 'line' | 'circle' | 'path';
  readonly stands: 'track' | 'better-end' | 'interval' | 'before' | 'team' | 'whole';
  readonly at: Readonly<Record<string, string | number>>;
}

export type MarkedScale = Pick<Scale, 'possible' | 'favourable' | 'team' | 'whole' | 'before'>;

/**
 * A scale as a line with the team (dot and interval), everybody (diamond) and the team last time (ring); a triangle at the
 * better end.
 */
export function scaleMarks({ possible, favourable, team, whole, before }: MarkedScale): readonly Mark[] {
  const { minimum, maximum } = possible;
  const at = (value: number) => {
    const share = (Math.min(maximum, Math.max(minimum, value)) - minimum) / (maximum - minimum || 1);
    return EDGE + share * (MARKS_WIDTH - 2 * EDGE);
  };
  const line = (stands: Mark['stands'], x1: number, x2: number, half = 0): Mark => ({
    shape: 'line',
    stands,
    at: { x1, x2, y1: MIDDLE - half, y2: MIDDLE + half },
  });
  const dot = (stands: Mark['stands'], value: number, r: number): Mark => ({
    shape: 'circle',
    stands,
    at: { cx: at(value), cy: MIDDLE, r },
  });
  const path = (stands: Mark['stands'], d: string): Mark => ({ shape: 'path', stands, at: { d } });
  const marks = [line('track', EDGE, MARKS_WIDTH - EDGE)];
  for (const value of [minimum, (minimum + maximum) / 2, maximum]) marks.push(line('track', at(value), at(value), 3));
  if (favourable !== null) {
    const [end, inwards] = favourable === 'low' ? [1, 7] : [MARKS_WIDTH - 1, -7];
    marks.push(path('better-end', `M${end} ${MIDDLE} l${inwards} -4 v8 z`));
  }
  if (team.status === 'shown' && team.value.interval !== null) {
    marks.push(line('interval', at(team.value.interval.lower), at(team.value.interval.upper)));
  }
  if (before?.status === 'shown') marks.push(dot('before', before.value.mean, 4));
  if (team.status === 'shown') marks.push(dot('team', team.value.mean, 5.5));
  if (whole.status === 'shown') marks.push(path('whole', `M${at(whole.value.mean)} ${MIDDLE - 7} l5 7 l-5 7 l-5 -7 z`));
  return marks;
}
