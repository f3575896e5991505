import type { TeamAgreementReport, TeamAgreementRow, TeamAgreementScale } from '@peerscale/core';
import type { Block, Cell, Section, Table } from '../document/document.ts';
import { outside, text } from '../document/text.ts';
import type { View } from '../view.ts';
import { axisOf } from './axis-of.ts';
import { intervalOf, notesOf, sentence, studyName } from './study-parts.ts';

type ShownTeam = Extract<TeamAgreementRow, { status: 'shown' }>;

/** Agreement in teams, and a forest plot of their means, scale by scale; teams that are not shown are counted. */
export function teamsSection(view: View, report: TeamAgreementReport): Section {
  const { teams } = view.words.study;
  return {
    id: 'teams',
    heading: text`${teams.heading}`,
    blocks: notesOf(
      view,
      report.issues.map(({ code }) => teams.issues[code]),
    ),
    sections: report.scales.map((scale, place) => scaleSection(view, report, scale, `teams-${place + 1}`)),
  };
}

function scaleSection(view: View, report: TeamAgreementReport, scale: TeamAgreementScale, id: string): Section {
  const { words, minimumGroupSize } = view;
  const { study, format } = words;
  const { teams } = study;
  const blocks: Block[] = [sentence(teams.verdicts[scale.verdict])];
  // fewer people than the minimum have no figures of all either
  if (scale.n >= minimumGroupSize) {
    const figures = [scale.medians.rwg, scale.icc1.value, scale.icc2.value].map((value) => format.bounded(value));
    blocks.push(sentence(teams.figures(...(figures as [string, string, string]))));
    blocks.push(...pictureOf(view, report, scale, id));
  }
  const hidden = scale.rows.filter(({ status }) => status === 'suppressed').length;
  const notes = scale.issues.map(({ code }) => teams.issues[code]);
  blocks.push(...notesOf(view, [...(hidden > 0 ? [teams.hidden(hidden, report.minimumGroupSize)] : []), ...notes]));
  return { id, heading: teams.scale(studyName(view, scale.id)), blocks };
}

function pictureOf(view: View, report: TeamAgreementReport, scale: TeamAgreementScale, id: string): Block[] {
  const { study, format } = view.words;
  const { teams } = study;
  const rows = scale.rows
    .filter((row) => row.status === 'shown')
    .flatMap((row) => {
      const main = row.shrunkenMean ?? row.mean;
      return main.value === null || main.interval === null ? [] : [{ row, main, value: main.value, ...main.interval }];
    });
  const table = tableOf(view, scale, id);
  if (rows.length === 0) return [];
  const people = rows.reduce((sum, { row }) => sum + row.mean.n, 0);
  // the mean of those shown: of all it would be another figure to subtract from
  const all = rows.reduce((sum, { row }) => sum + row.mean.n * row.mean.value!, 0) / people;
  const values = rows.flatMap(({ lower, upper, row }) => [lower, upper, row.mean.value!]);
  return [
    {
      kind: 'intervals',
      style: 'points',
      caption: teams.caption(format.level(report.level)),
      rows: rows.map(({ row, main, value, lower, upper }) => {
        const own = row.shrunkenMean === null ? null : row.mean.value;
        const interval = intervalOf(view, main);
        return {
          name: text`${outside(row.team)}`,
          value,
          lower,
          upper,
          beside: own,
          title: teams.title(format.figure(value), interval, format.figure(row.mean.value)),
          note: `${format.figure(value)} ${interval}`,
        };
      }),
      axis: axisOf(values, format.short, { at: all, name: teams.all(format.figure(all)) }),
      key: { value: teams.key, beside: teams.own },
      table,
      tableName: study.pictureTable,
    },
  ];
}

function tableOf(view: View, scale: TeamAgreementScale, id: string): Table {
  const { study, format } = view.words;
  const { teams, notShown } = study;
  const { columns } = teams;
  const shownCells = ({ mean, shrunkenMean, rwg }: ShownTeam): string[] => [
    format.count(mean.n),
    format.figure(mean.value),
    format.figure(shrunkenMean?.value ?? null),
    shrunkenMean === null ? '' : intervalOf(view, shrunkenMean),
    format.bounded(rwg.value),
  ];
  const cellsOf = (row: TeamAgreementRow): Cell[] => [
    { text: text`${outside(row.team)}` },
    ...(row.status === 'shown' ? shownCells(row) : [notShown, '', '', '', '']).map((cell) => ({ text: text`${cell}` })),
  ];
  const headings = ['n', columns.own, columns.shrunken, columns.interval, columns.agreement];
  return {
    id: `${id}-table`,
    caption: teams.tableCaption(studyName(view, scale.id)),
    columns: [
      { heading: text`${columns.team}`, align: 'left' },
      ...headings.map((heading) => ({ heading: text`${heading}`, align: 'right' as const })),
    ],
    rows: scale.rows.map(cellsOf),
  };
}
