import type { ChangeDifference, ChangeReport, ChangeReportScale, ChangeSample } from '@peerscale/core';
import type { Bars, Block, Cell, Section, Table } from '../document/document.ts';
import { outside, text } from '../document/text.ts';
import { shownFileName } from '../file-name.ts';
import type { View } from '../view.ts';
import { distributionGroupSize } from '../withheld.ts';
import { axisOf } from './axis-of.ts';
import { changeGrid } from './change-grid.ts';
import { changeTeams } from './change-teams.ts';
import { intervalOf, notesOf, pOf, sentence, studyName } from './study-parts.ts';

/** Change since another wave: for each scale who changed how much, a picture of the waves, single people, teams. */
export function changeSection(view: View, report: ChangeReport): Section {
  const { change } = view.words.study;
  const files = [report.first, report.second].map(({ file }) => outside(shownFileName(file)));
  return {
    id: 'change',
    heading: text`${change.heading}`,
    blocks: [
      { kind: 'paragraph', text: change.files(files[0]!, files[1]!) },
      ...notesOf(
        view,
        report.issues.map(({ code }) => change.issues[code]),
      ),
    ],
    sections: report.scales.map((scale, place) => scaleSection(view, report, scale, `change-${place + 1}`)),
  };
}

function scaleSection(view: View, report: ChangeReport, scale: ChangeReportScale, id: string): Section {
  const { change, teams } = view.words.study;
  const hidden = (scale.teams?.rows ?? []).filter(({ status }) => status === 'suppressed').length;
  const blocks: Block[] = [
    ...designTable(view, scale, id),
    ...readingOf(view, scale),
    ...wavesOf(view, scale, report.level),
    ...reliableOf(view, scale),
    ...changeGrid(view, scale, id),
    ...changeTeams(view, report, scale, id),
    ...notesOf(view, [
      ...(hidden > 0 ? [teams.hidden(hidden, report.minimumGroupSize)] : []),
      ...scale.issues.map(({ code }) => change.issues[code]),
    ]),
  ];
  return { id, heading: text`${studyName(view, scale.id)}`, blocks };
}

function designTable(view: View, scale: ChangeReportScale, id: string): Block[] {
  const { study, format } = view.words;
  const { columns, designs, tableCaption } = study.change;
  const row = (
    who: string,
    before: ChangeSample,
    after: ChangeSample,
    difference: ChangeDifference,
    g: string,
  ): Cell[] =>
    [
      who,
      format.count(before.n),
      format.figure(before.mean),
      format.count(after.n),
      format.figure(after.mean),
      format.figure(difference.value),
      intervalOf(view, difference),
      pOf(view, difference.adjustedP),
      g,
    ].map((cell) => ({ text: text`${cell}` }));
  const { linked, unlinked, everybody } = scale;
  const rows = [
    ...(linked === null
      ? []
      : [row(designs.linked, linked.before, linked.after, linked.difference, format.figure(linked.gav.value))]),
    ...(unlinked === null
      ? []
      : [row(designs.unlinked, unlinked.before, unlinked.after, unlinked.difference, format.figure(unlinked.g.value))]),
    ...(everybody === null
      ? []
      : [row(designs.everybody, everybody.before, everybody.after, everybody.difference, '')]),
  ];
  if (rows.length === 0) return [];
  const headings = [
    columns.n1,
    columns.m1,
    columns.n2,
    columns.m2,
    columns.difference,
    columns.interval,
    columns.p,
    columns.g,
  ];
  const table: Table = {
    id: `${id}-table`,
    caption: tableCaption(studyName(view, scale.id)),
    columns: [
      { heading: text`${columns.who}`, align: 'left' },
      ...headings.map((heading) => ({ heading: text`${heading}`, align: 'right' as const })),
    ],
    rows,
  };
  return [{ kind: 'table', table }];
}

function readingOf(view: View, { linked, everybody }: ChangeReportScale): Block[] {
  const { study, format } = view.words;
  const difference = (linked ?? everybody)?.difference;
  if (difference === undefined || difference.value === null || difference.interval === null) return [];
  const interval = intervalOf(view, difference);
  const { lower, upper } = difference.interval;
  if (lower <= 0 && upper >= 0) return [sentence(study.change.unclear(interval))];
  const size = format.figure(Math.abs(difference.value));
  return [sentence(difference.value > 0 ? study.change.higher(size, interval) : study.change.lower(size, interval))];
}

/** The means of those linked, else of everybody, at both times. */
function wavesOf(view: View, { linked, everybody }: ChangeReportScale, level: number): Block[] {
  const { study, format } = view.words;
  const { change } = study;
  const main = linked ?? everybody;
  const { before, after, difference } = main ?? {};
  if (!before || !after || !difference) return [];
  const who = linked === null ? change.designs.everybody : change.designs.linked;
  const points = [
    { ...before, name: change.first },
    { ...after, name: change.second },
  ].flatMap(({ name, mean, interval }) =>
    mean === null || interval === null
      ? []
      : [{ name, value: mean, lower: interval.lower, upper: interval.upper, label: format.figure(mean) }],
  );
  if (points.length < 2) return [];
  const figures = [before.mean, after.mean, difference.value].map((value) => format.figure(value));
  return [
    {
      kind: 'waves',
      caption: change.wavesCaption(who, format.level(level)),
      description: change.wavesDescription(who, figures[0]!, figures[1]!, figures[2]!, intervalOf(view, difference)),
      points,
      axis: axisOf(
        points.flatMap(({ lower, upper }) => [lower, upper]),
        format.short,
      ),
    },
  ];
}

function reliableOf(view: View, { linked }: ChangeReportScale): Block[] {
  const reliable = linked?.reliableChange ?? null;
  if (reliable === null) return [];
  const { study, format } = view.words;
  const { change } = study;
  const { n, higher, lower, unchanged, smallestDetectableChange, reliability } = reliable;
  if (n < distributionGroupSize(view.minimumGroupSize)) return [sentence(change.reliableWithheld)];
  const parts = [
    ['lower', lower, 0.05],
    ['unchanged', unchanged, 0.35],
    ['higher', higher, 0.9],
  ] as const;
  const bars: Bars = {
    kind: 'bars',
    caption: change.reliableCaption(n, format.figure(smallestDetectableChange), format.bounded(reliability.value)),
    key: parts.map(([which, , shade]) => ({ shade, name: text`${change.reliable[which]}` })),
    rows: [
      {
        name: text`${change.designs.linked}`,
        parts: parts.map(([, count, shade]) => ({ share: count / n, label: format.count(count), shade })),
        title: parts.map(([which, count]) => `${change.reliable[which]}: ${format.count(count)}`).join(', '),
        note: parts.map(([which, count]) => `${format.count(count)} ${change.reliable[which]}`).join(', '),
      },
    ],
  };
  return [bars];
}
