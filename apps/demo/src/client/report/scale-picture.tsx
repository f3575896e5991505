import type { TeamReport } from '../api/report.ts';

type Scale = TeamReport['scales'][number];

const WIDTH = 200;
const HEIGHT = 22;
const MIDDLE = 11;
/** room at the ends for the mark of the better one, and for half a dot */
const EDGE = 14;

/**
 * A scale as a line with the team (dot and interval), everybody (diamond) and the team last time (ring); a triangle at the
 * better end. The same numbers stand beside it as text.
 */
export function ScalePicture({
  scale,
}: {
  scale: Pick<Scale, 'possible' | 'favourable' | 'team' | 'whole' | 'before'>;
}) {
  const { possible, favourable, team, whole, before } = scale;
  const { minimum, maximum } = possible;
  const at = (value: number) => {
    const share = (Math.min(maximum, Math.max(minimum, value)) - minimum) / (maximum - minimum || 1);
    return EDGE + share * (WIDTH - 2 * EDGE);
  };
  const better = favourable === 'low' ? 1 : WIDTH - 1;
  const inwards = favourable === 'low' ? 7 : -7;
  const interval = team.status === 'shown' ? team.value.interval : null;
  return (
    <svg className="scale-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line className="track" x1={EDGE} x2={WIDTH - EDGE} y1={MIDDLE} y2={MIDDLE} />
      {[minimum, (minimum + maximum) / 2, maximum].map((value) => (
        <line key={value} className="track" x1={at(value)} x2={at(value)} y1={MIDDLE - 3} y2={MIDDLE + 3} />
      ))}
      {favourable !== null && <path className="better-end" d={`M${better} ${MIDDLE} l${inwards} -4 v8 z`} />}
      {interval !== null && (
        <line className="interval" x1={at(interval.lower)} x2={at(interval.upper)} y1={MIDDLE} y2={MIDDLE} />
      )}
      {before?.status === 'shown' && <circle className="before" cx={at(before.value.mean)} cy={MIDDLE} r="4" />}
      {team.status === 'shown' && <circle className="team" cx={at(team.value.mean)} cy={MIDDLE} r="5.5" />}
      {whole.status === 'shown' && (
        <path className="whole" d={`M${at(whole.value.mean)} ${MIDDLE - 7} l5 7 l-5 7 l-5 -7 z`} />
      )}
    </svg>
  );
}
