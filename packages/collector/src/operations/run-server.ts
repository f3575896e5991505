import type { RunContext } from '../run.ts';
import { openLog } from './log.ts';
import { readServerSettings } from './read-settings.ts';
import { serveCollector } from './serve.ts';
import { untilSignal } from './until-signal.ts';

/** `peerscale-collector serve`, with the instruments that come with Peerscale. Gives the exit code; never rejects. */
export async function runServer({ environment, say, complain, until = untilSignal }: RunContext): Promise<0 | 1 | 2> {
  const checked = readServerSettings(environment, process.cwd());
  if (!checked.success) {
    for (const problem of checked.problems) complain(`${problem}\n`);
    return 2;
  }
  const log = openLog({ format: checked.value.log, out: say, error: complain });
  try {
    const { findBattery, findInstrument, findTextPack } = await import('@peerscale/instruments');
    const server = await serveCollector(checked.value, { findBattery, findInstrument, findTextPack }, log);
    const told = until();
    log.say('started', `Peerscale collector: ${server.origin}/api`, { origin: server.origin });
    await told;
    await server.stop();
    return 0;
  } catch (error) {
    complain(`${(error as Error).message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    return 1;
  }
}
