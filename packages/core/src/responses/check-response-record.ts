import * as v from 'valibot';
import { type Checked, type DefinitionIssue, shapeIssues } from '../instrument/definition-issue.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import { type ResponseRecord, responseRecordSchema } from './response-record.ts';

/**
 * Checks a response record against its instrument, every issue at once: shape, instrument and version, items that the
 * instrument does not have, codes that the item's response scale does not have, items without an answer or a reason, an
 * unknown response scale in `coding`, and a finish before the start.
 *
 * @param input what was posted or read, not yet trusted
 * @returns the record, or the issues with their paths; never throws
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * checkResponseRecord(instrument, { schema: 'peerscale/response@1', answers: { A1: 9 } }).success // false
 */
export function checkResponseRecord(instrument: Instrument, input: unknown): Checked<ResponseRecord> {
  const shape = v.safeParse(responseRecordSchema, input);
  if (!shape.success) return { success: false, issues: shapeIssues(shape.issues).map(withAnswerMessage) };
  const record = shape.output;
  const issues: DefinitionIssue[] = [];
  if (record.instrument !== instrument.id) {
    issues.push({
      code: 'wrong-instrument',
      path: ['instrument'],
      message: `expected ${instrument.id}, got ${record.instrument}`,
    });
  }
  if (record.version !== instrument.version) {
    issues.push({
      code: 'wrong-version',
      path: ['version'],
      message: `expected ${instrument.version}, got ${record.version}`,
    });
  }
  if (issues.length === 0) issues.push(...answerIssues(instrument, record), ...codingIssues(instrument, record));
  if (Date.parse(record.finishedAt) < Date.parse(record.startedAt)) {
    issues.push({ code: 'finished-before-started', path: ['finishedAt'], message: 'is earlier than startedAt' });
  }
  return issues.length === 0 ? { success: true, value: record } : { success: false, issues };
}

function answerIssues(instrument: Instrument, { answers }: ResponseRecord): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const codesByScale = new Map(instrument.responseScales.map(({ id, codes }) => [id, codes]));
  const known = new Set<string>();
  for (const { id, responseScale } of instrument.items) {
    known.add(id);
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined) {
      issues.push({ code: 'missing-answer', path: ['answers', id], message: 'needs a code or a reason for missing' });
    } else if (typeof answer === 'number' && codesByScale.get(responseScale)?.includes(answer) !== true) {
      issues.push({
        code: 'code-out-of-range',
        path: ['answers', id],
        message: `${answer} is not one of ${codesByScale.get(responseScale)?.join(', ')}`,
      });
    }
  }
  for (const id of Object.keys(answers)) {
    if (!known.has(id)) {
      issues.push({
        code: 'unknown-item',
        path: ['answers', id],
        message: `the instrument has no item ${id.slice(0, 64)}`,
      });
    }
  }
  return issues;
}

function codingIssues(instrument: Instrument, { coding = {} }: ResponseRecord): DefinitionIssue[] {
  return Object.keys(coding)
    .filter((id) => !instrument.responseScales.some((scale) => scale.id === id))
    .map((id) => ({
      code: 'unknown-response-scale',
      path: ['coding', id],
      message: `the instrument has no response scale ${id.slice(0, 64)}`,
    }));
}

/** A union only says that nothing matched; people need to hear what an answer may be. */
function withAnswerMessage(issue: DefinitionIssue): DefinitionIssue {
  if (issue.path[0] !== 'answers' || issue.path.length !== 2 || issue.code !== 'invalid-value') return issue;
  return { ...issue, message: `an answer is a whole-number code or one of ${MISSING_REASONS.join(', ')}` };
}
