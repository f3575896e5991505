import type { ChangeDifference, ChangeReport, ChangeReportScale, ChangeSample } from '@peerscale/core';
import { changeReading } from './change-reading.ts';
import { estimateWords, intervalWords, pText } from './estimate-text.ts';
import { indentedLines, noteLines } from './note-lines.ts';
import { counted, fixed, percent } from './number-text.ts';
import { fileLabel, safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

const BY = { id: 'by an identifier', code: 'by a code they made themselves' } as const;
const ADJUSTED = { holm: 'Holm', 'benjamini-hochberg': 'Benjamini and Hochberg' } as const;

/** The change report as text: scale by scale the designs kept apart, single persons, teams, notes. */
export function changeText(report: ChangeReport): string {
  const blocks = [
    head(report),
    noteLines(report.issues),
    ...report.scales.map((scale) => scaleText(scale, report)),
    indentedLines([`References: ${report.references.join('; ')}`]),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function head({ first, second, linkedBy, level, adjustment, scales }: ChangeReport): string {
  const files = `${fileLabel(first.file)} (${first.rows}) to ${fileLabel(second.file)} (${second.rows})`;
  const people = linkedBy === null ? 'people not linked' : `people linked ${BY[linkedBy]}`;
  return `Change: ${files}; ${people}\nSecond wave less first; ${percent(level)} intervals; p adjusted over ${counted(scales.length, 'scale', 'scales')} (${ADJUSTED[adjustment]})\n`;
}

function scaleText(scale: ChangeReportScale, report: ChangeReport): string {
  const blocks = [
    `${safeText(scale.name.en)} (${safeText(scale.id)})\n`,
    designTable(scale),
    indentedLines(changeReading(scale, report.level)),
    teamTable(scale),
    noteLines(scale.issues),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

const sampleCells = ({ n, mean, sd }: ChangeSample): string[] => [String(n), fixed(mean), fixed(sd)];

const differenceCells = (difference: ChangeDifference): string[] => [
  fixed(difference.value),
  intervalWords(difference),
  pText(difference.p),
  pText(difference.adjustedP),
];

const HEADINGS = ['n', 'mean', 'sd', 'n', 'mean', 'sd', 'difference', 'interval', 'p', 'adjusted'] as const;

function designTable({ linked, unlinked, everybody }: ChangeReportScale): string {
  const rows: string[][] = [];
  if (linked !== null) {
    const { before, after, difference, gav } = linked;
    rows.push([
      'the same people',
      ...sampleCells(before),
      ...sampleCells(after),
      ...differenceCells(difference),
      estimateWords(gav),
    ]);
  }
  if (unlinked !== null) {
    const { before, after, difference, g } = unlinked;
    rows.push([
      'there only once',
      ...sampleCells(before),
      ...sampleCells(after),
      ...differenceCells(difference),
      estimateWords(g),
    ]);
  }
  if (everybody !== null) {
    const { before, after, difference } = everybody;
    rows.push(['everybody', ...sampleCells(before), ...sampleCells(after), ...differenceCells(difference), '']);
  }
  if (rows.length === 0) return '';
  return textTable([textColumn(''), ...HEADINGS.map(numberColumn), numberColumn("Hedges' g")], rows);
}

function teamTable({ teams }: ChangeReportScale): string {
  if (teams === null || teams.rows.length === 0) return '';
  const rows = teams.rows.map((row) =>
    row.status === 'shown'
      ? [
          safeText(row.team, 40),
          ...sampleCells(row.before),
          ...sampleCells(row.after),
          ...differenceCells(row.difference),
        ]
      : [
          safeText(row.team, 40),
          row.status === 'suppressed' ? 'not shown' : 'no data',
          ...HEADINGS.slice(1).map(() => ''),
        ],
  );
  const hidden = teams.rows.find((row) => row.status === 'suppressed');
  const why = hidden === undefined || hidden.status === 'shown' ? '' : `\n${indentedLines([hidden.reason])}`;
  return textTable([textColumn('team'), ...HEADINGS.map(numberColumn)], rows) + why;
}
