import {
  intervalReferences,
  type MethodReference,
  methodReferences,
  type ReliabilityReport,
  type ReliabilityReportScale,
} from '@peerscale/core';
import { counted } from './number-text.ts';
import { answersTable, correlationTable, scoreTable } from './reliability-details-text.ts';
import { coefficientTable, droppedTable, intervalMethodWords, itemTable, scaleTable } from './reliability-tables.ts';
import { safeText } from './safe-text.ts';

/** The reliability report as text: a table of the scales, then the items of each; "NA" for what does not exist. */
export function reliabilityText(report: ReliabilityReport, isAdHoc: boolean): string {
  const titles = report.scales.map((scale) => titleOf(scale, isAdHoc));
  const [first] = report.scales;
  if (first === undefined) return '';
  const head = `Reliability: ${first.missing}; interval of alpha ${intervalMethodWords(first.alpha.interval)}\n\n`;
  const blocks = report.scales.map((scale, i) => scaleText(scale, titles[i]!));
  return [head + scaleTable(report.scales, titles), ...blocks, ...references(report)].join('\n');
}

const titleOf = ({ id, name, items }: ReliabilityReportScale, isAdHoc: boolean): string =>
  isAdHoc
    ? `Scale of ${safeText(items.length > 2 ? `${items[0]} ... ${items.at(-1)}` : items.join(', '))}`
    : `${safeText(name.en)} (${id})`;

function scaleText(scale: ReliabilityReportScale, title: string): string {
  const { k, n, nDropped, missing, itemStatistics, issues, details } = scale;
  const all = counted(n + nDropped, 'respondent', 'respondents');
  const head = `${title}: ${counted(k, 'item', 'items')}, n = ${n} (listwise: ${nDropped} of ${all} left out)\n\n`;
  const complete = `${title}: ${counted(k, 'item', 'items')}, ${n} of ${all} complete (${missing}: ${pairWords(scale)})\n\n`;
  const tables = [
    (missing === 'listwise' ? head : complete) + itemTable(itemStatistics),
    ...(details === undefined ? [] : [coefficientTable(scale)]),
    ...(details === undefined || k < 2 ? [] : [droppedTable(itemStatistics)]),
    ...(details === undefined ? [] : [scoreTable(details.score), answersTable(details.items)]),
    ...(details === undefined || k < 2 ? [] : [correlationTable(scale.items, details.correlations)]),
  ];
  const footnote = itemStatistics.some(({ reversed }) => reversed)
    ? ['  A "-" after an item: its codes were reversed first, as they stand against the scale.\n']
    : [];
  const notes = issues.map(({ message }) => `  Note: ${safeText(message, 300)}\n`);
  return [...tables, ...footnote, ...(notes.length > 0 ? [notes.join('')] : [])]
    .filter((part) => part !== '')
    .join('\n');
}

const pairWords = ({ pairs }: ReliabilityReportScale): string =>
  pairs === undefined
    ? ''
    : `${pairs.smallest} to ${counted(pairs.largest, 'respondent', 'respondents')} behind a pair of items; the interval counts on ${pairs.smallest}`;

/** Where the methods are described, if all figures are shown. */
function references({ scales }: ReliabilityReport): string[] {
  const shown = scales.filter(({ details }) => details !== undefined);
  if (shown.length === 0) return [];
  const keys = new Set<string>([
    'cronbach-1951',
    ...shown.map(({ alpha }) => intervalReferences[alpha.interval.method]),
    ...shown.flatMap(({ coefficients }) => coefficients.map(({ reference }) => reference)),
    ...(shown[0]!.missing === 'em' ? ['dempster-laird-rubin-1977'] : []),
    'joanes-gill-1998',
    'kelley-1939',
  ]);
  const known: Readonly<Record<string, MethodReference>> = methodReferences;
  const lines = Array.from(keys, (key) => {
    const { authors, year, title, doi } = known[key]!;
    return `  ${authors} (${year}). ${title}.${doi === undefined ? '' : ` doi:${doi}`}\n`;
  });
  return [`References\n\n${lines.join('')}`];
}
