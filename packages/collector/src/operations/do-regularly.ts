import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Something that is done from time to time. */
export interface Job {
  readonly name: string;
  run(): Promise<unknown>;
}

export interface RegularWork {
  /** Begins no further run, and resolves when the one under way is done. */
  stop(): Promise<void>;
}

export interface RegularOptions {
  readonly log: Log;
  readonly metrics?: Pick<Metrics, 'job'>;
  /** milliseconds before the first round; 0 by default */
  readonly wait?: number;
  /** milliseconds between two rounds; a minute by default */
  readonly pause?: number;
}

/**
 * Does the jobs, again and again, one after another, `pause` milliseconds after the last one was done: so
 * that no two runs meet, and a clock that jumps brings none forward. One that fails holds up nobody and is tried again.
 */
export function doRegularly(
  jobs: readonly Job[],
  { pause = 60_000, wait = 0, log, metrics }: RegularOptions,
): RegularWork {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    for (const { name, run } of jobs) {
      if (stopped) return;
      try {
        await run();
        metrics?.job(name, 'done');
      } catch (error) {
        metrics?.job(name, 'failed');
        const reason = describeError(error instanceof Error ? error : new Error(String(error)));
        log.complain('job-failed', `What is done from time to time failed (${name}): ${reason}`, { job: name, reason });
      }
    }
    if (!stopped) next(pause);
  };
  const next = (milliseconds: number) => {
    timer = setTimeout(() => {
      running = round();
    }, milliseconds);
    timer.unref();
  };
  let running = Promise.resolve();
  next(wait);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
