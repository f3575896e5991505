import { EVEN_ODD_NEEDS, type EvenOddNeeds, type QualityReport, type QualityScaleFigures } from '@peerscale/core';
import { estimateWords } from './estimate-text.ts';
import { indentedLines, noteLines } from './note-lines.ts';
import { counted, fixed, percent } from './number-text.ts';
import { safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

const why = ({ scales, items }: EvenOddNeeds) => ({
  'no-times': 'no column of times was named (--seconds)',
  'fewer-than-three-pairs': 'fewer than three pairs of items correlate enough',
  'fewer-than-three-items': 'it needs three items',
  'too-few-long-scales': `it needs ${scales} scales that share no item, of at least ${items} items each; with less, chance alone flags many (--even-odd-scales, --even-odd-items)`,
});

const share = (value: number | null): string => (value === null ? 'NA' : `${(100 * value).toFixed(1)}%`);

/**
 * The quality report as text: the indices, those left out and why, who is flagged how often, the scales with and without,
 * notes, references.
 *
 * @param evenOdd what even-odd consistency had to have
 */
export function qualityText(report: QualityReport, evenOdd: EvenOddNeeds = EVEN_ODD_NEEDS): string {
  const { measures, leftOut, issues } = report;
  const reasons = why(evenOdd);
  const blocks = [
    `Answer quality: ${counted(report.items, 'item', 'items')}; a flag deletes nobody\n`,
    measureTable(report),
    indentedLines(leftOut.map(({ name, reason }) => `Left out: ${name}; ${reasons[reason]}.`)),
    countLines(report),
    scaleTable(report),
    noteLines(issues),
    indentedLines([`References: ${[...new Set(measures.map(({ reference }) => reference))].join('; ')}`]),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function measureTable({ measures }: QualityReport): string {
  const columns = [
    textColumn('index'),
    textColumn('flagged where'),
    ...['persons', 'flagged', 'share', 'median'].map(numberColumn),
  ];
  const rows = measures.map(({ name, cut, flagged, n, persons, share: part, median }) => [
    name,
    `${flagged} ${Number(cut.toPrecision(6))}`,
    String(n),
    String(persons),
    share(part),
    fixed(median),
  ]);
  return textTable(columns, rows);
}

function countLines({ flagCounts, respondents, least, flagged }: QualityReport): string {
  const seen = flagCounts.filter(({ persons }) => persons > 0);
  const words = seen.map(({ flags, persons }) => `${persons} by ${flags === 0 ? 'none' : flags}`);
  return indentedLines([
    `Of ${counted(respondents, 'respondent', 'respondents')} are flagged: ${words.join(', ') || 'none'}.`,
    `By ${least} or more: ${flagged} (${share(respondents === 0 ? null : flagged / respondents)}). "Without" below leaves these out.`,
  ]);
}

function scaleTable({ scales }: QualityReport): string {
  const level = scales[0]?.all.mean.interval?.level ?? 0.95;
  const row = (name: string, which: string, { mean, sd, alpha }: QualityScaleFigures): string[] => [
    name,
    which,
    String(mean.n),
    estimateWords(mean),
    fixed(sd, 2),
    String(alpha.n),
    estimateWords(alpha),
  ];
  const columns = [
    textColumn('scale'),
    textColumn(''),
    numberColumn('scored'),
    numberColumn(`mean (${percent(level)} interval)`),
    numberColumn('sd'),
    numberColumn('complete'),
    numberColumn(`alpha (${percent(level)} interval)`),
  ];
  return textTable(
    columns,
    scales.flatMap(({ id, all, without }) => [row(safeText(id), 'all', all), row('', 'without', without)]),
  );
}
