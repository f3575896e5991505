import * as v from 'valibot';
import { type Checked, type DefinitionIssue, shapeIssues } from './definition-issue.ts';
import type { Instrument } from './instrument.ts';
import { type TextPack, textPackSchema } from './text-pack.ts';
import { textPackChecksum } from './text-pack-checksum.ts';

function itemTextIssues(pack: TextPack, instrument: Instrument): DefinitionIssue[] {
  const known = new Set(instrument.items.map(({ id }) => id));
  return [
    ...instrument.items
      .filter(({ id }) => !Object.hasOwn(pack.items, id))
      .map(({ id }) => ({ code: 'missing-item-text', path: ['items', id], message: `item ${id} has no text` })),
    ...Object.keys(pack.items)
      .filter((id) => !known.has(id))
      .map((id) => ({ code: 'unknown-item', path: ['items', id], message: `the instrument has no item ${id}` })),
  ];
}

function labelIssues(pack: TextPack, instrument: Instrument): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  for (const { id, codes } of instrument.responseScales) {
    const scale = Object.hasOwn(pack.responseScales, id) ? pack.responseScales[id] : undefined;
    if (scale === undefined) {
      issues.push({
        code: 'missing-response-scale',
        path: ['responseScales', id],
        message: `response scale ${id} has no labels and declares no coding`,
      });
      continue;
    }
    for (const code of codes) {
      if (!Object.hasOwn(scale.labels, String(code))) {
        issues.push({
          code: 'missing-label',
          path: ['responseScales', id, 'labels', String(code)],
          message: `code ${code} has no label`,
        });
      }
    }
    for (const code of Object.keys(scale.labels)) {
      if (!codes.some((known) => String(known) === code)) {
        issues.push({
          code: 'unknown-code',
          path: ['responseScales', id, 'labels', code],
          message: `response scale ${id} has no code ${code}`,
        });
      }
    }
  }
  for (const id of Object.keys(pack.responseScales)) {
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
 */
export function validateTextPack(input: unknown, instrument: Instrument): Checked<TextPack> {
  const shape = v.safeParse(textPackSchema, input);
  if (!shape.success) return { success: false, issues: shapeIssues(shape.issues) };
  const pack = shape.output;
  const issues: DefinitionIssue[] = [];
  if (pack.instrument !== instrument.id) {
    issues.push({
      code: 'wrong-instrument',
      path: ['instrument'],
      message: `is for ${pack.instrument}, not ${instrument.id}`,
    });
  } else if (pack.version !== instrument.version) {
    issues.push({
      code: 'wrong-version',
      path: ['version'],
      message: `is for version ${pack.version}, not ${instrument.version}`,
    });
  }
  if (instrument.rights.wording === 'withheld') {
    issues.push({
      code: 'wording-withheld',
      path: ['instrument'],
      message: `${instrument.rights.holder} licenses the wording per use: ask there (${instrument.rights.wordingSource})`,
    });
  }
  issues.push(...itemTextIssues(pack, instrument), ...labelIssues(pack, instrument));
  const checksum = textPackChecksum(pack);
  if (pack.checksum !== undefined && pack.checksum !== checksum) {
    issues.push({ code: 'checksum-mismatch', path: ['checksum'], message: `the contents give ${checksum}` });
  }
  return issues.length === 0 ? { success: true, value: pack } : { success: false, issues };
}
