import { existsSync, mkdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CollectorStore, openSqliteStore } from '@peerscale/collector';
import { createApp } from './create-app.ts';
import { addDemoStudies } from './demo-studies.ts';
import { describeError } from './describe-error.ts';
import { listen } from './listen.ts';
import { readSettings, type Settings } from './settings.ts';
import { stopGracefully } from './stop-gracefully.ts';

const clientFolder = fileURLToPath(new URL('../client', import.meta.url));

const settings = readSettings(process.env, process.cwd());
if (settings.success) {
  await start(settings.value).catch((error: unknown) =>
    fail(1, error instanceof Error ? error.message : String(error)),
  );
} else {
  fail(2, ...settings.problems);
}

async function start({ database, host, port: wantedPort }: Settings): Promise<void> {
  if (!existsSync(clientFolder)) throw new Error(`There is no built client in ${clientFolder}: run "npm run build".`);
  const store = await openStore(database);
  await addDemoStudies(store);
  const onInternalError = (error: Error) => say(`A request failed: ${describeError(error)}`);
  const app = createApp({ store, clientFolder, onInternalError });
  const { server, port } = await listen(app, host, wantedPort);
  stopGracefully(server, store);
  if (wantedPort !== 0 && port !== wantedPort) say(`Port ${wantedPort} is taken; using ${port}.`);
  say(database === ':memory:' ? 'Answers are not kept.' : `Answers are kept in ${relative(process.cwd(), database)}`);
  say(`Peerscale demo: http://${host.includes(':') ? `[${host}]` : host}:${port}/`);
}

function openStore(database: string): Promise<CollectorStore> {
  if (database !== ':memory:') mkdirSync(dirname(database), { recursive: true });
  return openSqliteStore(database);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(exitCode: number, ...lines: string[]): void {
  for (const line of lines) process.stderr.write(`${line.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = exitCode;
}
