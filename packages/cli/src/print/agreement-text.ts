import type { AgreementCoefficient, AgreementInterval, AgreementReport, LimitsOfAgreement } from '@peerscale/core';
import { agreementReading, limitsReading } from './agreement-reading.ts';
import { counted, fixed, percent } from './number-text.ts';
import { fileLabel, quoted, safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

const LONGEST = 500;
const MOST_NAMES = 12;

/** The agreement report as text: what was read, a table, a sentence on each coefficient, notes, references. */
export function agreementText(report: AgreementReport): string {
  const { coefficients, limitsOfAgreement, issues, references } = report;
  const blocks = [
    head(report),
    coefficientTable(coefficients),
    lines(coefficients.flatMap((coefficient) => agreementReading(coefficient, report.scale))),
    ...(limitsOfAgreement === null ? [] : [limitsTable(limitsOfAgreement), lines(limitsReading(limitsOfAgreement))]),
    lines(issues.map(({ message }) => `Note: ${message}`)),
    lines([`References: ${Object.values(references).join('; ')}`]),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

const lines = (texts: readonly string[]): string => texts.map((text) => `  ${safeText(text, LONGEST)}\n`).join('');

function head({ input, raters, subjects, ratings, scale, codes }: AgreementReport): string {
  const names = listed(raters);
  const who = raters.length === 0 ? 'no raters' : `${counted(raters.length, 'rater', 'raters')} (${names})`;
  const read = `${counted(subjects, 'subject', 'subjects')}, ${who}, ${counted(ratings.given, 'rating', 'ratings')}, ${ratings.missing} missing`;
  const used =
    codes === null || codes.length === 0
      ? ''
      : `; codes ${listed(codes.map(({ code, count }) => `${code} (${count})`))}`;
  return `${fileLabel(input.file)}: ${read}\nRatings: ${scale}${used}\n`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => safeText(name, 40));
  return names.length > MOST_NAMES ? `${shown.join(', ')} and ${names.length - MOST_NAMES} more` : shown.join(', ');
}

const intervalText = ({ lower, upper }: AgreementInterval): string => `${fixed(lower)} to ${fixed(upper)}`;

const METHODS = {
  'f-distribution': 'F distribution',
  'f-satterthwaite': 'F, Satterthwaite',
  fisher: "Fisher's z",
  'large-sample': 'large sample',
  'student-t': "Student's t",
} as const;

function methodText({ method, bootstrap }: AgreementInterval): string {
  if (method !== 'bootstrap-percentile') return METHODS[method];
  return `bootstrap (${bootstrap!.draws} draws, seed ${bootstrap!.seed})`;
}

function coefficientTable(coefficients: readonly AgreementCoefficient[]): string {
  const level = coefficients[0]!.interval.level;
  const columns = [
    textColumn('coefficient'),
    numberColumn('value'),
    numberColumn(`${percent(level)} interval`),
    textColumn('by'),
    numberColumn('subjects'),
    numberColumn('left out'),
    numberColumn('ratings each'),
  ];
  const rows = coefficients.map(({ name, value, interval, n, nDropped, ratings }) => [
    name,
    fixed(value),
    intervalText(interval),
    methodText(interval),
    String(n),
    String(nDropped),
    ratings === null ? 'varies' : String(ratings),
  ]);
  return textTable(columns, rows);
}

/**
 * A figure in the unit of the ratings: decimals that show three digits of the spread; very large and very small figures
 * with six digits and a power of ten.
 */
function inUnit(value: number | null, sd: number | null): string {
  if (value === null) return 'NA';
  const magnitude = Math.max(Math.abs(value), sd ?? 0);
  if (magnitude !== 0 && (magnitude >= 1e9 || magnitude < 1e-6)) return String(Number(value.toPrecision(6)));
  const decimals = sd === null || sd === 0 ? 3 : Math.max(0, Math.min(12, 2 - Math.floor(Math.log10(sd))));
  return fixed(value, decimals);
}

function limitsTable(limits: LimitsOfAgreement): string {
  const { first, second, n, nDropped, coverage, bias, lower, upper, sd, trend } = limits;
  const rows = (
    [
      ['bias', bias],
      ['lower limit', lower],
      ['upper limit', upper],
    ] as const
  ).map(([name, { value, interval }]) => [
    name,
    inUnit(value, sd),
    `${inUnit(interval.lower, sd)} to ${inUnit(interval.upper, sd)}`,
  ]);
  rows.push(['SD of differences', inUnit(sd, sd), ''], ['r with the means', fixed(trend), '']);
  const left = `${counted(n, 'subject', 'subjects')}, ${nDropped} left out`;
  const title = `  Limits of agreement: ${quoted(first, 40)} less ${quoted(second, 40)}, ${percent(coverage)} of differences (${left})\n`;
  const columns = [textColumn(''), numberColumn('value'), numberColumn(`${percent(bias.interval.level)} interval`)];
  return `${title}\n${textTable(columns, rows)}`;
}
