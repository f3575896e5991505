import type { TeamAgreementReport, TeamAgreementRow, TeamAgreementScale } from '@peerscale/core';
import { estimateWords, intervalWords, pWords } from './estimate-text.ts';
import { indentedLines, noteLines } from './note-lines.ts';
import { counted, fixed, percent } from './number-text.ts';
import { safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

/** The team agreement as text: for each scale the verdict, figures over teams, a table of the teams, notes. */
export function teamAgreementText(report: TeamAgreementReport): string {
  const blocks = [
    `Agreement within teams: answers by chance ${report.nullDistribution}; teams of fewer than ${report.minimumGroupSize} are not shown\n`,
    noteLines(report.issues),
    ...report.scales.map((scale) => scaleText(scale, report.level)),
    indentedLines([`References: ${report.references.join('; ')}`]),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function scaleText(scale: TeamAgreementScale, level: number): string {
  const { name, id, n, teams, teamSize } = scale;
  const size = teamSize.mean === null ? '' : `, ${fixed(teamSize.mean, 1)} members on average`;
  const blocks = [
    `${safeText(name.en)} (${safeText(id)}): ${counted(n, 'person', 'persons')} in ${counted(teams, 'team', 'teams')}${size}\n`,
    indentedLines([scale.sentence]),
    overallTable(scale, level),
    teamTable(scale, level),
    noteLines(scale.issues),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function overallTable(
  { icc1, icc1OfMeanSize, icc2, test, medians, randomGroups, averageDeviationCut, items }: TeamAgreementScale,
  level: number,
): string {
  const several = items === 1 ? 'rwg' : 'rwg(j)';
  const f = `F(${fixed(test.df1, 0)}, ${fixed(test.df2, 0)}) = ${fixed(test.f, 2)}, ${pWords(test.p)}`;
  const cut = averageDeviationCut === null ? '' : `agreement up to ${fixed(averageDeviationCut, 2)}`;
  const rows = [
    [
      'ICC(1)',
      fixed(icc1.value),
      intervalWords(icc1),
      `share of the variance of one person that is between teams; ${f}`,
    ],
    ['ICC(1), mean size', fixed(icc1OfMeanSize.value), '', 'the same with the mean team size, as R multilevel has it'],
    ['ICC(2)', fixed(icc2.value), intervalWords(icc2), 'reliability of the means of teams'],
    [
      `median ${several}`,
      fixed(medians.rwg),
      '',
      `members agree, 1 fully; ${counted(medians.teams, 'team', 'teams')} of two or more`,
    ],
    ['median r*wg(j)', fixed(medians.rwgStar), '', 'the same, not growing with the number of items'],
    [
      'median AD',
      fixed(medians.averageDeviation),
      '',
      `steps of the response scale from the mean${cut === '' ? '' : `; ${cut}`}`,
    ],
    ['median awg', fixed(medians.awg), '', 'agreement, allowing for where the mean lies'],
    [
      'random groups z',
      fixed(randomGroups.z, 2),
      '',
      `${pWords(randomGroups.p)}; ${randomGroups.draws} draws, seed ${randomGroups.seed}; below -1.96 agreement is not by chance`,
    ],
  ];
  const columns = [
    textColumn(''),
    numberColumn('value'),
    numberColumn(`${percent(level)} interval`),
    textColumn('what it is'),
  ];
  return textTable(columns, rows);
}

function teamTable({ rows }: TeamAgreementScale, level: number): string {
  if (rows.length === 0) return '';
  const interval = percent(level);
  const columns = [
    textColumn('team'),
    ...['n', `mean (${interval})`, `drawn to all (${interval})`, 'complete', 'rwg(j)', 'r*wg(j)', 'AD', 'awg'].map(
      numberColumn,
    ),
  ];
  const cells = (row: TeamAgreementRow): string[] =>
    row.status === 'shown'
      ? [
          safeText(row.team, 40),
          String(row.mean.n),
          estimateWords(row.mean),
          row.shrunkenMean === null ? 'NA' : estimateWords(row.shrunkenMean),
          String(row.n),
          ...[row.rwg, row.rwgStar, row.averageDeviation, row.awg].map(({ value }) => fixed(value, 2)),
        ]
      : [safeText(row.team, 40), 'not shown', '', '', '', '', '', '', ''];
  const hidden = rows.find((row) => row.status !== 'shown');
  const why = hidden === undefined ? '' : `\n${indentedLines([hidden.reason])}`;
  return textTable(columns, rows.map(cells)) + why;
}
