import type { DefinitionIssue } from './definition-issue.ts';
import { type Loose, objectsIn } from './loose-definition.ts';

/** What is wrong with the norms and bands of a definition beyond their shape. */
export function normIssues(definition: Loose): DefinitionIssue[] {
  const scales = new Set(objectsIn(definition.scales).map(({ entry }) => entry.id));
  const unknownScale = (where: string, at: number, scale: unknown): DefinitionIssue[] =>
    typeof scale !== 'string' || scales.has(scale)
      ? []
      : [{ code: 'unknown-scale', path: [where, at, 'scale'], message: `there is no scale ${JSON.stringify(scale)}` }];
  return [
    ...objectsIn(definition.norms).flatMap(({ entry, at }) => [
      ...unknownScale('norms', at, entry.scale),
      ...emptyNorm(entry, at),
      ...unorderedTable(entry, at),
    ]),
    ...objectsIn(definition.bands).flatMap(({ entry, at }) => [
      ...unknownScale('bands', at, entry.scale),
      ...unorderedBands(entry, at),
    ]),
  ];
}

function emptyNorm(norm: Loose, at: number): DefinitionIssue[] {
  const hasFigure = ['mean', 'sd', 'alpha', 'percentiles'].some((key) => norm[key] !== undefined);
  return hasFigure ? [] : [{ code: 'empty-norm', path: ['norms', at], message: 'has no figure' }];
}

function unorderedTable({ percentiles }: Loose, at: number): DefinitionIssue[] {
  const rows = objectsIn(percentiles).map(({ entry }) => entry as { score: number; percentile: number });
  const ordered = rows.every(
    (row, i) => i === 0 || (row.score > rows[i - 1]!.score && row.percentile >= rows[i - 1]!.percentile),
  );
  const message = 'scores rise from row to row, and percentiles do not fall';
  return ordered ? [] : [{ code: 'table-not-ascending', path: ['norms', at, 'percentiles'], message }];
}

function unorderedBands({ bands }: Loose, at: number): DefinitionIssue[] {
  const limits = objectsIn(bands).map(({ entry }) => entry.from);
  const ordered = limits.every(
    (from, i) => (i === 0) === (from === null) && (i < 2 || (from as number) > (limits[i - 1] as number)),
  );
  const message = 'the first band starts from null, and each other one above the one before';
  return ordered ? [] : [{ code: 'bands-not-ascending', path: ['bands', at, 'bands'], message }];
}
