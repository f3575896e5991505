import type { SuppressionReason } from '@peerscale/core';
import type { ScaleResults, StudyResults, TeamFigure } from '../../../api/results.ts';
import type { Locale } from '../../../catalogue.ts';
import { scalesOf } from '../scale/scale-key.ts';
import { scaleLabels } from '../scale/scale-labels.ts';
import { type HeatStep, heatStep } from './heat-step.ts';

export type HeatCell =
  | {
      readonly status: 'shown';
      /** drawn towards all where there is a model, else the team's own mean */
      readonly value: number;
      readonly step: HeatStep;
      readonly team: TeamFigure;
    }
  | { readonly status: 'suppressed'; readonly reason: SuppressionReason | null }
  | { readonly status: 'no-data' };

export interface HeatColumn {
  /** `instrument/scale` */
  readonly key: string;
  readonly name: string;
  /** of everybody; null where that is not shown */
  readonly whole: number | null;
}

export interface HeatRow {
  readonly id: string;
  readonly name: string;
  readonly setting: string | null;
  readonly cells: readonly HeatCell[];
}

export interface HeatMapData {
  readonly columns: readonly HeatColumn[];
  /** names of scales on which no team has a figure that may be shown: columns of them would say nothing */
  readonly without: readonly string[];
  readonly rows: readonly HeatRow[];
}

/**
 * Teams by scales. Columns are the scales about which some team has answered; rows are sorted by setting and name, so that a
 * team stays where it is from wave to wave and nobody is put first or last.
 */
export function heatMapOf(results: StudyResults, locale: Locale): HeatMapData {
  const all = scalesOf(results);
  const labels = scaleLabels(all, locale);
  const asked = all.filter(({ scale: { teams } }) => teams.some(({ figure }) => figure.status !== 'no-data'));
  const told = asked.filter(({ scale: { teams } }) => teams.some(({ figure }) => figure.status === 'shown'));
  // where nothing at all is shown, the reasons are what there is to see
  const scales = (told.length === 0 ? asked : told).map(({ key, scale }) => ({
    key,
    scale,
    whole: wholeOf(scale, results),
  }));
  const teams = new Map<string, { name: string; setting: string | null }>();
  for (const { scale } of scales) for (const { id, name, setting } of scale.teams) teams.set(id, { name, setting });
  const compare = new Intl.Collator(locale, { numeric: true }).compare;
  const rows = [...teams]
    .map(([id, { name, setting }]) => ({
      id,
      name,
      setting,
      cells: scales.map(({ scale, whole }) => cellOf(scale, id, whole)),
    }))
    .toSorted((a, b) => compare(a.setting ?? '\uFFFF', b.setting ?? '\uFFFF') || compare(a.name, b.name));
  return {
    without: told.length === 0 ? [] : asked.filter((own) => !told.includes(own)).map(({ key }) => labels.get(key)!),
    columns: scales.map(({ key, whole }) => ({ key, name: labels.get(key)!, whole })),
    rows,
  };
}

/**
 * What teams are compared with: the mean of everybody where the page is about everybody, else that of the teams that are
 * shown, each counting by its people.
 */
function wholeOf({ figure, teams }: ScaleResults, { filter }: StudyResults): number | null {
  const isFiltered = filter.team !== null || filter.group !== null || filter.setting !== null;
  if (!isFiltered) return figure.status === 'shown' ? figure.value.mean : null;
  const shown = teams.flatMap(({ figure: own }) => (own.status === 'shown' ? [own.value] : []));
  if (shown.length < 2) return null;
  return shown.reduce((sum, { n, mean }) => sum + n * mean, 0) / shown.reduce((sum, { n }) => sum + n, 0);
}

function cellOf(scale: ScaleResults, id: string, whole: number | null): HeatCell {
  const team = scale.teams.find((candidate) => candidate.id === id);
  if (team === undefined || team.figure.status === 'no-data') return { status: 'no-data' };
  if (team.figure.status === 'suppressed') return team.figure;
  const value = team.shrunken ?? team.figure.value.mean;
  const step = whole === null ? 'neutral' : heatStep(value - whole, scale.favourable, scale.possible);
  return { status: 'shown', value, step, team };
}
