import type { ChangeReport, ChangeReportScale, TeamChange } from '@peerscale/core';
import type { Block, Cell, Table } from '../document/document.ts';
import { outside, text } from '../document/text.ts';
import type { View } from '../view.ts';
import { axisOf } from './axis-of.ts';
import { intervalOf, pOf, studyName } from './study-parts.ts';

/** Change of the teams as a forest plot with the change of all. */
export function changeTeams(view: View, report: ChangeReport, scale: ChangeReportScale, id: string): Block[] {
  const { study, format } = view.words;
  const { change } = study;
  if (scale.teams === null) return [];
  const { rows } = scale.teams;
  const shown = rows.flatMap((row) => {
    if (row.status !== 'shown') return [];
    const { value, interval } = row.difference;
    return value === null || interval === null ? [] : [{ row, value, lower: interval.lower, upper: interval.upper }];
  });
  if (shown.length === 0) return [];
  const all = (scale.linked ?? scale.everybody)?.difference.value ?? 0;
  return [
    {
      kind: 'intervals',
      style: 'points',
      caption: change.teamsCaption(format.level(report.level)),
      rows: shown.map(({ row, value, lower, upper }) => {
        const interval = intervalOf(view, row.difference);
        return {
          name: text`${outside(row.team)}`,
          value,
          lower,
          upper,
          beside: null,
          title: change.teamTitle(format.figure(value), interval),
          note: `${format.figure(value)} ${interval}`,
        };
      }),
      axis: axisOf([0, ...shown.flatMap(({ lower, upper }) => [lower, upper])], format.short, {
        at: all,
        name: change.all(format.figure(all)),
      }),
      key: { value: change.teamsKey, beside: null },
      table: tableOf(view, scale, rows, id),
      tableName: study.pictureTable,
    },
  ];
}

function tableOf(view: View, scale: ChangeReportScale, rows: readonly TeamChange[], id: string): Table {
  const { study, format } = view.words;
  const { columns, teamTableCaption } = study.change;
  const cellsOf = (row: TeamChange): Cell[] => {
    const figures =
      row.status === 'shown'
        ? [
            format.count(row.before.n),
            format.figure(row.before.mean),
            format.count(row.after.n),
            format.figure(row.after.mean),
            format.figure(row.difference.value),
            intervalOf(view, row.difference),
            pOf(view, row.difference.adjustedP),
          ]
        : [study.notShown, '', '', '', '', '', ''];
    return [{ text: text`${outside(row.team)}` }, ...figures.map((cell) => ({ text: text`${cell}` }))];
  };
  const headings = [columns.n1, columns.m1, columns.n2, columns.m2, columns.difference, columns.interval, columns.p];
  return {
    id: `${id}-teams-table`,
    caption: teamTableCaption(studyName(view, scale.id)),
    columns: [
      { heading: text`${columns.team}`, align: 'left' },
      ...headings.map((heading) => ({ heading: text`${heading}`, align: 'right' as const })),
    ],
    rows: rows.map(cellsOf),
  };
}
