import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../run.ts';

/** What a run left behind. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function collector(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

export interface RunOptions {
  readonly cwd?: string;
  /** standard input, at once or chunk by chunk */
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** whether standard error says that it is a terminal */
  readonly isWatched?: boolean;
}

/** Runs `peerscale ARGV…` within this process. */
export async function runPeerscale(
  argv: readonly string[],
  { cwd = tmpdir(), stdin = '', isWatched = false }: RunOptions = {},
): Promise<RunResult> {
  const stdout = collector();
  const stderr = collector();
  if (isWatched) Object.assign(stderr.stream, { isTTY: true, columns: 100 });
  const input = Readable.from(typeof stdin === 'string' || stdin instanceof Uint8Array ? [Buffer.from(stdin)] : stdin);
  const code = await run(argv, { stdout: stdout.stream, stderr: stderr.stream, stdin: input, cwd });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** A new folder with these files; `remove` takes it away again. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  folder: string;
  remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-cli-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
