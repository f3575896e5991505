import type { DriverModeration, DriverPredictor, DriversReport } from '@peerscale/core';
import { driversReading } from './drivers-reading.ts';
import { estimateWords, intervalWords, pText } from './estimate-text.ts';
import { indentedLines, noteLines } from './note-lines.ts';
import { counted, fixed, percent } from './number-text.ts';
import { fileLabel, safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

/** The drivers report as text: a table of the predictors, sentences, moderation, mediation, notes. */
export function driversText(report: DriversReport): string {
  const blocks = [
    head(report),
    predictorTable(report),
    indentedLines(driversReading(report)),
    moderationTable(report),
    mediationTable(report),
    noteLines(report.issues),
    indentedLines([
      `Intervals of shares: bootstrap (${report.bootstrap.method}, ${report.bootstrap.draws} draws${report.teams === null ? '' : ' of whole teams'}, seed ${report.bootstrap.seed}).`,
      `References: ${report.references.join('; ')}`,
    ]),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function head({ input, outcome, n, nDropped, teams, rSquared, adjustedRSquared }: DriversReport): string {
  const people = `${counted(n, 'respondent', 'respondents')} (${nDropped} left out)`;
  const where = teams === null ? '' : ` in ${counted(teams, 'team', 'teams')}`;
  return `${fileLabel(input.file)}: what goes with ${safeText(outcome.id)}; ${people}${where}\nExplained: R squared ${estimateWords(rSquared)}, adjusted ${fixed(adjustedRSquared, 2)}\n`;
}

function predictorTable({ predictors, standardErrors, rSquared }: DriversReport): string {
  const level = rSquared.interval?.level ?? predictors[0]?.coefficient.interval?.level ?? 0.95;
  const columns = [
    textColumn('predictor'),
    ...[
      'mean',
      'sd',
      'r',
      'b',
      `${percent(level)} interval`,
      'p',
      'beta',
      'VIF',
      'share',
      `${percent(level)} interval`,
      'of R2',
    ].map(numberColumn),
  ];
  const row = ({
    id,
    mean,
    sd,
    r,
    coefficient,
    standardized,
    varianceInflation,
    share,
    shareOfExplained,
  }: DriverPredictor) => [
    safeText(id, 40),
    fixed(mean, 2),
    fixed(sd, 2),
    fixed(r, 2),
    fixed(coefficient.value),
    intervalWords(coefficient),
    pText(coefficient.p),
    fixed(standardized, 2),
    fixed(varianceInflation, 1),
    fixed(share.value),
    intervalWords(share),
    shareOfExplained === null ? 'NA' : `${Math.round(100 * shareOfExplained)}%`,
  ];
  const errors =
    standardErrors === 'CR2'
      ? 'standard errors by teams (CR2, Satterthwaite)'
      : 'standard errors for unlike variances (HC3)';
  return `  Regression; ${errors}\n\n${textTable(columns, predictors.map(row))}`;
}

function moderationTable({ moderator, moderations }: DriversReport): string {
  if (moderator === null) return '';
  const slopes = ({ slopes: found }: DriverModeration) =>
    found.map(({ at, slope }) => `${fixed(slope.value, 2)} at ${fixed(at, 2)}`).join(', ');
  const columns = [
    textColumn('predictor'),
    ...['product', 'interval', 'p', 'adjusted', 'R2 added'].map(numberColumn),
    textColumn('slope of the predictor at values of the moderator'),
  ];
  const rows = moderations.map((found) => [
    safeText(found.predictor, 40),
    fixed(found.product.value),
    intervalWords(found.product),
    pText(found.product.p),
    pText(found.adjustedP),
    fixed(found.addedRSquared),
    slopes(found),
  ]);
  return `  Moderation by ${safeText(moderator.id, 40)} (p adjusted by Holm)\n\n${textTable(columns, rows)}`;
}

function mediationTable({ mediator, mediations }: DriversReport): string {
  if (mediator === null) return '';
  const columns = [textColumn('predictor'), ...['indirect', 'interval', 'direct', 'total'].map(numberColumn)];
  const rows = mediations.map(({ predictor, indirect, direct, total }) => [
    safeText(predictor, 40),
    fixed(indirect.value),
    intervalWords(indirect),
    fixed(direct),
    fixed(total),
  ]);
  return `  By way of ${safeText(mediator.id, 40)}\n\n${textTable(columns, rows)}`;
}
