import { possibleRange, scaleOf } from '@peerscale/core';
import type { Catalogue } from '../../catalogue.ts';
import type { WaveRelease } from '../release/wave-release.ts';
import type { ConversationTopic, MeanFigure, Shown, TeamReport } from '../results-types.ts';
import { conversationTopic, favourableEnd } from './conversation-topic.ts';
import { meanFigure, waveDifference } from './mean-figure.ts';
import { tableOf } from './study-results.ts';
import type { StartedWave } from './study-waves.ts';

/** Above this share of the possible range, counted towards the good end, a mean is called strong; below the other one it is talked about. */
const STRONG = 0.6;
const WEAK = 0.5;
/** A team is worse than the whole from here on, as a share of the range: a fifth of a point from 1 to 5. */
const BEHIND = 0.05;
const MOST = 3;

type ScaleOfReport = TeamReport['scales'][number];

interface Standing {
  readonly id: string;
  readonly topic: ConversationTopic;
  /** 0 to 1, towards the good end */
  readonly level: number;
  /** before the whole, as a share of the range */
  readonly ahead: number;
  /** since the wave before, where the interval of the change leaves out 0 */
  readonly step: number;
}

export interface TeamReportInput {
  readonly catalogue: Catalogue;
  readonly team: string;
  readonly wave: StartedWave;
  readonly release: WaveRelease;
  /** the closed wave before, if there is one */
  readonly before: { readonly wave: StartedWave; readonly release: WaveRelease } | null;
  readonly tellsReasons: boolean;
}

/** What a team talks about: its scales beside the whole and the wave before, and which of them to begin with. */
export function teamScales(
  input: TeamReportInput,
): Pick<TeamReport, 'scales' | 'strong' | 'toTalkAbout' | 'questions'> {
  const { catalogue, team, release, before, tellsReasons } = input;
  const scales: ScaleOfReport[] = [];
  const standings: Standing[] = [];
  for (const { id, version, tables } of release.instruments) {
    const instrument = catalogue.findInstrument(id, version);
    if (instrument === undefined) continue;
    const ids = tables.flatMap((table) => table.scales.map((scale) => scale.id));
    for (const { id: scaleId } of instrument.scales.filter((scale) => ids.includes(scale.id))) {
      const { table, place } = tableOf(release, instrument, scaleId)!;
      const scale = scaleOf(instrument, scaleId);
      const own = meanFigure(table, place, team, null, tellsReasons);
      // a team that was not asked has nothing to talk about here
      if (own.status === 'no-data') continue;
      const whole = meanFigure(table, place, null, null, tellsReasons);
      const earlier = before === null ? undefined : tableOf(before.release, instrument, scaleId);
      const figureBefore =
        before === null
          ? null
          : earlier === undefined
            ? ({ status: 'no-data' } as const)
            : meanFigure(earlier.table, earlier.place, team, null, tellsReasons);
      const found: ScaleOfReport = {
        instrument: id,
        id: scaleId,
        name: scale.name,
        highMeans: scale.highMeans,
        favourable: favourableEnd(scale),
        possible: possibleRange(instrument, scaleId),
        team: own,
        whole,
        before: figureBefore,
        change: before === null ? null : waveDifference(before.wave.number, figureBefore ?? undefined, own),
      };
      scales.push(found);
      const standing = standingOf(found, conversationTopic(instrument, scale));
      if (standing !== null) standings.push(standing);
    }
  }
  return { scales, ...chosen(standings) };
}

function standingOf(
  { instrument, id, favourable, possible, team, whole, change }: ScaleOfReport,
  topic: ConversationTopic,
): Standing | null {
  if (team.status !== 'shown') return null;
  const range = possible.maximum - possible.minimum;
  const sign = favourable === 'low' ? -1 : 1;
  const levelOf = ({ mean }: MeanFigure) =>
    favourable === 'low' ? (possible.maximum - mean) / range : (mean - possible.minimum) / range;
  const aheadOf = (other: Shown<MeanFigure>) =>
    other.status === 'shown' ? levelOf(team.value) - levelOf(other.value) : 0;
  const isClear = change?.interval != null && (change.interval.lower > 0 || change.interval.upper < 0);
  return {
    id: `${instrument}/${id}`,
    topic,
    level: levelOf(team.value),
    ahead: aheadOf(whole),
    step: isClear ? (sign * change.difference) / range : 0,
  };
}

/** The clearest first: level, how far before the whole, and a clear change count alike. */
function chosen(standings: readonly Standing[]): Pick<TeamReport, 'strong' | 'toTalkAbout' | 'questions'> {
  const sumOf = ({ level, ahead, step }: Standing) => level + ahead + step;
  const needsTalk = ({ level, ahead, step }: Standing) => level < WEAK || ahead <= -BEHIND || step < 0;
  const best = [...standings].sort((a, b) => sumOf(b) - sumOf(a));
  const worst = best.toReversed();
  const strong = best.filter((one) => one.level >= STRONG && !needsTalk(one)).slice(0, MOST);
  const toTalkAbout = worst.filter(needsTalk).slice(0, MOST);
  const topics = [...new Set([...toTalkAbout, ...worst.filter(needsTalk), ...worst].map(({ topic }) => topic))];
  return {
    strong: strong.map(({ id }) => id),
    toTalkAbout: toTalkAbout.map(({ id }) => id),
    questions: topics.slice(0, MOST),
  };
}
