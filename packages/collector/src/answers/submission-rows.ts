import { createHash } from 'node:crypto';
import type { OtherAnswerRow, ResponseRow } from '../store/database.ts';
import { responseRow } from '../store/response-row.ts';
import { storedCode } from '../studies/linkage-keys.ts';
import type { Submission } from './check-submission.ts';
import { otherAnswerKey, receiptDigest, receiptOf } from './receipt.ts';

/** Where answers belong. */
export interface Cell {
  readonly studyId: string;
  readonly waveId: string;
  readonly team: string;
  readonly group: string;
  readonly linkageKey: string | null;
}

export interface SubmissionRows {
  readonly receipt: string;
  readonly responses: readonly ResponseRow[];
  readonly others: readonly OtherAnswerRow[];
}

/** The key of a response record: the same whatever invitation it comes by, because a used token says nothing any more. */
export function responseKey(idempotencyKey: string, instrument: string): string {
  return sha256(['peerscale/response-key@1', idempotencyKey.toLowerCase(), instrument]);
}

/**
 * The rows of a submission. The records of one form share a digest, so that scales of different instruments can be
 * looked at together; what was answered beside them shares nothing with them.
 *
 * @param day YYYY-MM-DD by the server's clock
 */
export function submissionRows(
  { idempotencyKey, records, others, code }: Submission,
  cell: Cell,
  day: string,
): SubmissionRows {
  const receipt = receiptOf(idempotencyKey);
  const where = { study_id: cell.studyId, wave_id: cell.waveId, team_id: cell.team, group_id: cell.group };
  const { linkageKey } = cell;
  const codes =
    code === null || linkageKey === null
      ? null
      : JSON.stringify(
          Object.fromEntries(
            Object.entries(code)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([element, hash]) => [element, storedCode(linkageKey, element, hash)]),
          ),
        );
  return {
    receipt,
    responses: records.map(({ part, record }) => ({
      ...responseRow(cell.studyId, record, day),
      ...where,
      key_digest: responseKey(idempotencyKey, record.instrument),
      part,
      submission_digest: sha256(['peerscale/submission@1', idempotencyKey.toLowerCase()]),
      code: codes,
      receipt_digest: receiptDigest(receipt)!,
    })),
    others: others.map(({ part, kind, value }) => ({
      ...where,
      key_digest: otherAnswerKey(receipt, part),
      part,
      kind,
      value,
    })),
  };
}

function sha256(values: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
