import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { badInput, type CommandFailure, failedRun } from '../failure.ts';
import { fileLabel, safeText } from '../print/safe-text.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read (permission denied)',
  EPERM: 'may not be read (permission denied)',
  ELOOP: 'is a link that leads in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENXIO: 'is no file that can be read',
  ERR_INVALID_ARG_VALUE: 'is no name of a file',
};

/** What is said of a file that cannot be opened: the reader's mistake (exit 2) where it is one, else a failed run. */
export function readFailure(error: unknown, file: string): CommandFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : REASONS[code];
  if (reason !== undefined) return badInput(`${fileLabel(file)}: ${reason}`);
  return failedRun(`${fileLabel(file)}: cannot be read: ${safeText(String(message), 200)}`);
}

/**
 * The bytes of a file, or of standard input for "-", chunk by chunk.
 *
 * @param onBytes is told how many bytes have come, chunk by chunk
 * @throws CommandFailure for what cannot be read, at the first chunk
 */
export async function* readSource(
  file: string,
  { stdin, cwd }: { readonly stdin: Readable; readonly cwd: string },
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Buffer> {
  try {
    const stream = file === '-' ? stdin : createReadStream(resolve(cwd, file), { highWaterMark: 1 << 18 });
    for await (const chunk of stream) {
      const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      onBytes(bytes.length);
      yield bytes;
    }
  } catch (error) {
    throw readFailure(error, file);
  }
}
