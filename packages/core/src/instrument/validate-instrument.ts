import * as v from 'valibot';
import { type Checked, type DefinitionIssue, shapeIssues } from './definition-issue.ts';
import { type Instrument, instrumentSchema } from './instrument.ts';
import { keyIssues } from './key-issues.ts';
import { duplicates, type Loose, objectsIn, stringsIn } from './loose-definition.ts';
import { normIssues } from './norm-issues.ts';
import { scaleIssues } from './scale-issues.ts';

function responseScaleIssues(definition: Loose): DefinitionIssue[] {
  return objectsIn(definition.responseScales).flatMap(({ entry, at }): DefinitionIssue[] => {
    const codes = entry.codes;
    if (!Array.isArray(codes) || codes.some((code) => typeof code !== 'number')) return [];
    const path = ['responseScales', at, 'codes'];
    if (codes.some((code, i) => i > 0 && !(code > codes[i - 1]))) {
      return [
        { code: 'codes-not-ascending', path, message: 'codes are listed from the lowest to the highest, each once' },
      ];
    }
    const last = codes.length - 1;
    if (codes.some((code, i) => code + codes[last - i] !== codes[0] + codes[last])) {
      return [
        {
          code: 'codes-not-symmetric',
          path,
          message: 'codes must mirror onto each other, or no answer can be reversed',
        },
      ];
    }
    return [];
  });
}

function itemIssues(definition: Loose): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const coded = new Map(objectsIn(definition.responseScales).map(({ entry }) => [entry.id, entry.highCodeMeans]));
  const used = new Set(objectsIn(definition.scales).flatMap(({ entry }) => stringsIn(entry.items)));
  for (const { entry, at } of objectsIn(definition.items)) {
    if (typeof entry.responseScale === 'string') {
      if (!coded.has(entry.responseScale)) {
        issues.push({
          code: 'unknown-response-scale',
          path: ['items', at, 'responseScale'],
          message: `there is no response scale ${JSON.stringify(entry.responseScale)}`,
        });
      } else if (entry.polarity !== undefined && coded.get(entry.responseScale) === undefined) {
        issues.push({
          code: 'polarity-without-coding',
          path: ['items', at, 'polarity'],
          message: `polarity means nothing while response scale ${JSON.stringify(entry.responseScale)} has no highCodeMeans`,
        });
      }
    }
    if (typeof entry.id !== 'string') continue;
    const path = ['items', at, 'id'];
    if (entry.scored === false && used.has(entry.id)) {
      issues.push({
        code: 'unscored-item-in-scale',
        path,
        message: `${entry.id} is not to be scored, and is in a scale`,
      });
    } else if (entry.scored !== false && !used.has(entry.id)) {
      issues.push({ code: 'item-in-no-scale', path, message: `${entry.id} is in no scale` });
    }
  }
  return issues;
}

/**
 * Checks a definition, every issue at once, each with its path into the file: shape, duplicate ids, items in no scale,
 * unknown items, parts and response scales, polarity without coding, codes that cannot be mirrored, missing rules that ask
 * for more answers than there are, totals that take in an optional part, norms and bands that fit no scale, and a key that
 * differs from the published one.
 *
 * @param input what was read from `instrument.json`, not yet trusted
 * @returns the instrument, or the issues; never throws
 * @example validateInstrument({}).success // false
 */
export function validateInstrument(input: unknown): Checked<Instrument> {
  const shape = v.safeParse(instrumentSchema, input);
  const issues = shape.success ? [] : shapeIssues(shape.issues);
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
    const definition = input as Loose;
    issues.push(
      ...duplicates(definition.responseScales, 'id', 'responseScales'),
      ...duplicates(definition.items, 'id', 'items'),
      ...duplicates(definition.items, 'number', 'items'),
      ...duplicates(definition.scales, 'id', 'scales'),
      ...duplicates(definition.norms, 'id', 'norms'),
      ...duplicates(definition.bands, 'id', 'bands'),
      ...responseScaleIssues(definition),
      ...itemIssues(definition),
      ...scaleIssues(definition),
      ...normIssues(definition),
      ...keyIssues(definition),
    );
  }
  return shape.success && issues.length === 0 ? { success: true, value: shape.output } : { success: false, issues };
}
