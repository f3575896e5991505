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

/** Runs `peerscale ARGV…` within this process, with `stdin` as standard input. */
export async function runPeerscale(
  argv: readonly string[],
  { cwd = tmpdir(), stdin = '' }: { readonly cwd?: string; readonly stdin?: string | Uint8Array } = {},
): Promise<RunResult> {
  const stdout = collector();
  const stderr = collector();
  const input = Readable.from([Buffer.from(stdin)]);
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
