import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLog, type ServerRoom, startServer, untilSignal } from '@peerscale/collector/server';
import { createApp } from './create-app.ts';
import { addDemoStudies } from './demo-studies.ts';
import { addDemonstration } from './demonstration/add-demonstration.ts';
import { regularJobs } from './regular-jobs.ts';
import { readSettings, type Settings } from './settings.ts';

const clientFolder = fileURLToPath(new URL('../client', import.meta.url));

const settings = readSettings(process.env, process.cwd());
if (settings.success) {
  await start(settings.value).catch((error: unknown) =>
    fail(1, error instanceof Error ? error.message : String(error)),
  );
} else {
  fail(2, ...settings.problems);
}

async function start(settings: Settings): Promise<void> {
  if (!existsSync(clientFolder)) throw new Error(`There is no built client in ${clientFolder}: run "npm run build".`);
  const log = openLog({ format: settings.log });
  const server = await startServer(settings, {
    log,
    jobs: regularJobs,
    createApp: async (room) => {
      sayWhere(room);
      if (settings.demonstration) await addDemoStudies(room.store);
      const demonstration = await addDemonstration(room, settings.demonstration);
      return createApp({ ...room, clientFolder, demonstration });
    },
  });
  const told = untilSignal();
  log.say('started', `Peerscale: ${server.origin}/`, { origin: server.origin });
  await told;
  await server.stop();
}

function sayWhere({ settings: { database, mailFolder }, log }: ServerRoom): void {
  if (database === ':memory:') log.say('database', 'Answers are not kept.');
  else log.say('database', `Answers are kept in ${placeOf(database)}`);
  if (mailFolder !== undefined) log.say('mail', `Letters are written to ${placeOf(mailFolder)}`);
}

/** A path as somebody in this folder would write it; of a database server its address without the password. */
function placeOf(address: string): string {
  if (/^postgres(?:ql)?:/.test(address)) {
    const { host, pathname } = new URL(address);
    return `postgres://${host}${pathname}`;
  }
  const below = relative(process.cwd(), address);
  return below === '' || below.split(sep)[0] === '..' || isAbsolute(below) ? resolve(address) : below;
}

function fail(exitCode: number, ...lines: string[]): void {
  for (const line of lines) process.stderr.write(`${line.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = exitCode;
}
