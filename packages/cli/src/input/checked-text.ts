import { isUtf8 } from 'node:buffer';
import { badInput } from '../failure.ts';

const LINE_FEED = 0x0a;

/** How many bytes at the end of a buffer begin a character that the next chunk continues: 0 to 3. */
export function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

const isText = (bytes: Uint8Array): boolean => isUtf8(bytes) && !bytes.includes(0);

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}

/** The line of the first byte that is not text; `line` is that of the first byte of the chunk. */
function firstBadLine(bytes: Buffer, line: number): number {
  let start = 0;
  let at = line;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start), at++) {
    if (!isText(bytes.subarray(start, end))) return at;
    start = end + 1;
  }
  return at;
}

function notText(name: string, bytes: Buffer, line: number): Error {
  if (bytes.includes(0)) return badInput(`${name}: is not a text file (a binary zero in or after line ${line})`);
  const where = firstBadLine(bytes, line);
  return badInput(`${name}: is not UTF-8 text (line ${where} cannot be read as such); save it as UTF-8`);
}

/**
 * Passes chunks on as they are, less a byte order mark, after checking that they are UTF-8 without binary zeros.
 *
 * @param name how messages name the file
 * @throws CommandFailure at the first chunk that is not text
 */
export async function* checkedText(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let carry: Buffer = Buffer.alloc(0);
  let line = 1;
  let isStart = true;
  for await (const chunk of chunks) {
    let bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    if (isStart) {
      // the mark may itself arrive in pieces
      if (bytes.length < 3) {
        carry = bytes;
        continue;
      }
      isStart = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    const cut = bytes.length - unfinishedBytes(bytes);
    const complete = bytes.subarray(0, cut);
    carry = bytes.subarray(cut);
    if (!isText(complete)) throw notText(name, complete, line);
    line += countLines(complete);
    if (complete.length > 0) yield complete;
  }
  if (carry.length === 0) return;
  if (!isText(carry)) throw notText(name, carry, line);
  yield carry;
}
