import { MISSING_REASONS, type MissingReason } from '@peerscale/core';
import { badInput } from '../failure.ts';
import type { MissingCode } from '../input/cell-decoder.ts';
import { quoted } from '../print/safe-text.ts';
import { listOption } from './option-values.ts';

/**
 * `--missing-codes -9,99=dont-know`: further cells that mean "no answer", with the reason where it is known (else skipped).
 *
 * @throws CommandFailure for another reason, or a cell named twice
 */
export function missingCodesOption(values: readonly string[] | undefined): readonly MissingCode[] {
  const codes = (listOption(values, 'missing-codes') ?? []).map((entry): MissingCode => {
    const [cell = '', reason = 'skipped', ...rest] = entry.split('=').map((part) => part.trim());
    if (cell === '' || rest.length > 0 || !(MISSING_REASONS as readonly string[]).includes(reason)) {
      const known = MISSING_REASONS.join(', ');
      throw badInput(
        `--missing-codes: ${quoted(entry)} is not of the form CELL or CELL=REASON, REASON one of ${known}`,
      );
    }
    return { cell, reason: reason as MissingReason };
  });
  const twice = codes.find(({ cell }, i) => codes.findIndex((other) => other.cell === cell) !== i);
  if (twice !== undefined) throw badInput(`--missing-codes: ${quoted(twice.cell)} is there twice`);
  return codes;
}

/** How a missing code reads: "99 (dont-know)". */
export const missingCodeText = ({ cell, reason }: MissingCode): string =>
  reason === 'skipped' ? cell : `${cell} (${reason})`;
