import { MISSING_REASONS, type MissingReason } from '@peerscale/core';

/**
 * What stands for a cell in the table of codes: an answer's code itself and, below all codes, a number for each reason that
 * there is none and one for whatever could not be read.
 */
export interface CellMarks {
  readonly ofReason: (reason: MissingReason) => number;
  /** in the order of MISSING_REASONS */
  readonly reasons: readonly number[];
  readonly unread: number;
}

/** Marks that none of the codes is. */
export function cellMarks(codes: readonly number[]): CellMarks {
  const unread = Math.min(0, ...codes) - 1 - MISSING_REASONS.length;
  const reasons = MISSING_REASONS.map((_, i) => unread + 1 + i);
  return { reasons, unread, ofReason: (reason) => reasons[MISSING_REASONS.indexOf(reason)]! };
}
