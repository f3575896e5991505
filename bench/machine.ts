import { availableParallelism, cpus, totalmem } from 'node:os';
import { runR } from './run-r.ts';

/** The machine and the versions, in a sentence. */
export function machineText(): string {
  const cpu = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const [r, psych] = runR('versions.R', []) ?? [];
  const beside = r === undefined ? 'without R' : `beside R ${r} with psych ${psych}`;
  return `Node ${process.version} ${beside}; ${availableParallelism()} cores of ${cpu}, ${memory} GB.`;
}
