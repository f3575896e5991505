import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { TerminalStream } from '../context.ts';
import { fileLabel } from '../print/safe-text.ts';

/** What a long run tells of how far it is. */
export interface Progress {
  /** so many more bytes were read */
  onBytes(count: number): void;
  /** so many more rows are done */
  onRows(count: number): void;
  /** Takes the bar away. */
  end(): void;
}

export interface ProgressOptions {
  /** what is being read, fit for a terminal */
  readonly name: string;
  /** undefined where nobody knows (standard input): then there is neither a share nor a bar */
  readonly totalBytes: number | undefined;
  /** milliseconds on a clock that only goes forward */
  readonly now: () => number;
}

const PATIENCE = 300; // a run that is over sooner shows nothing
const INTERVAL = 100;
const BAR = 16;
const LONGEST_NAME = 24;

const none: Progress = { onBytes: () => {}, onRows: () => {}, end: () => {} };

const grouped = (count: number): string => Math.round(count).toLocaleString('en-US');

function remaining(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s left`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min left` : `${Math.ceil(seconds / 3600)} h left`;
}

/**
 * One line on a terminal that is drawn again and again: bar, share of the bytes, rows, rows a second, and the time left.
 *
 * @param terminal undefined where nobody watches: then nothing is drawn
 */
export function openProgress(
  terminal: TerminalStream | undefined,
  { name, totalBytes, now }: ProgressOptions,
): Progress {
  if (terminal === undefined) return none;
  // the end of a long path tells more than its beginning
  const label = name.length > LONGEST_NAME ? `…${name.slice(1 - LONGEST_NAME)}` : name;
  const start = now();
  let drawn: number | undefined;
  let bytes = 0;
  let rows = 0;

  const line = (elapsed: number): string => {
    const rate = `${grouped(rows)} rows, ${grouped(rows / (elapsed / 1000))} rows/s`;
    if (totalBytes === undefined || totalBytes === 0) return `${label}: ${rate}`;
    // a file may grow while it is read
    const share = Math.min(1, bytes / totalBytes);
    const filled = Math.floor(share * BAR);
    const bar = `[${'#'.repeat(filled)}${' '.repeat(BAR - filled)}]`;
    const left = share === 0 ? '' : `, ${remaining(((elapsed / share) * (1 - share)) / 1000)}`;
    return `${label} ${Math.floor(100 * share)}% ${bar} ${rate}${left}`;
  };
  const draw = (): void => {
    const time = now();
    if (time - start < PATIENCE || (drawn !== undefined && time - drawn < INTERVAL)) return;
    drawn = time;
    const room = Math.max(20, (terminal.columns || 80) - 1);
    terminal.write(`\r${line(time - start).slice(0, room)}\u001b[K`);
  };
  return {
    onBytes(count) {
      bytes += count;
    },
    onRows(count) {
      rows += count;
      draw();
    },
    end() {
      if (drawn !== undefined) terminal.write('\r\u001b[K');
    },
  };
}

/** `openProgress` for a file that is read, as large as it is now. */
export async function openFileProgress(
  terminal: TerminalStream | undefined,
  file: string,
  cwd: string,
): Promise<Progress> {
  const found = file === '-' ? undefined : await stat(resolve(cwd, file)).catch(() => undefined);
  const totalBytes = found?.isFile() ? found.size : undefined;
  return openProgress(terminal, { name: fileLabel(file), totalBytes, now: () => performance.now() });
}

/** Says on a terminal what is being done, on a line that the function it returns takes away again. */
export function showStatus(terminal: TerminalStream | undefined, text: string): () => void {
  if (terminal === undefined) return () => {};
  terminal.write(`\r${text.slice(0, Math.max(20, (terminal.columns || 80) - 1))}\u001b[K`);
  return () => terminal.write('\r\u001b[K');
}
