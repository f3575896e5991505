import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Watches this process's event loop from now on.
 *
 * @returns asks for the seconds of the longest turn since the last question, in which nobody was answered; to 1 ms
 */
export function watchTurns(): () => number {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  return () => {
    const seconds = delays.max / 1e9;
    delays.reset();
    return seconds;
  };
}
