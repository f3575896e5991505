import type { LinkageReport, LinkageReportWave } from '@peerscale/core';
import { indentedLines, noteLines } from './note-lines.ts';
import { fixed } from './number-text.ts';
import { fileLabel, safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

const share = (value: number | null): string => (value === null ? 'NA' : `${(100 * value).toFixed(1)}%`);

/** The linkage report as text: advice first, who was found, what chance would find, what each element tells, notes. */
export function linkageText(report: LinkageReport): string {
  const { links, linkedShare, expectedFalse, advice, pair, issues, references } = report;
  const expected = expectedFalse.exact + expectedFalse.tolerant;
  const sentences = [
    `${links} people found in both waves: ${share(linkedShare)} of the smaller wave.`,
    `By chance ${fixed(expected, 2)} links are expected (${fixed(expectedFalse.exact, 2)} exact, ${fixed(expectedFalse.tolerant, 2)} tolerant), ${share(expectedFalse.shareOfLinks)} of those found; ${expectedFalse.draws} draws, seed ${expectedFalse.seed}.`,
    ...(pair === null
      ? []
      : [
          `Whoever knows ${pair.elements.map((id) => safeText(id, 40)).join(' and ')} of a colleague could pick out ${share(pair.first ?? pair.second)} of a wave.`,
        ]),
  ];
  const blocks = [
    `Linkage: ${advice === 'link' ? 'a code is in order here' : 'DO NOT LINK: too few people'}\n`,
    waveTable([report.first, report.second]),
    indentedLines(sentences),
    elementTable(report),
    noteLines(issues),
    indentedLines([`References: ${references.join('; ')}`]),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function waveTable(waves: readonly LinkageReportWave[]): string {
  const columns = [
    textColumn('wave'),
    ...['persons', 'exact', 'one element off', 'tie, refused', 'not found'].map(numberColumn),
  ];
  return textTable(
    columns,
    waves.map(({ file, rows, exact, tolerant, ambiguous, unmatched }) => [
      fileLabel(file),
      ...[rows, exact, tolerant, ambiguous, unmatched].map(String),
    ]),
  );
}

function elementTable({ elements }: LinkageReport): string {
  const columns = [
    textColumn('element'),
    ...['answered (first)', '(second)', 'alone with it (first)', '(second)', 'links without it'].map(numberColumn),
  ];
  return textTable(
    columns,
    elements.map(({ id, answered, alone, tolerated }) => [
      safeText(id, 40),
      share(answered.first),
      share(answered.second),
      share(alone.first),
      share(alone.second),
      String(tolerated),
    ]),
  );
}
