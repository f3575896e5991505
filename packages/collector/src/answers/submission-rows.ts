import { createHash } from 'node:crypto';
import type { FormPlan, FormRecord } from '@peerscale/form';
import type { AskedForm } from '../request/asked-form.ts';
import { isReason } from '../request/check-part-value.ts';
import { recordedParts } from '../request/recorded-parts.ts';
import type { OtherAnswerRow, ResponseRow } from '../store/database.ts';
import type { Submission } from '../store/insert-submissions.ts';
import { responseRow } from '../store/response-row.ts';
import { storedCode } from '../studies/linkage-keys.ts';
import { otherAnswerKey, receiptDigest, receiptOf } from './receipt.ts';
import { isReuseConsent, reuseOf } from './reuse-of.ts';

/** Where answers belong. */
export interface Cell {
  readonly studyId: string;
  readonly waveId: string;
  readonly team: string;
  readonly group: string;
  readonly linkageKey: string | null;
}

/** A submission as it is stored, and the receipt for whoever sent it. */
export interface SubmissionRows extends Required<Pick<Submission, 'responses' | 'otherAnswers'>> {
  readonly receipt: string;
}

/** The key of a response record: the same whatever invitation it comes by, because a used token says nothing any more. */
export function responseKey(idempotencyKey: string, instrument: string): string {
  return sha256(['peerscale/response-key@1', idempotencyKey.toLowerCase(), instrument]);
}

/**
 * The rows of what somebody has sent. The records of one form share a digest, so that scales of different instruments can
 * be looked at together; it is one of all that was sent, and of the key, which is not stored: so it tells a repeated post
 * from another one under the same key, and nothing else. What was answered beside the instruments shares nothing with them.
 *
 * @param record as `checkForm` gives it
 * @param day YYYY-MM-DD by the server's clock
 */
export function submissionRows({ plan }: AskedForm, record: FormRecord, cell: Cell, day: string): SubmissionRows {
  const { idempotencyKey } = record;
  const receipt = receiptOf(idempotencyKey);
  const receipt_digest = receiptDigest(receipt)!;
  const where = { study_id: cell.studyId, wave_id: cell.waveId, team_id: cell.team, group_id: cell.group };
  const parts = plan.parts.filter(({ kind }) => kind === 'instrument');
  const code = codeOf(plan, record, cell.linkageKey);
  const reuse = reuseOf(plan, record.values);
  const rows = record.records.map(
    (one, at): ResponseRow => ({
      ...responseRow(cell.studyId, one, day),
      ...where,
      key_digest: responseKey(idempotencyKey, one.instrument),
      part: parts[at]!.id,
      code,
      receipt_digest,
      reuse,
    }),
  );
  const others = otherAnswers(plan, record.values);
  const contents = rows.map(({ content_digest }) => content_digest);
  const said = JSON.stringify([contents, others, code, reuse]);
  const submission_digest = sha256(['peerscale/submission@2', idempotencyKey.toLowerCase(), said]);
  return {
    receipt,
    responses: rows.map((row) => ({ ...row, submission_digest })) as [ResponseRow, ...ResponseRow[]],
    otherAnswers: others.map((other) => ({ ...where, ...other, key_digest: otherAnswerKey(receipt, other.part) })),
  };
}

const KINDS = {
  consent: 'choice',
  choice: 'choice',
  number: 'number',
  'short-text': 'text',
  'long-text': 'text',
} as const;

/** What was answered outside the instruments. Whether the record may be used again stands with the record itself. */
function otherAnswers(plan: FormPlan, values: FormRecord['values']): Pick<OtherAnswerRow, 'part' | 'kind' | 'value'>[] {
  return recordedParts(plan).flatMap((part) => {
    if (part.kind === 'instrument' || part.kind === 'code' || isReuseConsent(part)) return [];
    const value = values[part.id]!;
    return isReason(value) || value === '' ? [] : [{ part: part.id, kind: KINDS[part.kind], value: String(value) }];
  });
}

function codeOf(plan: FormPlan, { codes }: Pick<FormRecord, 'codes'>, linkageKey: string | null): string | null {
  const part = plan.parts.find(({ kind }) => kind === 'code');
  const hashes = part === undefined || !Object.hasOwn(codes, part.id) ? undefined : codes[part.id]!;
  if (hashes === undefined || linkageKey === null) return null;
  const elements = Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(
    Object.fromEntries(elements.map(([element, hash]) => [element, storedCode(linkageKey, element, hash)])),
  );
}

function sha256(values: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
