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
    whole: scale.everybody.status === 'shown' ? scale.everybody.value.mean : null,
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

function cellOf(scale: ScaleResults, id: string, whole: number | null): HeatCell {
  const team = scale.teams.find((candidate) => candidate.id === id);
  if (team === undefined || team.figure.status === 'no-data') return { status: 'no-data' };
  if (team.figure.status === 'suppressed') return team.figure;
  const value = team.shrunken ?? team.figure.value.mean;
  const step = whole === null ? 'neutral' : heatStep(value - whole, scale.favourable, scale.possible);
  return { status: 'shown', value, step, team };
}

/** Rows of each setting, in the order of the rows. */
export function teamsBySetting(rows: readonly HeatRow[]): (readonly [string | null, readonly HeatRow[]])[] {
  const settings = [...new Set(rows.map(({ setting }) => setting))];
  return settings.map((setting) => [setting, rows.filter((row) => row.setting === setting)] as const);
}
