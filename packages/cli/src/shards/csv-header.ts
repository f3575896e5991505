import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { checkedText } from '../input/checked-text.ts';
import { readCsv } from '../input/read-csv.ts';
import { readSource } from '../input/read-source.ts';
import { sniffDelimiter } from '../input/sniff-delimiter.ts';
import { fileLabel } from '../print/safe-text.ts';

/** How a CSV file begins. */
export interface CsvHeader {
  readonly cells: readonly string[];
  readonly delimiter: string;
}

/**
 * Reads the header line of a CSV file, and nothing after it.
 *
 * @param delimiter default: found in the header line
 * @throws CommandFailure for a file that is empty or cannot be read
 */
export async function csvHeader(
  file: string,
  delimiter: string | undefined,
  context: CommandContext,
): Promise<CsvHeader> {
  const name = fileLabel(file);
  let bytes = Buffer.alloc(0);
  let found = delimiter;
  const seen = async function* () {
    for await (const chunk of checkedText(readSource(file, context), name)) {
      if (found === undefined) {
        bytes = Buffer.concat([bytes, chunk]);
        found = sniffDelimiter(bytes);
      }
      yield chunk;
    }
    found ??= sniffDelimiter(bytes, true);
  };
  for await (const [header] of readCsv(seen(), { name, delimiter })) {
    if (header !== undefined) return { cells: header.cells, delimiter: found ?? ',' };
  }
  throw badInput(`${name}: has no header line`);
}
