import { type Instrument, possibleRange, type Scale, scaleOf } from '@peerscale/core';
import type { Catalogue } from '../../catalogue.ts';
import {
  type ReleasedInstrument,
  type ReleasedScale,
  type ReleasedTable,
  settingCategory,
  type WaveRelease,
} from '../release/wave-release.ts';
import type {
  InstrumentResults,
  MeanFigure,
  NamedFigure,
  ReliabilityVerdict,
  ScaleResults,
  Shown,
  TeamFigure,
} from '../results-types.ts';
import { favourableEnd } from './conversation-topic.ts';
import { evenBins } from './even-bins.ts';
import { meanFigure, shownOf, waveDifference } from './mean-figure.ts';
import { frozenWave, type StartedWave } from './study-waves.ts';

/** What somebody looks at. */
export interface Choice {
  readonly team: string | null;
  readonly group: string | null;
  readonly setting: string | null;
}

export interface ViewInput {
  readonly catalogue: Catalogue;
  /** the wave looked at, closed */
  readonly wave: StartedWave;
  /** of every closed wave */
  readonly releases: ReadonlyMap<StartedWave, WaveRelease>;
  /** those that were started, the oldest first */
  readonly waves: readonly StartedWave[];
  readonly choice: Choice;
  readonly mayKnow: (team: string) => boolean;
  readonly tellsReasons: boolean;
}

/** Alpha from here on is customary where groups are compared (docs/methods/reliability.md). */
const CUSTOMARY = 0.7;

/** The results of the instruments of a closed wave. Nothing is worked out here but what follows from shown figures. */
export function instrumentResults(input: ViewInput): InstrumentResults[] {
  const { catalogue, wave, releases, tellsReasons } = input;
  return releases.get(wave)!.instruments.flatMap((released): InstrumentResults[] => {
    const instrument = catalogue.findInstrument(released.id, released.version);
    if (instrument === undefined) return [];
    const { id, version, name, validation } = instrument;
    return [
      {
        instrument: { id, version, name },
        validation,
        responses: shownOf(released.responses, tellsReasons),
        scales: released.tables
          .flatMap((table) => table.scales.map((scale, place) => scaleResults(input, instrument, table, scale, place)))
          .sort((a, b) => placeOf(instrument, a.id) - placeOf(instrument, b.id)),
      },
    ];
  });
}

const placeOf = ({ scales }: Instrument, id: string): number => scales.findIndex((scale) => scale.id === id);

/** A setting stands where a team does. */
const categoryOf = ({ team, setting }: Choice): string | null =>
  team ?? (setting === null ? null : settingCategory(setting));

function scaleResults(
  input: ViewInput,
  instrument: Instrument,
  table: ReleasedTable,
  released: ReleasedScale,
  place: number,
): ScaleResults {
  const { wave, waves, choice, tellsReasons } = input;
  const scale = scaleOf(instrument, released.id);
  const figureIn = (of: StartedWave) => figureOfWave(input, of, instrument, scale);
  const figure = figureIn(wave);
  const history = waves.map((one) => ({ wave: one.number, figure: one === wave ? figure : figureIn(one) }));
  const before = history.filter(({ wave: number }) => number < wave.number).at(-1);
  const isWhole = choice.team === null && choice.group === null && choice.setting === null;
  return {
    id: scale.id,
    name: scale.name,
    highMeans: scale.highMeans,
    favourable: favourableEnd(scale),
    possible: possibleRange(instrument, scale.id),
    figure,
    distribution: isWhole
      ? evenBins(shownOf(released.distribution, tellsReasons), instrument, scale)
      : { status: 'suppressed', reason: null },
    reliability: reliabilityOf(released),
    agreement: { ...released.agreement, verdict: AGREEMENT[released.agreement.verdict] },
    waves: history,
    change: before === undefined ? null : waveDifference(before.wave, before.figure, figure),
    ...comparisons(input, table, released, place),
  };
}

/** Groups, settings and teams of one scale. */
function comparisons(
  { wave, mayKnow, tellsReasons }: ViewInput,
  table: ReleasedTable,
  released: ReleasedScale,
  place: number,
): Pick<ScaleResults, 'everybody' | 'groups' | 'settings' | 'teams'> {
  const { teams, groups } = frozenWave(wave);
  const at = (team: string | null, group: string | null) => meanFigure(table, place, team, group, tellsReasons);
  return {
    everybody: at(null, null),
    groups: groups
      .filter(({ id }) => table.groups.includes(id))
      .map(({ id, name }): NamedFigure => ({ id, name, figure: at(null, id) })),
    settings: settingsOf(teams).map(
      (setting): NamedFigure => ({ id: setting, name: setting, figure: at(settingCategory(setting), null) }),
    ),
    teams: teams
      .filter(({ id }) => mayKnow(id))
      .map(({ id, name, parent, setting }): TeamFigure => {
        const thirds = released.thirds[id];
        return {
          id,
          name,
          parent,
          setting,
          figure: at(id, null),
          shrunken: released.shrunken[id] ?? null,
          thirds: thirds === undefined ? { status: 'suppressed', reason: null } : { status: 'shown', value: thirds },
        };
      }),
  };
}

/** The settings that figures are told by: none where teams have a hierarchy, which figures are told by then. */
export function settingsOf(
  teams: readonly { readonly parent: string | null; readonly setting: string | null }[],
): string[] {
  if (teams.some(({ parent }) => parent !== null)) return [];
  return [...new Set(teams.flatMap(({ setting }) => setting ?? []))].sort();
}

/** The figure of what is looked at in any wave; there is none while it is open. */
function figureOfWave(
  { releases, choice, tellsReasons }: ViewInput,
  wave: StartedWave,
  instrument: Instrument,
  scale: Scale,
): Shown<MeanFigure> {
  const found = tableOf(releases.get(wave), instrument, scale.id);
  if (found === undefined) return { status: 'no-data' };
  return meanFigure(found.table, found.place, categoryOf(choice), choice.group, tellsReasons);
}

/** The table that a scale is in, and its place there. */
export function tableOf(
  release: WaveRelease | undefined,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
  scale: string,
): { readonly released: ReleasedInstrument; readonly table: ReleasedTable; readonly place: number } | undefined {
  const released = release?.instruments.find((one) => one.id === id && one.version === version);
  for (const table of released?.tables ?? []) {
    const place = table.scales.findIndex((one) => one.id === scale);
    if (place >= 0) return { released: released!, table, place };
  }
  return undefined;
}

const AGREEMENT = {
  defensible: 'strong',
  'with-care': 'moderate',
  'as-climate-only': 'weak',
  'not-defensible': 'none',
  'cannot-say': 'unknown',
} as const satisfies Record<ReleasedScale['agreement']['verdict'], ScaleResults['agreement']['verdict']>;

function reliabilityOf({ alpha: { value, interval, n } }: ReleasedScale): ScaleResults['reliability'] {
  return { alpha: value, interval, n, verdict: verdictOf(value, interval) };
}

/** By the whole interval: above the customary value, across it, or below. */
function verdictOf(alpha: number | null, interval: ReleasedScale['alpha']['interval']): ReliabilityVerdict {
  if (alpha === null || interval === null) return 'unknown';
  if (interval.lower > CUSTOMARY) return 'enough-for-groups';
  return interval.upper < CUSTOMARY ? 'too-low' : 'barely';
}
