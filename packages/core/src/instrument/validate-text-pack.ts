import * as v from 'valibot';
import { type Checked, type DefinitionIssue, shapeIssues } from './definition-issue.ts';
import type { Instrument } from './instrument.ts';
import { isObject, type Loose } from './loose-definition.ts';
import { type TextPack, textPackSchema } from './text-pack.ts';
import { textPackChecksum } from './text-pack-checksum.ts';

function identityIssues(pack: Loose, { id, version, rights }: Instrument): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  if (typeof pack.instrument === 'string' && pack.instrument !== id) {
    issues.push({ code: 'wrong-instrument', path: ['instrument'], message: `is for ${pack.instrument}, not ${id}` });
  } else if (typeof pack.version === 'string' && pack.version !== version) {
    const message = `is for version ${pack.version}, not ${version}`;
    issues.push({ code: 'wrong-version', path: ['version'], message });
  }
  if (rights.wording === 'withheld') {
    const message = `${rights.holder} licenses the wording per use: ask there (${rights.wordingSource})`;
    issues.push({ code: 'wording-withheld', path: ['instrument'], message });
  }
  return issues;
}

function itemTextIssues(texts: Loose, instrument: Instrument): DefinitionIssue[] {
  const known = new Set(instrument.items.map(({ id }) => id));
  return [
    ...instrument.items
      .filter(({ id }) => !Object.hasOwn(texts, id))
      .map(({ id }) => ({ code: 'missing-item-text', path: ['items', id], message: `item ${id} has no text` })),
    ...Object.keys(texts)
      .filter((id) => !known.has(id))
      .map((id) => ({ code: 'unknown-item', path: ['items', id], message: `the instrument has no item ${id}` })),
  ];
}

function labelIssues(responseScales: Loose, instrument: Instrument): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  for (const { id, codes } of instrument.responseScales) {
    const scale = Object.hasOwn(responseScales, id) ? responseScales[id] : undefined;
    if (scale === undefined) {
      issues.push({
        code: 'missing-response-scale',
        path: ['responseScales', id],
        message: `response scale ${id} has no labels and declares no coding`,
      });
      continue;
    }
    const labels = isObject(scale) ? scale.labels : undefined;
    if (!isObject(labels)) continue;
    for (const code of codes) {
      if (!Object.hasOwn(labels, String(code))) {
        issues.push({
          code: 'missing-label',
          path: ['responseScales', id, 'labels', String(code)],
          message: `code ${code} has no label`,
        });
      }
    }
    for (const code of Object.keys(labels)) {
      if (!codes.some((known) => String(known) === code)) {
        issues.push({
          code: 'unknown-code',
          path: ['responseScales', id, 'labels', code],
          message: `response scale ${id} has no code ${code}`,
        });
      }
    }
  }
  for (const id of Object.keys(responseScales)) {
    if (!instrument.responseScales.some((scale) => scale.id === id)) {
      issues.push({
        code: 'unknown-response-scale',
        path: ['responseScales', id],
        message: `the instrument has no response scale ${id}`,
      });
    }
  }
  return issues;
}

/**
 * Checks a text pack against its instrument, every issue at once: shape, instrument and version, a text for each item and
 * a label for each code and no others, the coding declared, and the checksum where there is one. A coding opposite to the
 * definition's is allowed: the reversal follows it.
 *
 * @param input what was read from `text.LOCALE.json`, not yet trusted
 * @returns the pack, or the issues; never throws
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * validateTextPack({ items: { A3: 'I slept well.' } }, instrument).success // false
 */
export function validateTextPack(input: unknown, instrument: Instrument): Checked<TextPack> {
  const shape = v.safeParse(textPackSchema, input);
  const issues = shape.success ? [] : shapeIssues(shape.issues);
  if (isObject(input)) {
    issues.push(...identityIssues(input, instrument));
    if (isObject(input.items)) issues.push(...itemTextIssues(input.items, instrument));
    if (isObject(input.responseScales)) issues.push(...labelIssues(input.responseScales, instrument));
  }
  if (!shape.success) return { success: false, issues };
  const pack = shape.output;
  const checksum = textPackChecksum(pack);
  if (pack.checksum !== undefined && pack.checksum !== checksum) {
    issues.push({ code: 'checksum-mismatch', path: ['checksum'], message: `the contents give ${checksum}` });
  }
  return issues.length === 0 ? { success: true, value: pack } : { success: false, issues };
}
