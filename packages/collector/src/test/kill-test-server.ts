import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const child = fileURLToPath(new URL('kill-test-child.ts', import.meta.url));

export interface KillTestServer {
  /** where its API is */
  readonly api: string;
  /** As `kill -9` does, at once. */
  kill(): Promise<void>;
  /** null while it runs */
  exitCode(): number | null;
  /** what it has complained about */
  complaints(): string;
}

/** The collector as a process of its own, on a socket. @param day that it is, or `jumping` */
export async function startKillTestServer(database: string, day: string): Promise<KillTestServer> {
  const serving = spawn(process.execPath, [child, database, day], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  serving.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const closed = once(serving, 'close');
  const kill = async () => {
    serving.kill('SIGKILL');
    await closed;
  };
  onTestFinished(kill);
  const started = await Promise.race([once(serving.stdout, 'data'), closed.then(() => undefined)]);
  if (started === undefined) throw new Error(`The server does not start: ${complaints}`);
  return {
    api: `http://127.0.0.1:${Number(String(started[0]))}/api`,
    kill,
    exitCode: () => serving.exitCode,
    complaints: () => complaints,
  };
}
